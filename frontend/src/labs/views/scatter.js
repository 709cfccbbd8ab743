// Measurements as points, each series with its own shape, and a curve among them once it may be shown.
import { h, svg } from "../dom.js";
import { nodes } from "../words.js";
import { linearTicks, logTicks } from "./ticks.js";

const LEFT = 46;
const BOTTOM = 26;
const HEIGHT = 300;
const SHAPES = [
  (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  (x, y, r) => `M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r * 0.85}H${x - r * 1.15}Z`,
  (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`,
  (x, y, r) => `M${x} ${y - r * 1.35}L${x + r * 1.35} ${y}L${x} ${y + r * 1.35}L${x - r * 1.35} ${y}Z`,
];

export const shapePath = (shape, x, y, r = 5) => SHAPES[shape % SHAPES.length](x, y, r);

export function createScatter({ x: xAxis, y: yAxis }, lab) {
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height: HEIGHT });
  const legend = h("ul.is-legend");
  const title = ({ label, unit }) => [...nodes(label), unit ? ` (${unit})` : ""];
  const element = h(
    "div.is-scheme",
    { role: "img" },
    h("div.is-axis-y", {}, ...title(yAxis)),
    drawing,
    h("div.is-axis-x", {}, ...title(xAxis)),
  );
  const color = (name) => lab.palette.color(name);

  // The range of an axis: as declared, or up to a round number above whatever was measured and should be in view.
  function rangeOf({ low, high, include, scale }, values) {
    if (high !== null) return { low, high, scale };
    const most = 1.08 * Math.max(...values, ...include);
    const power = 10 ** Math.floor(Math.log10(most));
    return { low, high: power * [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((m) => m * power >= most), scale };
  }

  // `curve` is a function of x, drawn where it lies in the frame.
  function draw(series, here, curve) {
    const points = series.flatMap((s) => s.points);
    const xRange = rangeOf(xAxis, points.map(([a]) => a));
    const yRange = rangeOf(yAxis, points.map(([, b]) => b));
    const width = drawing.clientWidth || 480;
    const right = width - 12;
    const bottom = HEIGHT - BOTTOM;
    const position = ({ low, high, scale }, from, to) => {
      const f = scale === "log" ? Math.log : (v) => v;
      return (v) => from + ((f(v) - f(low)) / (f(high) - f(low))) * (to - from);
    };
    const x = position(xRange, LEFT, right);
    const y = position(yRange, bottom, 10);
    const ticksOf = (axis, room) =>
      axis.scale === "log" ? logTicks(axis.low, axis.high) : linearTicks(axis.low, axis.high, room);
    const parts = [];
    const onX = ticksOf(xRange, width / 90);
    const onY = ticksOf(yRange, HEIGHT / 48);
    for (const tick of onY.ticks) {
      const at = Math.round(y(tick)) + 0.5;
      parts.push(
        svg("path", { d: `M${LEFT} ${at}H${right}`, stroke: color(tick === 0 ? "rule" : "grid") }),
        svg("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end", "font-size": 12, fill: color("muted") }, onY.text(tick)),
      );
    }
    for (const tick of onX.ticks) {
      const at = Math.round(x(tick)) + 0.5;
      parts.push(
        svg("path", { d: `M${at} 10V${bottom + 5}`, stroke: color("grid") }),
        svg("text", { x: at, y: HEIGHT - 6, "text-anchor": "middle", "font-size": 12, fill: color("muted") }, onX.text(tick)),
      );
    }
    for (const tick of onX.minor) parts.push(svg("path", { d: `M${x(tick)} ${bottom}v4`, stroke: color("rule") }));
    if (here !== null) parts.push(svg("path", { d: `M${x(here)} 10V${bottom}`, stroke: color("accent"), "stroke-dasharray": "3 4" }));
    if (curve) {
      const { low, high, scale } = xRange;
      let isOn = false;
      let d = "";
      for (let i = 0; i <= 240; i++) {
        const a = scale === "log" ? low * (high / low) ** (i / 240) : low + ((high - low) * i) / 240;
        const b = curve(a);
        const fits = b >= yRange.low && b <= yRange.high;
        if (fits) d += `${isOn ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`;
        isOn = fits;
      }
      parts.push(svg("path", { d, fill: "none", stroke: color("series-1"), "stroke-width": 2 }));
    }
    const inside = (value, { low, high }) => Math.min(high, Math.max(low, value));
    for (const { points, shape, ink } of series) {
      const d = points.map(([a, b]) => shapePath(shape, x(inside(a, xRange)), y(inside(b, yRange)))).join("");
      parts.push(svg("path", { d, fill: color(ink), stroke: color("paper"), "stroke-width": 1.5 }));
    }
    drawing.replaceChildren(...parts);
    legend.replaceChildren(
      ...series.map(({ name, shape, ink }) =>
        h("li", {}, svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, svg("path", { d: shapePath(shape, 7, 7), fill: color(ink) })), name),
      ),
    );
  }

  return { element, legend, draw, describe: (text) => element.setAttribute("aria-label", text) };
}
