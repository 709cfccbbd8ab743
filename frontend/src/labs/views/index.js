// The kinds of pictures a lab may show.  Each: (declaration, lab) -> { element, draw, refresh, resize, describe, table?, destroy }.
import { createBars } from "./bars.js";
import { createHistogram } from "./histogram.js";
import { createLadder } from "./ladder.js";
import { createMembrane } from "./membrane.js";
import { createPlot } from "./plot.js";
import { createScheme } from "./scheme.js";

export const views = { bars: createBars, histogram: createHistogram, ladder: createLadder, membrane: createMembrane, plot: createPlot, scheme: createScheme };
