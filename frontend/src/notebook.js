// The same components inside a live notebook (anywidget's contract).  The code of the models is appended when a
// widget is made, after this module's own code, as calls of `register`.
import { components } from "./components.js";
import { register } from "./registry.js";

globalThis.ionsyn = { ...globalThis.ionsyn, register };

export default {
  render({ model, el }) {
    return components[model.get("component")].render({ model, el });
  },
};
