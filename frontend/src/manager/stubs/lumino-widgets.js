// The two classes of @lumino/widgets that the book's controls use.
export { Widget } from "../../../node_modules/@lumino/widgets/src/widget.ts";
export { Panel } from "../../../node_modules/@lumino/widgets/src/panel.ts";
export { PanelLayout } from "../../../node_modules/@lumino/widgets/src/panellayout.ts";
