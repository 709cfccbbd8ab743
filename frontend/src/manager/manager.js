// A widget manager for a page without a kernel: restores the saved state of a notebook's widgets and shows them.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";
import * as controls from "./controls.js";
import * as components from "./component.js";

const modules = { "@jupyter-widgets/base": base, "@jupyter-widgets/controls": controls, anywidget: components };

export class PageManager extends ManagerBase {
  async loadClass(className, moduleName) {
    const found = modules[moduleName]?.[className];
    if (!found) throw new Error(`the page carries no widget ${moduleName}.${className}`);
    return found;
  }

  async display_view(view, element) {
    Widget.attach((await view).luminoWidget, element);
  }

  // There is no kernel to talk to.
  async _get_comm_info() {
    return {};
  }

  async _create_comm() {
    const nothing = () => {};
    return { on_close: nothing, on_msg: nothing, close: nothing, send: () => "" };
  }
}

const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';
const VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';

export async function start(root = document) {
  const views = [...root.querySelectorAll(VIEW)].map((script) => ({ script, ...JSON.parse(script.textContent) }));
  for (const tag of root.querySelectorAll(STATE)) {
    const manager = new PageManager();
    const models = await manager.set_state(JSON.parse(tag.textContent));
    const byId = new Map(models.map((model) => [model.model_id, model]));
    for (const { script, model_id } of views) {
      const model = byId.get(model_id);
      if (!model) continue;
      const host = document.createElement("div");
      host.className = "ionsyn-view";
      script.before(host);
      await manager.display_view(manager.create_view(model), host);
    }
  }
}
