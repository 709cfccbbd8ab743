// Elements without a framework: h("button.is-link", { onclick }, "text", node).
const SVG = "http://www.w3.org/2000/svg";

function make(create, selector, properties, children) {
  const [tag, ...classes] = selector.split(".");
  const element = create(tag);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const h = (selector, properties = {}, ...children) =>
  make((tag) => document.createElement(tag), selector, properties, children);

export const svg = (selector, properties = {}, ...children) =>
  make((tag) => document.createElementNS(SVG, tag), selector, properties, children);

// Every widget of a live notebook loads its own copy of this module, so the count is the page's.
export function uniqueId(name) {
  globalThis.ionsynIds = (globalThis.ionsynIds ?? 0) + 1;
  return `ionsyn-${name}-${globalThis.ionsynIds}`;
}

export function setAttributes(element, properties) {
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
}
