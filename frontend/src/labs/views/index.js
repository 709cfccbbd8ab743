// The kinds of pictures a lab may show.  Each: (declaration, lab) -> { element, draw, refresh, resize, describe, table?, destroy }.
import { createPlot } from "./plot.js";

export const views = { plot: createPlot };
