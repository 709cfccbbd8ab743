// Small typesetting: *E* is italic, _{K} a subscript, ^{+} a superscript; nested marks do not occur.
import { h, svg } from "./dom.js";

const MARK = /\*([^*]+)\*|_\{([^}]*)\}|\^\{([^}]*)\}/g;

// [{ text, style: "" | "italic" | "sub" | "sup" }]
export function parse(source) {
  const pieces = [];
  let from = 0;
  for (const match of source.matchAll(MARK)) {
    if (match.index > from) pieces.push({ text: source.slice(from, match.index), style: "" });
    const [whole, italic, sub, sup] = match;
    const style = italic !== undefined ? "italic" : sub !== undefined ? "sub" : "sup";
    pieces.push({ text: italic ?? sub ?? sup, style });
    from = match.index + whole.length;
  }
  if (from < source.length) pieces.push({ text: source.slice(from), style: "" });
  return pieces;
}

const TAGS = { italic: "i", sub: "sub", sup: "sup" };

export function nodes(source) {
  return parse(source).map(({ text, style }) => (style ? h(TAGS[style], {}, text) : document.createTextNode(text)));
}

const SVG_STYLES = {
  italic: { "font-style": "italic" },
  sub: { "font-size": "0.75em", "baseline-shift": "-0.25em" },
  sup: { "font-size": "0.75em", "baseline-shift": "0.35em" },
};

// The same as children of an SVG text.
export const tspans = (source) => parse(source).map(({ text, style }) => svg("tspan", SVG_STYLES[style] ?? {}, text));

// For screen readers and attributes.
export const plain = (source) =>
  parse(source)
    .map(({ text }) => text)
    .join("");

function fonts({ size, family, weight = "400" }) {
  return {
    "": `${weight} ${size}px ${family}`,
    italic: `italic ${weight} ${size}px ${family}`,
    sub: `${weight} ${size * 0.74}px ${family}`,
    sup: `${weight} ${size * 0.74}px ${family}`,
  };
}

// Text is measured and painted on canvases outside the page, and painted words are kept.  On a canvas of the page every
// text would first make the browser bring styles and layout up to date, in the middle of a redraw that changes them.
const KEPT = 600;
const pictures = new Map();
const settings = new Map();
const widths = new Map();
let ruler = null;

function keep(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    if (map.size >= KEPT) map.delete(map.keys().next().value);
    map.set(key, (value = make()));
  }
  return value;
}

const widthOf = (text, font) =>
  keep(widths, `${font}|${text}`, () => {
    ruler ??= document.createElement("canvas").getContext("2d");
    if (ruler.font !== font) ruler.font = font;
    return ruler.measureText(text).width;
  });

export function measure(source, font) {
  const styles = fonts(font);
  return parse(source).reduce((width, { text, style }) => width + widthOf(text, styles[style]), 0);
}

const MARGIN = 4;

// One text of one style on a canvas of its own: its letters, or the paper's colour around them.
function painted(text, font, { size, color, halo }, ratio, isHalo) {
  return keep(pictures, `${text}|${font}|${isHalo ? halo : color}|${ratio}|${isHalo}`, () => {
    const tall = Math.ceil(size * 1.9 * ratio);
    const wide = Math.ceil((widthOf(text, font) + 2 * MARGIN) * ratio);
    const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: tall });
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.font = font;
    if (isHalo) {
      context.strokeStyle = halo;
      context.lineWidth = size * 0.34;
      context.strokeText(text, MARGIN, tall / ratio / 2);
    } else {
      context.fillStyle = color;
      context.fillText(text, MARGIN, tall / ratio / 2);
    }
    return canvas;
  });
}

// A number that changes with every redraw is put together from its digits, which were painted before; all digits are
// equally wide, and so that they stay so, a digit takes whole device pixels.
const DIGITS = /\d|\D+/g;

// Where each piece of a text stands, from its left end: { text, font, style, x }, and how wide it is in all.
function set(source, styles, ratio, inDigits) {
  let width = 0;
  const placed = [];
  for (const { text, style } of parse(source)) {
    const font = styles[style];
    for (const part of inDigits ? text.match(DIGITS) : [text]) {
      placed.push({ text: part, font, style, x: width });
      const own = widthOf(part, font);
      width += inDigits ? Math.round(own * ratio) / ratio : own;
    }
  }
  return { placed, width };
}

// Draws on a canvas of `ratio` device pixels a pixel, centred on y, with the paper's colour behind the letters, so that a
// label stays readable on a line.  What is `fleeting` is a value that changes with every redraw.
export function draw(context, source, x, y, { align = "left", ratio, fleeting = false, ...look }) {
  if (!source) return;
  const { size, weight, family, halo } = look;
  const key = `${source}|${size}|${weight}|${family}|${ratio}`;
  const make = () => set(source, fonts(look), ratio, fleeting);
  const { placed, width } = fleeting ? make() : keep(settings, key, make);
  const left = x - (align === "left" ? 0 : width * (align === "right" ? 1 : 0.5));
  // On whole device pixels, or the letters would blur.
  const snap = (value) => Math.round(value * ratio) / ratio;
  for (const isHalo of halo ? [true, false] : [false]) {
    for (const piece of placed) {
      const picture = painted(piece.text, piece.font, look, ratio, isHalo);
      const [wide, tall] = [picture.width / ratio, picture.height / ratio];
      const shift = (piece.style === "sub" ? 0.26 : piece.style === "sup" ? -0.3 : 0) * size;
      context.drawImage(picture, snap(left + piece.x - MARGIN), snap(y + shift - tall / 2), wide, tall);
    }
  }
}
