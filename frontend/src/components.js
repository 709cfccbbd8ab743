// What a widget's `component` trait may name.  Each is `{ render({ model, el }) -> clean-up function }`.
import lab from "./labs/lab.js";

export const components = { lab };
