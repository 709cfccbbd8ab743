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

export function measure(context, source, font) {
  const styles = fonts(font);
  let width = 0;
  for (const { text, style } of parse(source)) {
    context.font = styles[style];
    width += context.measureText(text).width;
  }
  return width;
}

// Draws on a canvas with the paper's colour behind the letters, so that a label stays readable on a line.
export function draw(context, source, x, y, { align = "left", color, halo, ...font }) {
  const styles = fonts(font);
  let left = x - (align === "left" ? 0 : measure(context, source, font) * (align === "right" ? 1 : 0.5));
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  const pieces = parse(source).map((piece) => {
    context.font = styles[piece.style];
    const at = { ...piece, x: left, y: y + (piece.style === "sub" ? 0.26 : piece.style === "sup" ? -0.3 : 0) * font.size };
    left += context.measureText(piece.text).width;
    return at;
  });
  for (const pass of halo ? ["halo", "ink"] : ["ink"]) {
    for (const piece of pieces) {
      context.font = styles[piece.style];
      if (pass === "halo") {
        context.strokeStyle = halo;
        context.lineWidth = font.size * 0.34;
        context.strokeText(piece.text, piece.x, piece.y);
      } else {
        context.fillStyle = color;
        context.fillText(piece.text, piece.x, piece.y);
      }
    }
  }
}
