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
  const title = ({ label, unit }) => [...nodes(label), ` (${unit})`];
  const element = h(
    "div.is-scheme",
    { role: "img" },
    h("div.is-axis-y", {}, ...title(yAxis)),
    drawing,
    h("div.is-axis-x", {}, ...title(xAxis)),
  );
  const color = (name) => lab.palette.color(name);

  function draw(series, here, curve) {
    const width = drawing.clientWidth || 480;
    const right = width - 12;
    const bottom = HEIGHT - BOTTOM;
    const position = ({ low, high, scale }, from, to) => {
      const f = scale === "log" ? Math.log : (v) => v;
      return (v) => from + ((f(v) - f(low)) / (f(high) - f(low))) * (to - from);
    };
    const x = position(xAxis, LEFT, right);
    const y = position(yAxis, bottom, 10);
    const ticksOf = (axis, room) =>
      axis.scale === "log" ? logTicks(axis.low, axis.high) : linearTicks(axis.low, axis.high, room);
    const parts = [];
    const onX = ticksOf(xAxis, width / 90);
    const onY = ticksOf(yAxis, HEIGHT / 48);
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
    parts.push(svg("path", { d: `M${x(here)} 10V${bottom}`, stroke: color("accent"), "stroke-dasharray": "3 4" }));
    if (curve) {
      const d = curve.map(([a, b], i) => `${i ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("");
      parts.push(svg("path", { d, fill: "none", stroke: color("series-1"), "stroke-width": 2 }));
    }
    for (const { points, shape, ink } of series) {
      const d = points.map(([a, b]) => shapePath(shape, x(a), y(Math.min(yAxis.high, Math.max(yAxis.low, b))))).join("");
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
