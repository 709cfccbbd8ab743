// Backbone views keep `$el` beside `el`; the controls only ever read its element.
export default function jquery(element) {
  return { 0: element, length: element ? 1 : 0 };
}
