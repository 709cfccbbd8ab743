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

// What a drawing that is redrawn with every move consists of, without elements yet: shape("rect", { x, y }, "text", shape).
export const shape = (tag, attributes = {}, ...children) => ({ tag, attributes, children });

// Makes the children of an element what the shapes say; elements that stand where they stood are kept and adjusted.
export function draw(parent, shapes) {
  shapes.forEach((wanted, i) => {
    let there = parent.childNodes[i];
    if (typeof wanted === "string") {
      if (there?.nodeType !== Node.TEXT_NODE) {
        there?.remove();
        parent.insertBefore(document.createTextNode(wanted), parent.childNodes[i] ?? null);
      } else if (there.data !== wanted) there.data = wanted;
      return;
    }
    if (there?.shape?.tag !== wanted.tag) {
      there?.remove();
      there = document.createElementNS(SVG, wanted.tag);
      there.shape = { tag: wanted.tag, attributes: {} };
      parent.insertBefore(there, parent.childNodes[i] ?? null);
    }
    const before = there.shape.attributes;
    for (const [name, value] of Object.entries(wanted.attributes)) {
      if (before[name] !== value) there.setAttribute(name, value);
    }
    for (const name of Object.keys(before)) if (!(name in wanted.attributes)) there.removeAttribute(name);
    there.shape = wanted;
    draw(there, wanted.children);
  });
  while (parent.childNodes.length > shapes.length) parent.lastChild.remove();
}

// Says something else in an element of one text, which stays where it is: a new one would have the browser look at every
// style that asks what an element contains.
export function write(element, text) {
  const { firstChild } = element;
  if (firstChild?.nodeType !== Node.TEXT_NODE || firstChild.nextSibling) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}

// Every widget of a live notebook loads its own copy of this module, so the count is the page's.
export function uniqueId(name) {
  globalThis.ionsynIds = (globalThis.ionsynIds ?? 0) + 1;
  return `ionsyn-${name}-${globalThis.ionsynIds}`;
}

export function setAttributes(element, properties) {
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
}
