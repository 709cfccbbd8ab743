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
const KEPT = 400;
const kept = new Map();
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
let scratch = null;

// Words on a canvas outside the page, `ratio` device pixels a pixel.
function paint(canvas, source, { color, halo, ...font }, ratio, height) {
  const styles = fonts(font);
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  let left = MARGIN;
  const pieces = parse(source).map(({ text, style }) => {
    const at = { text, style, x: left, y: height / 2 + (style === "sub" ? 0.26 : style === "sup" ? -0.3 : 0) * font.size };
    left += widthOf(text, styles[style]);
    return at;
  });
  for (const pass of halo ? ["halo", "ink"] : ["ink"]) {
    for (const { text, style, x, y } of pieces) {
      context.font = styles[style];
      if (pass === "halo") {
        context.strokeStyle = halo;
        context.lineWidth = font.size * 0.34;
        context.strokeText(text, x, y);
      } else {
        context.fillStyle = color;
        context.fillText(text, x, y);
      }
    }
  }
  return canvas;
}

const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });

// Draws on a canvas of `ratio` device pixels a pixel, centred on y, with the paper's colour behind the letters, so that a
// label stays readable on a line.  What is `fleeting`, such as a value that changes with every redraw, is not kept.
export function draw(context, source, x, y, { align = "left", ratio, fleeting = false, ...look }) {
  if (!source) return;
  const { size, family, weight, color, halo } = look;
  const tall = Math.ceil(size * 1.9 * ratio);
  const make = () => {
    const width = measure(source, look);
    const wide = Math.ceil((width + 2 * MARGIN) * ratio);
    if (fleeting && (scratch === null || scratch.width < wide || scratch.height < tall)) scratch = canvasOf(2 * wide, tall);
    return { width, wide, picture: paint(fleeting ? scratch : canvasOf(wide, tall), source, look, ratio, tall / ratio) };
  };
  const { width, wide, picture } = fleeting ? make() : keep(kept, `${source}|${size}|${weight}|${color}|${halo}|${ratio}|${family}`, make);
  const left = x - MARGIN - (align === "left" ? 0 : width * (align === "right" ? 1 : 0.5));
  // On whole device pixels, or the letters would blur.
  const snap = (value) => Math.round(value * ratio) / ratio;
  context.drawImage(picture, 0, 0, wide, tall, snap(left), snap(y - tall / ratio / 2), wide / ratio, tall / ratio);
}
