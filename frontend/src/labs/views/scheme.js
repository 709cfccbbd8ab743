// Compartments or states joined by flows: nodes filled to their level, arrows as wide as what they carry.
import { withUnit } from "../format.js";
import { h, setAttributes, svg, uniqueId, write } from "../dom.js";
import { measure as measureWords, nodes as marked, tspans } from "../words.js";
import { lengthOf, path, placeLabels, placeNodes, placeTitle, wrap } from "./layout.js";

const NARROW = 430; // px; below it words of arrows stand in a list
const MOST = 118; // widest line of words beside an arrow
const WIDEST = { flow: 10, activates: 4, inhibits: 4 };
const THIN = 1.25;
const NOTHING = 0.004; // share of `full` that counts as none

export function createScheme(view, lab) {
  const drawing = svg("svg", { "aria-hidden": "true", width: "100%", height: view.height });
  const list = h("ol.is-flows", { "aria-hidden": "true" });
  const element = h("div.is-scheme", { "data-view": view.id, role: "img" }, drawing, list);
  const color = (name) => lab.palette.color(lab.colorName(name));
  const valueOf = (name) => lab.values[name];
  const shown = (name, value) => withUnit(lab.number(name, value), lab.unit(name));
  // The longest value to expect, so that nothing moves while numbers change.
  const longest = ({ output, full }) => {
    const texts = [valueOf(output), full].map((value) => shown(output, Math.abs(value)));
    const long = texts.sort((a, b) => b.length - a.length)[0];
    return valueOf(output) < 0 ? `\u2212${long}` : long;
  };
  // Made once, so that a drawing in the same state is the same, whatever was drawn before.
  const levels = uniqueId("level");
  let width = 0;
  let nodes = [];
  let flows = [];

  function text(words, x, y, properties = {}) {
    return svg("text", { x, y, fill: color("ink"), "text-anchor": "middle", ...properties }, ...tspans(words));
  }

  // What depends on size, words and theme only.
  function layout() {
    width = drawing.clientWidth || 480;
    const small = width < NARROW;
    const size = small ? 12 : 13;
    const font = { size, family: lab.palette.family(), weight: "600" };
    const measure = (words) => measureWords(words, font);
    const { boxes, height } = placeNodes(
      view.nodes.map((node) => ({
        ...node,
        label: lab.fill(node.label),
        value: node.output ? longest(node) : "",
        round: node.shape === "round",
      })),
      { width, height: view.height, size, measure, small },
    );
    setAttributes(drawing, { height, viewBox: `0 0 ${width} ${height}` });
    const halo = { stroke: color("paper"), "stroke-width": 4, "stroke-opacity": 0.85, "paint-order": "stroke", "stroke-linejoin": "round" };
    const px = (x, y) => ({ x: (x / 100) * width, y: (y / 100) * height });

    // Arrows that end on other arrows find the middles of those first.
    const place = Object.fromEntries(view.nodes.map((node, i) => [node.id, boxes[i]]));
    const joins = (a, b) => [a.start, a.end].map(String).sort().join() === [b.start, b.end].map(String).sort().join();
    const bendOf = (flow, length) => {
      if (flow.bend !== null) return flow.bend;
      const others = view.flows.filter((other) => joins(flow, other));
      if (others.length < 2) return 0;
      const alike = others.filter((other) => String(other.start) === String(flow.start));
      return Math.max(0.17, 34 / length) * (alike.indexOf(flow) % 2 ? -1 : 1) * (1 + Math.floor(alike.indexOf(flow) / 2));
    };
    const paths = view.flows.map(() => null);
    const bulges = view.flows.map(() => 0);
    const onFlow = (end) => typeof end === "string" && !(end in place) && view.flows.findIndex((f) => f.id === end);
    for (let pass = 0; pass < view.flows.length && paths.includes(null); pass++) {
      view.flows.forEach((flow, k) => {
        const ends = [flow.start, flow.end].map((end) => {
          if (typeof end !== "string") return px(...end);
          if (end in place) return place[end];
          const target = paths[onFlow(end)];
          if (!target) return null;
          const [x, y] = target[Math.round((target.length - 1) / 2)];
          return { x, y, w: 10, h: 10 };
        });
        if (paths[k] || !ends.every(Boolean)) return;
        const bend = bendOf(flow, Math.hypot(ends[0].x - ends[1].x, ends[0].y - ends[1].y));
        bulges[k] = Math.sign(bend);
        paths[k] = path(...ends, bend);
      });
    }

    const step = Math.round(size * 1.25);
    const titles = [];
    const zoneParts = view.zones.flatMap((zone) => {
      const { x, y } = px(zone.x, zone.y);
      const { x: w, y: tall } = px(zone.width, zone.height);
      const lines = wrap(lab.fill(zone.label), w - 14, measure);
      const title = placeTitle({ x, y, w, h: tall }, { w: Math.max(0, ...lines.map(measure)), h: lines.length * step }, paths, boxes);
      titles.push(title);
      return [
        svg("rect", { x, y, width: w, height: tall, rx: 8, fill: color(zone.color), "fill-opacity": 0.1, stroke: color(zone.color), "stroke-opacity": 0.45 }),
        ...lines.map((line, i) => text(line, title.x, title.y - title.h / 2 + step * (i + 0.75), { fill: color("muted"), "font-size": size })),
      ];
    });

    // Words beside the arrows where they fit, else numbers on the arrows and the words in a list.
    const plainFont = { ...font, weight: "400" };
    const blocks = view.flows.map((flow, k) => {
      const lines = wrap(lab.fill(flow.label), MOST, (words) => measureWords(words, plainFont));
      const value = flow.output && flow.show_value ? longest(flow) : "";
      if (!lines.length && !value) return null;
      const widths = lines.map((line) => measureWords(line, plainFont));
      return { lines, value, bulge: bulges[k], w: Math.max(...widths, value ? measure(value) : 0) + 4, h: (lines.length + (value ? 1 : 0)) * step };
    });
    const blocked = [...boxes, ...titles];
    let spots = placeLabels(blocks, paths, blocked, { width, height });
    const isCrowded = small || spots.some((spot) => spot && spot.cost > 260);
    if (isCrowded) spots = placeLabels(blocks.map((block) => block && { w: 20, h: 20, bulge: block.bulge }), paths, blocked, { width, height, on: true });
    element.classList.toggle("is-numbered", isCrowded);

    let number = 0;
    const entries = [];
    const labelParts = [];
    flows = view.flows.map((flow, k) => {
      const ink = color(flow.color);
      const line = svg("path", { fill: "none", stroke: ink, "stroke-linejoin": "round", "stroke-dasharray": flow.kind === "flow" ? "none" : "6 4" });
      const head = svg("path", { fill: ink, stroke: ink, "stroke-width": 1, "stroke-linejoin": "round" });
      const group = svg("g", { "data-flow": flow.id || String(k) }, line, head);
      let value = null;
      const spot = spots[k];
      if (spot && isCrowded) {
        number += 1;
        labelParts.push(
          svg("circle", { cx: spot.x, cy: spot.y, r: 9, fill: color("paper"), stroke: ink, "stroke-width": 1.5 }),
          text(String(number), spot.x, spot.y + 4, { "font-size": 12, "font-weight": 600, fill: ink }),
        );
        value = h("span.is-number");
        entries.push(h("li", { style: `--is-mark: var(--is-${lab.colorName(flow.color)})` }, h("span", {}, ...marked(lab.fill(flow.label))), " ", value));
      } else if (spot) {
        const { lines, h: tall } = blocks[k];
        lines.forEach((words, i) => labelParts.push(text(words, spot.x, spot.y - tall / 2 + step * (i + 0.78), { "font-size": size, fill: ink, ...halo })));
        value = text("", spot.x, spot.y - tall / 2 + step * (lines.length + 0.78), { "font-size": size, "font-weight": 600, fill: ink, ...halo });
        labelParts.push(value);
      }
      return { flow, points: paths[k], line, head, group, value, last: null };
    });
    list.replaceChildren(...entries);
    list.hidden = !entries.length;

    nodes = view.nodes.map((node, i) => {
      const box = boxes[i];
      const [x, y] = [box.x - box.w / 2, box.y - box.h / 2];
      const radius = box.round ? box.h / 2 : 6;
      const clip = `${levels}-${i}`;
      const shape = { x, y, width: box.w, height: box.h, rx: radius };
      const level = svg("rect", { x, width: box.w, y: y + box.h, height: 0, fill: color(node.color), "fill-opacity": 0.28, "clip-path": `url(#${clip})` });
      const values = Array.from({ length: box.values }, (_, j) =>
        text("", box.x, y + 5 + (box.round ? 2 : 0) + box.line * (box.lines.length + j + 0.75), { "font-size": size }),
      );
      const group = svg(
        "g",
        { "data-node": node.id },
        svg("clipPath", { id: clip }, svg("rect", shape)),
        svg("rect", { ...shape, fill: color("paper") }),
        level,
        svg("rect", { ...shape, fill: "none", stroke: color(node.color), "stroke-width": 1.75 }),
        ...box.lines.map((words, j) => text(words, box.x, y + 5 + (box.round ? 2 : 0) + box.line * (j + 0.75), { "font-size": size, "font-weight": 600 })),
        ...values,
      );
      return { node, box, level, values, group, last: null };
    });
    drawing.replaceChildren(
      svg("g", {}, ...zoneParts),
      svg("g", {}, ...flows.map(({ group }) => group)),
      svg("g", {}, ...nodes.map(({ group }) => group)),
      svg("g", {}, ...labelParts),
    );
  }

  // The line of an arrow as far as its head, and the head.
  function drawFlow(item) {
    const { flow, line, head, group, value } = item;
    const now = flow.output && !lab.veiled ? valueOf(flow.output) : null;
    const key = `${lab.veiled} ${now}`;
    if (key === item.last) return;
    item.last = key;
    const share = now === null ? 0.15 : Math.min(1, Math.abs(now) / flow.full);
    const isNone = now !== null && !(share > NOTHING);
    const negative = now !== null && now < 0 && !isNone;
    const wide = isNone ? THIN : THIN + 0.5 + share * (WIDEST[flow.kind] - THIN - 0.5);
    const isBar = flow.kind === (negative ? "activates" : "inhibits");
    const points = negative && flow.kind === "flow" ? [...item.points].reverse() : item.points;
    const [x1, y1] = points.at(-1);
    const size = isBar ? 3 : Math.min(7 + wide * 1.1, 0.7 * lengthOf(points));
    const shaft = [];
    for (const point of points) {
      if (Math.hypot(point[0] - x1, point[1] - y1) < size && shaft.length > 0) break;
      shaft.push(point);
    }
    const [x0, y0] = shaft.at(-1);
    const far = Math.hypot(x1 - x0, y1 - y0) || 1;
    const [ux, uy] = [(x1 - x0) / far, (y1 - y0) / far];
    shaft.push([x1 - ux * size * 0.9, y1 - uy * size * 0.9]);
    const half = isBar ? 7 + wide / 2 : size * 0.55 + wide * 0.12;
    const at = (along, across) => `${(x1 - ux * along - uy * across).toFixed(1)} ${(y1 - uy * along + ux * across).toFixed(1)}`;
    line.setAttribute("d", `M${shaft.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`);
    line.setAttribute("stroke-width", wide.toFixed(2));
    setAttributes(head, isBar ? { d: `M${at(0, half)}L${at(0, -half)}L${at(3, -half)}L${at(3, half)}Z` } : { d: `M${at(0, 0)}L${at(size, half)}L${at(size, -half)}Z` });
    group.setAttribute("opacity", isNone || (lab.veiled && flow.output) ? 0.45 : 1);
    if (value && flow.show_value) write(value, now === null ? "" : shown(flow.output, now));
  }

  function drawNode(item) {
    const { node, box, level, values } = item;
    if (!node.output) return;
    const now = lab.veiled ? null : valueOf(node.output);
    if (now === item.last) return;
    item.last = now;
    const tall = now === null || !(now > 0) ? 0 : box.h * Math.min(1, now / node.full);
    level.setAttribute("y", (box.y + box.h / 2 - tall).toFixed(1));
    level.setAttribute("height", tall.toFixed(1));
    const words = now === null ? "" : shown(node.output, now);
    const parts = values.length > 1 ? words.split(/ (?=\S+$)/) : [words];
    values.forEach((value, i) => write(value, parts[i] ?? ""));
  }

  const nameOf = (end) => {
    const node = view.nodes.find(({ id }) => id === end);
    return node ? lab.plain(node.label) : "";
  };
  const nameOfFlow = (flow) => {
    const ends = [nameOf(flow.start), nameOf(flow.end)].filter(Boolean);
    const way = ends.length === 2 ? ends.join(" → ") : "";
    const label = lab.plain(flow.label);
    return label && way ? `${label} (${way})` : label || way || lab.label(flow.output);
  };

  return {
    element,
    draw() {
      if (!nodes.length) layout();
      flows.forEach(drawFlow);
      nodes.forEach(drawNode);
    },
    refresh() {
      nodes = [];
    },
    resize() {
      if (nodes.length && drawing.clientWidth !== width) {
        layout();
        this.draw();
      }
    },
    describe: (text) => element.setAttribute("aria-label", text),
    table: () => ({
      title: lab.fill(view.title),
      head: [[lab.say("quantity")], [lab.say("value_only")]],
      rows: [
        ...view.nodes.map((node) => [lab.plain(node.label), node.output]),
        ...view.flows.filter((flow) => flow.output).map((flow) => [nameOfFlow(flow), flow.output]),
      ].flatMap(([name, output]) => (output ? [[name, shown(output, valueOf(output))]] : [])),
    }),
    destroy() {},
  };
}
