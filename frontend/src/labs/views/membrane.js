// A scheme of the membrane: the ion's dots in both compartments, charges on the two faces, arrows across.
import { formatNumber, withUnit } from "../format.js";
import { draw, h, shape, svg, write } from "../dom.js";
import { spans } from "../words.js";

const DOTS = 60; // the fuller side shows at most this many dots
const BAND = 30; // thickness of the bilayer in px
const MILLIVOLTS_PER_SIGN = 12;

// Evenly scattered places that stay where they are while dots come and go (a Halton sequence).
function halton(index, base) {
  let result = 0;
  for (let f = 1 / base, i = index; i > 0; i = Math.floor(i / base), f /= base) result += f * (i % base);
  return result;
}
const PLACES = Array.from({ length: DOTS }, (_, i) => [halton(i + 1, 2), halton(i + 1, 3)]);

// 1, 2, 2.5 or 5 times a power of ten, such that the fuller side has at most DOTS dots.
function amountPerDot(largest) {
  const least = largest / DOTS;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 2.5, 5, 10].find((s) => s * power >= least * 0.999) * power;
}

export function createMembrane(view, lab) {
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height: view.height });
  const note = h("p.is-hint");
  const element = h("div.is-scheme", { "data-view": view.id, role: "img" }, drawing, note);
  const layers = Object.fromEntries(["cell", "dots", "faces", "arrows", "words"].map((name) => [name, svg("g")]));
  drawing.append(...Object.values(layers));
  const color = (name) => lab.palette.color(lab.colorName(name));
  let width = 0;
  let middle = 0;

  const label = (text, x, y, properties = {}) =>
    shape("text", { x, y, fill: lab.palette.color("muted"), "font-size": 13, ...properties }, ...spans(text));

  // What depends on the size and the theme only.
  function layout() {
    width = drawing.clientWidth || 480;
    middle = Math.round(view.height / 2);
    const top = middle - BAND / 2;
    const parts = [
      svg("rect", { x: 0, y: 0, width, height: view.height, rx: 6, fill: lab.palette.color("panel") }),
      svg("rect", { x: 0, y: middle, width, height: view.height - middle, fill: lab.palette.color("grid"), opacity: 0.55 }),
      svg("rect", { x: 0, y: top, width, height: BAND, fill: lab.palette.color("paper") }),
    ];
    // Two rows of lipid heads with their tails.
    const lipid = lab.palette.color("rule");
    let heads = "";
    let tails = "";
    for (let x = 5; x < width; x += 10) {
      if (pores().some((pore) => Math.abs(pore - x) < 13)) continue;
      for (const [y, inward] of [
        [top + 4, 1],
        [top + BAND - 4, -1],
      ]) {
        heads += `M${x - 3.4} ${y}a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0`;
        tails += `M${x - 1.3} ${y + inward * 3}v${inward * 6.5}M${x + 1.3} ${y + inward * 3}v${inward * 6.5}`;
      }
    }
    parts.push(svg("path", { d: tails, stroke: lipid, "stroke-width": 0.9, fill: "none" }), svg("path", { d: heads, fill: lipid }));
    for (const x of pores()) {
      for (const side of [-1, 1]) {
        parts.push(
          svg("rect", {
            x: x + side * 9 - 3.5, y: top - 2, width: 7, height: BAND + 4, rx: 3.5, fill: lab.palette.color("muted"),
          }),
        );
      }
    }
    layers.cell.replaceChildren(...parts);
  }

  const pores = () => {
    const count = view.arrows.length || 1;
    return Array.from({ length: count }, (_, i) => (width * (i + 1)) / (count + 1));
  };

  const valueOf = (name) => lab.values[name];

  function drawDots() {
    const outside = valueOf(view.outside);
    const inside = valueOf(view.inside);
    const unit = amountPerDot(Math.max(outside, inside));
    const radius = 3.6;
    let path = "";
    for (const [amount, low, high] of [
      [outside, 34, middle - BAND / 2 - 18],
      [inside, middle + BAND / 2 + 18, view.height - 32],
    ]) {
      const shown = Math.min(DOTS, Math.round(amount / unit));
      for (let i = 0; i < shown; i++) {
        const [a, b] = PLACES[i];
        const x = 12 + a * (width - 24);
        const y = low + b * (high - low);
        path += `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
      }
    }
    draw(layers.dots, [shape("path", { d: path, fill: color(view.color), opacity: 0.6 })]);
    const per = formatNumber(unit, { significant: unit < 1 ? 1 : 2 });
    write(note, lab.say("per_dot", { ion: lab.plain(view.ion), amount: withUnit(per, "mM") }));
  }

  // A sign per MILLIVOLTS_PER_SIGN on each face; the bulk stays neutral.
  function drawFaces() {
    if (!view.voltage) return;
    const V = valueOf(view.voltage);
    const most = Math.floor(width / 26);
    const count = Math.min(most, Math.round(Math.abs(V) / MILLIVOLTS_PER_SIGN));
    const parts = [];
    for (let i = 0; i < count; i++) {
      const x = (width * (i + 0.5)) / count;
      for (const [y, sign] of [
        [middle - BAND / 2 - 8, V < 0 ? 1 : -1],
        [middle + BAND / 2 + 8, V < 0 ? -1 : 1],
      ]) {
        const d = sign > 0 ? `M${x - 4} ${y}h8M${x} ${y - 4}v8` : `M${x - 4} ${y}h8`;
        parts.push(shape("path", { d, stroke: lab.palette.color(sign > 0 ? "bad" : "accent"), "stroke-width": 2 }));
      }
    }
    draw(layers.faces, parts);
  }

  function drawArrows() {
    const reach = view.height / 2 - 30;
    const parts = [];
    const halo = { stroke: lab.palette.color("paper"), "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round" };
    view.arrows.forEach((arrow, i) => {
      const x = pores()[i];
      const value = valueOf(arrow.output);
      const share = Math.tanh(Math.abs(value) / arrow.full);
      const ink = color(arrow.color);
      const up = value > 0;
      const half = share < 0.003 ? 0 : 26 + share * (reach - 26);
      if (half) {
        const tip = middle - (up ? 1 : -1) * half;
        const tail = middle + (up ? 1 : -1) * half;
        const back = up ? 1 : -1;
        parts.push(
          shape("path", { d: `M${x} ${tail}V${tip + back * 10}`, stroke: ink, "stroke-width": arrow.hollow ? 2.5 : 5, "stroke-dasharray": arrow.hollow ? "6 3" : "none" }),
          shape("path", {
            d: `M${x} ${tip}l-8 ${back * 13}h16z`, fill: arrow.hollow ? lab.palette.color("paper") : ink, stroke: ink, "stroke-width": 2.5, "stroke-linejoin": "round",
          }),
        );
      } else {
        parts.push(shape("path", { d: `M${x - 9} ${middle}h18`, stroke: ink, "stroke-width": 4 }));
      }
      const right = i >= view.arrows.length / 2;
      const text = label(lab.fill(arrow.label), x + (right ? 18 : -18), middle - BAND / 2 - 26, {
        fill: ink, "font-weight": 600, "text-anchor": right ? "start" : "end", ...halo,
      });
      parts.push(text);
    });
    draw(layers.arrows, parts);
  }

  function drawWords() {
    const halo = { stroke: lab.palette.color("panel"), "stroke-width": 5, "paint-order": "stroke", "stroke-linejoin": "round" };
    const amount = (name) => `${lab.fill(view.ion)} ${withUnit(lab.number(name, valueOf(name)), lab.unit(name))}`;
    const voltage = view.voltage ? `*V*_{m} ${withUnit(lab.number(view.voltage, valueOf(view.voltage)), "mV")}` : "";
    draw(layers.words, [
      label(`${lab.say("outside")}  ${amount(view.outside)}`, 10, 18, halo),
      label(`${lab.say("inside")}  ${amount(view.inside)}`, 10, view.height - 9, halo),
      label(voltage, width - 10, view.height - 9, { "text-anchor": "end", ...halo }),
    ]);
  }

  return {
    element,
    draw() {
      if (!width) layout();
      drawing.style.visibility = note.style.visibility = lab.veiled ? "hidden" : "";
      if (lab.veiled) return;
      drawDots();
      drawFaces();
      drawArrows();
      drawWords();
    },
    refresh: layout,
    resize() {
      if (drawing.clientWidth !== width) {
        layout();
        this.draw();
      }
    },
    describe: (text) => element.setAttribute("aria-label", text),
    destroy() {},
  };
}
