// How many trials of a sample fell into each bin, and the curve of how many are expected to.
import { histogram } from "../../modelling/sampler.js";
import { draw as drawShapes, h, shape, svg } from "../dom.js";
import { formatNumber } from "../format.js";
import { nodes } from "../words.js";
import { linearTicks } from "./ticks.js";

const LEFT = 46;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;
const FINE = 12; // points of the curve a bin

export function createHistogram(view, lab) {
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height: view.height });
  const yLabel = h("div.is-axis-y");
  const xLabel = h("div.is-axis-x");
  const legend = h("ul.is-legend");
  const element = h("div.is-scheme", { "data-view": view.id, role: "img" }, yLabel, drawing, xLabel, legend);
  const color = (name) => lab.palette.color(lab.colorName(name));
  const end = (at) => (typeof at === "number" ? at : lab.values[at]);
  let width = 0;

  // Counts and expectation for the present sample; `expected` holds how many a bin should hold, point by point.
  function data() {
    const [low, high] = [end(view.low), end(view.high)];
    const counts = histogram(lab.state.column(view.of), low, high, view.bins);
    if (!view.expected) return { low, high, counts, x: [], expected: [] };
    const axis = { parameter: view.parameter, low, high, scale: "linear" };
    const { x, columns } = lab.state.curves(axis, [{ output: view.expected, at: {} }], view.bins * FINE + 1);
    const scale = (lab.state.trials * (high - low)) / view.bins;
    return { low, high, counts, x, expected: columns[0].map((density) => density * scale) };
  }

  function draw() {
    width ||= drawing.clientWidth || 480;
    const { low, high, counts, x: along, expected } = data();
    const bottom = view.height - BOTTOM;
    const most = 1.06 * Math.max(1, ...counts, ...expected);
    const x = (value) => LEFT + ((value - low) / (high - low)) * (width - LEFT - RIGHT);
    const y = (value) => bottom - (value / most) * (bottom - TOP);
    const onX = linearTicks(low, high, width / 90);
    const onY = linearTicks(0, most, view.height / 48);
    const parts = [];
    for (const tick of onY.ticks) {
      const at = Math.round(y(tick)) + 0.5;
      parts.push(
        shape("path", { d: `M${LEFT} ${at}H${width - RIGHT}`, stroke: color(tick === 0 ? "rule" : "grid") }),
        shape("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end", "font-size": 12, fill: color("muted") }, onY.text(tick)),
      );
    }
    for (const tick of onX.ticks) {
      const at = Math.round(x(tick)) + 0.5;
      parts.push(
        shape("path", { d: `M${at} ${bottom}v5`, stroke: color("rule") }),
        shape("text", { x: at, y: view.height - 6, "text-anchor": "middle", "font-size": 12, fill: color("muted") }, onX.text(tick)),
      );
    }
    if (!lab.veiled) {
      const edge = (i) => x(low + ((high - low) * i) / view.bins);
      const bars = Array.from(counts, (count, i) => (count ? `M${edge(i).toFixed(1)} ${bottom}V${y(count).toFixed(1)}H${edge(i + 1).toFixed(1)}V${bottom}Z` : "")).join("");
      const curve = Array.from(expected, (value, i) => `${i ? "L" : "M"}${x(along[i]).toFixed(1)} ${y(value).toFixed(1)}`).join("");
      parts.push(
        shape("path", { d: bars, fill: color(view.color), "fill-opacity": 0.35, stroke: color(view.color), "stroke-width": 1 }),
        shape("path", { d: curve, fill: "none", stroke: color(view.expected_color), "stroke-width": 2 }),
      );
    }
    drawShapes(drawing, parts);
  }

  const key = (mark, words) => h("li", {}, svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, mark), ...nodes(lab.fill(words)));

  return {
    element,
    draw,
    refresh() {
      const { label, unit } = view.axis;
      xLabel.replaceChildren(...nodes(lab.fill(label)), unit ? ` (${unit})` : "");
      yLabel.replaceChildren(...nodes(lab.fill(view.count_label)));
      const ink = color(view.color);
      legend.replaceChildren(
        key(svg("rect", { x: 1, y: 2, width: 12, height: 11, fill: ink, "fill-opacity": 0.35, stroke: ink }), view.label),
        ...(view.expected ? [key(svg("path", { d: "M0 8H14", stroke: color(view.expected_color), "stroke-width": 2 }), view.expected_label)] : []),
      );
    },
    resize() {
      width = drawing.clientWidth;
      draw();
    },
    describe: (text) => element.setAttribute("aria-label", text),
    table() {
      const { low, high, counts, expected } = data();
      const edge = (i) => formatNumber(low + ((high - low) * i) / view.bins, { decimals: 1 });
      const mean = (i) => expected.subarray(i * FINE, (i + 1) * FINE).reduce((sum, value) => sum + value, 0) / FINE;
      const head = [[...nodes(lab.fill(view.axis.label)), ` (${view.axis.unit})`], [...nodes(lab.fill(view.label))]];
      return {
        title: lab.fill(view.title),
        head: view.expected ? [...head, [...nodes(lab.fill(view.expected_label))]] : head,
        rows: Array.from(counts, (count, i) => [
          `${edge(i)}–${edge(i + 1)}`,
          formatNumber(count, { decimals: 0 }),
          ...(view.expected ? [formatNumber(mean(i), { decimals: 1 })] : []),
        ]),
      };
    },
    destroy() {},
  };
}
