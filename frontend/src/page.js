// The one script of a static page: models register themselves, then every saved widget is shown.
import { start } from "./manager/manager.js";

export { components } from "./components.js";
export { model, register } from "./registry.js";

if (document.readyState === "complete") start();
else addEventListener("DOMContentLoaded", () => start());
