// Several quantities of one unit on one vertical scale: a stem from zero to each value.
import { draw as drawShapes, h, shape, svg } from "../dom.js";
import { withUnit } from "../format.js";
import { nodes, spans } from "../words.js";
import { linearTicks } from "./ticks.js";

const LEFT = 46;

export function createLadder(view, lab) {
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height: view.height });
  const heading = h("div.is-axis-y");
  const element = h("div.is-scheme", { "data-view": view.id, role: "img" }, heading, drawing);
  const color = (name) => lab.palette.color(lab.colorName(name));
  let width = 0;

  function draw() {
    width ||= drawing.clientWidth || 480;
    const { low, high } = view.axis;
    const top = 12;
    const bottom = view.height - 34;
    const y = (value) => bottom - ((value - low) / (high - low)) * (bottom - top);
    const parts = [];
    const { ticks, text } = linearTicks(low, high, view.height / 48);
    for (const tick of ticks) {
      const at = Math.round(y(tick)) + 0.5;
      parts.push(
        shape("path", { d: `M${LEFT} ${at}H${width}`, stroke: lab.palette.color(tick === 0 ? "muted" : "grid"), "stroke-width": tick === 0 ? 1.5 : 1 }),
        shape("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end", "font-size": 12, fill: lab.palette.color("muted") }, text(tick)),
      );
    }
    const column = (width - LEFT) / view.rungs.length;
    view.rungs.forEach((rung, i) => {
      const x = LEFT + column * (i + 0.5);
      const value = lab.values[rung.output];
      const ink = color(rung.color);
      const centre = { x, "text-anchor": "middle" };
      const halo = { stroke: lab.palette.color("paper"), "stroke-width": 5, "paint-order": "stroke", "stroke-linejoin": "round" };
      parts.push(shape("text", { ...centre, y: view.height - 10, "font-size": 13, fill: ink, "font-weight": 600 }, ...spans(lab.fill(rung.label))));
      if (lab.veiled) return;
      const up = value >= 0;
      parts.push(
        shape("path", { d: `M${x} ${y(0)}V${y(value)}`, stroke: ink, "stroke-width": 4 }),
        shape("path", { d: `M${x - column * 0.28} ${y(value)}H${x + column * 0.28}`, stroke: ink, "stroke-width": 4, "stroke-linecap": "round" }),
        shape("text", { ...centre, ...halo, y: y(value) + (up ? -10 : 20), "font-size": 14, "font-weight": 600, fill: ink }, withUnit(lab.number(rung.output, value), width < 420 ? "" : lab.unit(rung.output))),
        shape("text", { ...centre, ...halo, y: y(0) + (up ? 17 : -9), "font-size": 12, fill: lab.palette.color("muted") }, ...spans(lab.fill(rung.note))),
      );
    });
    drawShapes(drawing, parts);
  }

  return {
    element,
    draw,
    refresh: () => heading.replaceChildren(...nodes(lab.fill(view.axis.label)), ` (${view.axis.unit})`),
    resize() {
      width = drawing.clientWidth;
      draw();
    },
    describe: (text) => element.setAttribute("aria-label", text),
    table: () => ({
      title: lab.fill(view.title),
      head: [[lab.say("quantity")], [lab.say("value", { unit: view.axis.unit })]],
      rows: view.rungs.map((rung) => [lab.label(rung.output), lab.number(rung.output, lab.values[rung.output])]),
    }),
    destroy() {},
  };
}
