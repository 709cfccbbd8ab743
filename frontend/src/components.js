// What a widget's `component` trait may name.  Each is `{ render({ model, el }) -> clean-up function }`.
import practice from "./exercises/card.js";
import experiment from "./labs/experiment.js";
import identification from "./labs/identification.js";
import lab from "./labs/lab.js";

export const components = { experiment, identification, lab, practice };
