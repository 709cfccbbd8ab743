// anywidget's classes on a static page: the component named in the state stands in for the notebook's module.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { components } from "../components.js";

export class AnyModel extends DOMWidgetModel {
  defaults() {
    return {
      ...super.defaults(),
      _model_module: "anywidget",
      _model_name: "AnyModel",
      _view_module: "anywidget",
      _view_name: "AnyView",
    };
  }
}

export class AnyView extends DOMWidgetView {
  render() {
    const name = this.model.get("component");
    const component = components[name];
    if (!component) throw new Error(`the page carries no component ${name}`);
    this.cleanUp = component.render({ model: this.model, el: this.el });
  }

  remove() {
    this.cleanUp?.();
    return super.remove();
  }
}
