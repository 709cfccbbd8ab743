// Small typesetting: *E* is italic, _{K} a subscript, ^{+} a superscript; nested marks do not occur.
import { h, shape, svg } from "./dom.js";

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
export const spans = (source) => parse(source).map(({ text, style }) => shape("tspan", SVG_STYLES[style] ?? {}, text));

// For screen readers and attributes.
export const plain = (source) =>
  parse(source)
    .map(({ text }) => text)
    .join("");

// Text is measured and painted on canvases outside the page, and painted words are kept.  On a canvas of the page every
// text would first make the browser bring styles and layout up to date, in the middle of a redraw that changes them.
const KEPT = 800;

function keep(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    if (map.size >= KEPT) map.delete(map.keys().next().value);
    map.set(key, (value = make()));
  }
  return value;
}

// A font of one size and weight on canvases of `ratio` device pixels a pixel, with what was measured and painted in it.
const faces = new Map();
function faceOf({ size, family, weight = "400", ratio = 1 }) {
  return keep(faces, `${weight} ${size} ${ratio} ${family}`, () => {
    const small = `${weight} ${size * 0.74}px ${family}`;
    const fonts = { "": `${weight} ${size}px ${family}`, italic: `italic ${weight} ${size}px ${family}`, sub: small, sup: small };
    return { size, ratio, fonts, widths: new Map(), settings: new Map(), pictures: new Map() };
  });
}

let ruler = null;
const widthOf = (face, text, style) =>
  keep(face.widths, `${style}|${text}`, () => {
    ruler ??= document.createElement("canvas").getContext("2d");
    ruler.font = face.fonts[style];
    return ruler.measureText(text).width;
  });

// A number that changes with every redraw is put together from its digits, which were painted before; all digits are
// equally wide, and so that they stay so, a digit takes whole device pixels.
const DIGITS = /\d|\D+/g;

// Where each piece of a text stands, from its left end: { text, style, x, shift }, and how wide it is in all.
function set(face, source, inDigits) {
  const pieces = [];
  let width = 0;
  for (const { text, style } of parse(source)) {
    const shift = (style === "sub" ? 0.26 : style === "sup" ? -0.3 : 0) * face.size;
    for (const part of inDigits ? text.match(DIGITS) : [text]) {
      pieces.push({ text: part, style, x: width, shift });
      const own = widthOf(face, part, style);
      width += inDigits ? Math.round(own * face.ratio) / face.ratio : own;
    }
  }
  return { pieces, width };
}

const setting = (face, source) => keep(face.settings, source, () => set(face, source, false));

export const measure = (source, font) => setting(faceOf(font), source).width;

// The place that words take when they are drawn with the same arguments.
export function extent(source, x, y, { align = "left", fleeting = false, ...font }) {
  const face = faceOf(font);
  const { width } = fleeting ? set(face, source, true) : setting(face, source);
  const left = x - (align === "left" ? 0 : width * (align === "right" ? 1 : 0.5));
  return { left, right: left + width, top: y - 0.6 * face.size, bottom: y + 0.6 * face.size };
}

const MARGIN = 4;

// Pieces on a canvas of their own: their letters in a colour, the paper's colour around them, or one on the other.
function painted(face, name, pieces, width, colors) {
  return keep(face.pictures, `${colors.halo}${colors.color}|${name}`, () => {
    const { size, ratio } = face;
    const tall = Math.ceil(size * 1.9 * ratio);
    const wide = Math.ceil((width + 2 * MARGIN) * ratio);
    const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: tall });
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = size * 0.34;
    for (const isHalo of [true, false]) {
      const color = isHalo ? colors.halo : colors.color;
      if (!color) continue;
      context.strokeStyle = context.fillStyle = color;
      for (const { text, style, x, shift } of pieces) {
        context.font = face.fonts[style];
        const at = [text, MARGIN + x, tall / ratio / 2 + shift];
        if (isHalo) context.strokeText(...at);
        else context.fillText(...at);
      }
    }
    return canvas;
  });
}

// Draws on a canvas of `ratio` device pixels a pixel, centred on y, with the paper's colour behind the letters, so that a
// label stays readable on a line.  What is `fleeting` is a value that changes with every redraw.
export function draw(context, source, x, y, { align = "left", fleeting = false, color, halo, ...font }) {
  if (!source) return;
  const face = faceOf(font);
  const { ratio } = face;
  const { pieces, width } = fleeting ? set(face, source, true) : setting(face, source);
  const left = x - MARGIN - (align === "left" ? 0 : width * (align === "right" ? 1 : 0.5));
  // On whole device pixels, or the letters would blur.
  const snap = (value) => Math.round(value * ratio) / ratio;
  const put = (picture, at) => {
    const [wide, tall] = [picture.width / ratio, picture.height / ratio];
    context.drawImage(picture, snap(at), snap(y - tall / 2), wide, tall);
  };
  if (!fleeting) {
    put(painted(face, source, pieces, width, { color, halo }), left);
    return;
  }
  for (const colors of halo ? [{ halo }, { color }] : [{ color }]) {
    for (const { text, style, x: from, shift } of pieces) {
      const alone = [{ text, style, x: 0, shift }];
      put(painted(face, `${style}|${text}`, alone, widthOf(face, text, style), colors), left + from);
    }
  }
}
