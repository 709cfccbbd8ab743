// The kinds of pictures a lab may show.  Each: (declaration, lab) -> { element, draw, refresh, resize, describe, table?, destroy }.
import { createLadder } from "./ladder.js";
import { createMembrane } from "./membrane.js";
import { createPlot } from "./plot.js";

export const views = { ladder: createLadder, membrane: createMembrane, plot: createPlot };
