// Stacked horizontal bars: positive parts grow to the right of zero, negative ones to the left, their sum is marked.
import { draw as drawShapes, h, shape, svg } from "../dom.js";
import { nodes, spans } from "../words.js";
import { linearTicks } from "./ticks.js";

const ROW = 52;
const BAR = 22;
const LABEL = 20;
const RIGHT = 12;
const FOOT = 24;

export function createBars(view, lab) {
  const height = view.bars.length * ROW + FOOT;
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height });
  const heading = h("div.is-axis-y");
  const element = h("div.is-scheme", { "data-view": view.id, role: "img" }, heading, drawing);
  const color = (name) => lab.palette.color(lab.colorName(name));
  const sum = (bar) => bar.parts.reduce((total, { output }) => total + lab.values[output], 0);
  let width = 0;

  function draw() {
    width ||= drawing.clientWidth || 480;
    const { low, high } = view.axis;
    const x = (value) => RIGHT + ((value - low) / (high - low)) * (width - 2 * RIGHT);
    const parts = [];
    const { ticks, text } = linearTicks(low, high, width / 80);
    const bottom = height - FOOT;
    for (const tick of ticks) {
      const at = Math.round(x(tick)) + 0.5;
      parts.push(
        shape("path", { d: `M${at} 0V${bottom}`, stroke: color(tick === 0 ? "muted" : "grid"), "stroke-width": tick === 0 ? 1.5 : 1 }),
        shape("text", { x: at, y: height - 7, "text-anchor": "middle", "font-size": 12, fill: color("muted") }, text(tick)),
      );
    }
    const halo = { stroke: color("paper"), "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round" };
    view.bars.forEach((bar, i) => {
      const top = i * ROW + LABEL;
      const total = lab.veiled ? "" : ` ${lab.number(bar.parts[0].output, sum(bar))}`;
      parts.push(
        shape("text", { x: x(Math.max(0, low)) + 4, y: top - 5, "font-size": 13, fill: color("ink"), ...halo }, ...spans(lab.fill(bar.label)), shape("tspan", { "font-weight": 600 }, total)),
      );
      if (lab.veiled) return;
      let right = 0;
      let left = 0;
      for (const part of bar.parts) {
        const value = lab.values[part.output];
        const start = value >= 0 ? right : left;
        if (value >= 0) right += value;
        else left += value;
        const [a, b] = [x(start), x(start + value)].sort((p, q) => p - q);
        const ink = color(part.color);
        parts.push(
          shape("rect", {
            x: a, y: top, width: Math.max(0, b - a), height: BAR, fill: ink, "fill-opacity": part.hollow ? 0.18 : 0.85, stroke: ink, "stroke-width": 1.5,
          }),
        );
        const label = lab.fill(part.label);
        // Chinese characters are about as wide as two Latin letters.
        const needed = [...label].reduce((sum, c) => sum + (c > "\u2e7f" ? 13 : 7.2), 8);
        if (label && b - a > needed) {
          parts.push(
            shape("text", { x: (a + b) / 2, y: top + 15.5, "text-anchor": "middle", "font-size": 12, "font-weight": 600, fill: part.hollow ? ink : color("paper") }, ...spans(label)),
          );
        }
      }
      // Where parts of both signs meet, the sum is not where the bar ends.
      if (right > 0 && left < 0) {
        const at = x(sum(bar));
        parts.push(shape("path", { d: `M${at} ${top - 4}V${top + BAR + 4}`, stroke: color("ink"), "stroke-width": 2.5 }));
      }
    });
    drawShapes(drawing, parts);
  }

  return {
    element,
    draw,
    refresh: () => heading.replaceChildren(...nodes(lab.fill(view.axis.label)), view.axis.unit ? ` (${view.axis.unit})` : ""),
    resize() {
      width = drawing.clientWidth;
      draw();
    },
    describe: (text) => element.setAttribute("aria-label", text),
    table: () => ({
      title: lab.fill(view.title),
      head: [[lab.say("quantity")], [view.axis.unit ? lab.say("value", { unit: view.axis.unit }) : lab.say("value_pure")]],
      rows: view.bars.flatMap((bar) => [
        ...bar.parts.map((part) => [
          [lab.plain(bar.label), lab.plain(part.label)].filter(Boolean).join(lab.say("join")),
          lab.number(part.output, lab.values[part.output]),
        ]),
      ]),
    }),
    destroy() {},
  };
}
