// The ipywidgets controls the book's labs use, and no others.
export { ButtonModel, ButtonStyleModel, ButtonView } from "@jupyter-widgets/controls/lib/widget_button.js";
export { BoxModel, BoxView, HBoxModel, HBoxView, VBoxModel, VBoxView } from "@jupyter-widgets/controls/lib/widget_box.js";
export { DescriptionStyleModel } from "@jupyter-widgets/controls/lib/widget_description.js";
export {
  FloatLogSliderModel,
  FloatLogSliderView,
  FloatSliderModel,
  FloatSliderView,
} from "@jupyter-widgets/controls/lib/widget_float.js";
export { SliderStyleModel } from "@jupyter-widgets/controls/lib/widget_int.js";
export { DirectionalLinkModel, LinkModel } from "@jupyter-widgets/controls/lib/widget_link.js";
export {
  DropdownModel,
  DropdownView,
  ToggleButtonsModel,
  ToggleButtonsStyleModel,
  ToggleButtonsView,
} from "@jupyter-widgets/controls/lib/widget_selection.js";
