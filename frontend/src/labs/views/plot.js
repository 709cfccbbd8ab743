// A plot of curves with the present state on it, drawn by uPlot on a canvas.
import uPlot from "uplot";
import { formatNumber, withUnit } from "../format.js";
import { h } from "../dom.js";
import { followEarly } from "../early.js";
import { draw as drawWords, extent, measure, nodes } from "../words.js";
import { linearTicks, logTicks } from "./ticks.js";

const DASHES = { solid: [], dashed: [9, 5], dotted: [2, 4], dashdot: [10, 4, 2, 4], points: [] };
const SIZE = 13;
const TICK = 5;

export function createPlot(panel, lab) {
  const { palette } = lab;
  const axisLabel = ({ label, unit }) => [...nodes(lab.fill(label)), ...(unit ? [` (${unit})`] : [])];
  const yLabel = h("div.is-axis-y");
  const xLabel = h("div.is-axis-x");
  const canvasHost = h("div.is-canvas");
  const element = h("div.is-plot", { "data-view": panel.id, role: "img" }, yLabel, canvasHost, xLabel);

  let plot = null;
  let ticks = { x: null, y: null };
  let traces = panel.traces;
  let labelWidths = [];
  let frame = 0;
  const font = () => ({ size: SIZE, family: palette.family(), ratio: uPlot.pxRatio });
  const numberFont = () => ({ ...font(), size: SIZE - 1 });
  let beside = 46; // px left of the plot: what the widest number has needed, so that nothing moves to and fro
  const ink = (name) => palette.color(lab.colorName(name));
  const hasCursor = panel.x.time && lab.spec.cursor;
  const needsCursor = hasCursor && !panel.markers.some((marker) => !marker.x && marker.drop);
  // A name stands for its present value in the units of the axis, a number for itself.
  const valueOn = (axis, at) => (typeof at === "number" ? at : lab.values[at] * (axis === panel.y || axis.time ? axis.factor : 1));

  // A ghost is a comparison; where it coincides with the state itself it only doubles the line.
  const isDoubled = (trace) =>
    trace.ghost && Object.entries(trace.at).every(([name, value]) => lab.values[name] === value);

  function axisSpec(side) {
    const axis = side === "x" ? panel.x : panel.y;
    const isLog = axis.scale === "log";
    return {
      scale: side,
      side: side === "x" ? 2 : 3,
      size: side === "x" ? 30 : () => (beside = Math.max(beside, ...(ticks.y?.names ?? []).map((name) => Math.ceil(measure(name, numberFont())) + 14))),
      gap: 6,
      ticks: { size: TICK },
      splits: (u, _index, low, high) => {
        const room = side === "x" ? u.width / 90 : u.height / 48;
        if (ticks[side]?.key !== `${low} ${high} ${room}`) {
          const found = isLog ? logTicks(low, high) : linearTicks(low, high, room);
          const all = [...found.ticks, ...found.minor].sort((a, b) => a - b);
          ticks[side] = { ...found, all, names: found.ticks.map(found.text), key: `${low} ${high} ${room}` };
        }
        return ticks[side].all;
      },
      values: (_, splits) => splits.map(() => null),
    };
  }

  // Where a marker stands, in the units of the axes; elsewhere than at the present state, that state is computed once
  // for each picture.
  let stood = new Map();
  function standing(marker) {
    if (!stood.has(marker)) {
      const values = Object.keys(marker.at).length ? lab.outputsAt(marker.at) : lab.values;
      const x = marker.x ? values[marker.x] * (panel.x.time ? panel.x.factor : 1) : lab.state.positionOn(panel.x);
      stood.set(marker, { x, value: values[marker.output], y: values[marker.output] * panel.y.factor });
    }
    return stood.get(marker);
  }

  function rangeOf(axis, data) {
    if (axis.low !== null && axis.high !== null) return [axis.low, axis.high];
    let low = axis.low ?? Infinity;
    let high = axis.high ?? -Infinity;
    for (const column of [...data, axis.include]) {
      for (const value of column) {
        if (value === null || !Number.isFinite(value)) continue;
        if (axis.low === null && value < low) low = value;
        if (axis.high === null && value > high) high = value;
      }
    }
    if (axis.symmetric) {
      // The frame stays while the data fill a fair part of it, so that a steeper line looks steeper.
      const reach = Math.max(axis.least, Math.abs(low), Math.abs(high));
      if (reach > frame || reach < 0.25 * frame) {
        const power = 10 ** Math.floor(Math.log10(reach) + 1e-9);
        frame = [1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10, 12].find((m) => m * power >= reach * 1.1) * power;
      }
      return [-frame, frame];
    }
    if (!(high > low)) [low, high] = [low - 1, low + 1];
    const margin = (high - low) * 0.06;
    return [axis.low ?? low - margin, axis.high ?? high + margin];
  }

  function build(data) {
    const width = Math.max(200, canvasHost.clientWidth || 480);
    labelWidths = traces.map(labelWidth);
    const right = Math.max(18, Math.min(width * 0.28, 10 + Math.max(0, ...labelWidths.filter((_, k) => traces[k].label_at >= 1))));
    plot = new uPlot(
      {
        width,
        height: heightFor(width),
        padding: [12, right, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, distr: panel.x.scale === "log" ? 3 : 1, range: (u) => rangeOf(panel.x, [u.data[0]]) },
          y: { distr: panel.y.scale === "log" ? 3 : 1, range: (u) => rangeOf(panel.y, [...u.data.slice(1), markedBesides()]) },
        },
        axes: [axisSpec("x"), axisSpec("y")],
        series: [{}, ...traces.map(seriesSpec)],
        // Axes are ours: they stay as they are from one redraw to the next.
        drawOrder: ["series"],
        hooks: { drawClear: [drawAxes, drawRules], draw: [drawOver] },
      },
      data,
      canvasHost,
    );
    plot.root.setAttribute("aria-hidden", "true");
    listen();
  }

  // Points with a place of their own need not lie on any curve, and are kept in view.
  const markedBesides = () => panel.markers.filter((marker) => marker.x).map((marker) => standing(marker).y);

  const labelWidth = (trace) => measure(lab.fill(trace.label), { ...font(), weight: "600" });
  const heightFor = (width) => Math.round(Math.min(panel.height, Math.max(panel.height * 0.72, width * 0.62)));

  function seriesSpec(trace) {
    return {
      scale: "y",
      stroke: () => (trace.ghost ? palette.color("muted") : ink(trace.color)),
      width: trace.ghost ? 1 : 2.25,
      dash: DASHES[trace.dash],
      points: trace.dash === "points" ? { show: true, size: 4, fill: () => ink(trace.color), width: 0 } : { show: false },
      paths: trace.dash === "points" ? () => null : undefined,
      spanGaps: false,
      pxAlign: 0,
    };
  }

  // --- what is drawn beside uPlot's own axes and curves; u.bbox and valToPos(…, true) are in canvas pixels ---

  function inCssPixels(u, paint, context = u.ctx) {
    const ratio = uPlot.pxRatio;
    context.save();
    context.scale(ratio, ratio);
    const box = {
      left: u.bbox.left / ratio,
      top: u.bbox.top / ratio,
      width: u.bbox.width / ratio,
      height: u.bbox.height / ratio,
    };
    box.right = box.left + box.width;
    box.bottom = box.top + box.height;
    const at = (value, scale) => u.valToPos(value, scale, true) / ratio;
    paint(context, box, at);
    context.restore();
  }

  function line(context, x0, y0, x1, y1, color, { dash = [], width = 1 } = {}) {
    context.beginPath();
    context.setLineDash(dash);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
    context.setLineDash([]);
  }

  // Grid, ticks and numbers, painted once for as long as scales, size and colours stay.
  let sheet = { key: "", canvas: null };
  function drawAxes(u) {
    const { width, height } = u.ctx.canvas;
    const key = [ticks.x.key, ticks.y.key, width, height, ...Object.values(u.bbox)].join(" ");
    if (sheet.key !== key) {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      inCssPixels(u, paintAxes(u), canvas.getContext("2d"));
      sheet = { key, canvas };
    }
    u.ctx.drawImage(sheet.canvas, 0, 0);
  }

  const paintAxes = (u) => (context, box, at) => {
    const ratio = uPlot.pxRatio;
    // Lines of one pixel fill whole device pixels.
    const crisp = (value) => (Math.round(value * ratio) + (Math.round(ratio) % 2) / 2) / ratio;
    const level = (y, from, to, color, width = 1) => line(context, from, crisp(y), to, crisp(y), color, { width });
    const upright = (x, from, to, color, width = 1) => line(context, crisp(x), from, crisp(x), to, color, { width });
    for (const tick of ticks.x.ticks) upright(at(tick, "x"), box.top, box.bottom, palette.color("grid"));
    for (const tick of ticks.y.ticks) level(at(tick, "y"), box.left, box.right, palette.color("grid"));
    for (const tick of ticks.x.all) upright(at(tick, "x"), box.bottom, box.bottom + TICK, palette.color("rule"));
    for (const tick of ticks.y.all) level(at(tick, "y"), box.left - TICK, box.left, palette.color("rule"));
    level(box.bottom, box.left, box.right, palette.color("rule"));
    // The zero of each linear axis is where signs change, so it stands out from the grid.
    for (const [axis, scale] of [
      [panel.x, "x"],
      [panel.y, "y"],
    ]) {
      const { min, max } = u.scales[scale];
      if (axis.scale === "log" || !(min < 0 && max > 0)) continue;
      if (scale === "x") upright(at(0, scale), box.top, box.bottom, palette.color("rule"), 1.25);
      else level(at(0, scale), box.left, box.right, palette.color("rule"), 1.25);
    }
    const look = { ...numberFont(), color: palette.color("muted") };
    ticks.x.ticks.forEach((tick, i) => drawWords(context, ticks.x.names[i], at(tick, "x"), box.bottom + 18, { ...look, align: "center" }));
    ticks.y.ticks.forEach((tick, i) => drawWords(context, ticks.y.names[i], box.left - 11, at(tick, "y"), { ...look, align: "right" }));
  };

  // Words already on the picture, so that those of a marker, which moves, find a free place.
  let taken = [];
  function write(context, words, x, y, look) {
    if (!words) return;
    taken.push(extent(words, x, y, look));
    drawWords(context, words, x, y, look);
  }

  function drawRules(u) {
    taken = [];
    inCssPixels(u, (context, box, at) => {
      if (lab.veiled) return;
      for (const band of panel.bands) {
        const [from, to] = [band.start, band.end].map((end) => at(valueOn(panel.x, end), "x"));
        const [a, b] = [Math.max(box.left, from), Math.min(box.right, to)];
        if (!(b > a)) continue;
        context.globalAlpha = 0.13;
        context.fillStyle = ink(band.color);
        context.fillRect(a, box.top, b - a, box.height);
        context.globalAlpha = 1;
        if (b - a > 50) {
          write(context, lab.fill(band.label), a + 6, box.top + 9, { ...font(), color: ink(band.color), halo: palette.color("paper") });
        }
      }
      for (const rule of panel.rules) {
        const place = at(valueOn(rule.axis === "x" ? panel.x : panel.y, rule.at), rule.axis);
        const along = rule.axis === "x" ? [box.left, box.right] : [box.top, box.bottom];
        if (!(place >= along[0] && place <= along[1])) continue;
        const color = ink(rule.color);
        if (rule.axis === "x") {
          line(context, place, box.top, place, box.bottom, color, { dash: [3, 4] });
          const atRight = place < box.right - 60;
          write(context, lab.fill(rule.label), place + (atRight ? 5 : -5), box.top + 9, {
            ...font(), align: atRight ? "left" : "right", color, halo: palette.color("paper"),
          });
        } else {
          line(context, box.left, place, box.right, place, color, { dash: [3, 4] });
          write(context, lab.fill(rule.label), box.right - 6, place - 9, {
            ...font(), align: "right", color, halo: palette.color("paper"),
          });
        }
      }
    });
  }

  function drawOver(u) {
    inCssPixels(u, (context, box, at) => {
      if (lab.veiled) return;
      // Every panel over time shows where the cursor stands.
      if (needsCursor) {
        const now = at(lab.state.positionOn(panel.x), "x");
        line(context, now, box.top, now, box.bottom, palette.color("muted"), { dash: [2, 3] });
      }
      drawSpans(context, box, at);
      drawLabels(u, context, box, at);
      const points = panel.markers.map((marker) => drawPoint(u, marker, context, box, at));
      panel.markers.forEach((marker, k) => points[k] && drawValue(u, marker, points[k], context, box));
    });
  }

  function drawSpans(context, box, at) {
    for (const span of panel.spans) {
      const from = at(lab.values[span.start], "x");
      const to = at(lab.values[span.end], "x");
      const y = at(span.y, "y") ;
      if (![from, to, y].every(Number.isFinite)) continue;
      const color = ink(span.color);
      const [a, b] = [from, to].map((v) => Math.min(box.right, Math.max(box.left, v)));
      line(context, a, y, b, y, color, { width: 3 });
      const sign = Math.sign(b - a);
      if (Math.abs(b - a) > 12) {
        context.beginPath();
        context.fillStyle = color;
        context.moveTo(b, y);
        context.lineTo(b - sign * 10, y - 5);
        context.lineTo(b - sign * 10, y + 5);
        context.fill();
      }
      if (Math.abs(b - a) > 70) {
        write(context, lab.fill(span.label), (a + b) / 2, y + 14, {
          ...font(), weight: "600", align: "center", color, halo: palette.color("paper"),
        });
      }
    }
  }

  // Every curve carries its name at its end, or where it leaves the frame.
  function drawLabels(u, context, box, at) {
    const placed = [];
    traces.forEach((trace, k) => {
      if (!trace.label || !u.series[k + 1].show) return;
      const column = u.data[k + 1];
      const xs = u.data[0];
      const last = Math.min(xs.length - 1, Math.round(trace.label_at * (xs.length - 1)));
      const { min, max } = u.scales.y;
      let i = last;
      while (i > 0 && !(column[i] >= min && column[i] <= max)) i--;
      if (i === 0) return;
      const atEnd = i === xs.length - 1;
      // A name inside the frame stands above its curve, on the side from which the curve falls.
      const falls = column[i] < column[Math.max(0, i - 1)];
      const x = at(xs[i], "x");
      const y = at(column[i], "y");
      const fits = x + 8 + labelWidths[k] < box.right;
      const toRight = atEnd || (falls && fits);
      placed.push({
        trace,
        atEnd,
        align: toRight ? "left" : "right",
        x: atEnd ? box.right + 6 : x + (toRight ? 8 : -8),
        y: atEnd ? y : Math.min(box.bottom - 10, Math.max(box.top + 10, y - 8)),
      });
    });
    // Labels at the right edge keep a line's distance from each other.
    const ends = placed.filter((p) => p.atEnd).sort((a, b) => a.y - b.y);
    for (let pass = 0; pass < 4; pass++) {
      for (let i = 1; i < ends.length; i++) {
        const gap = SIZE + 3 - (ends[i].y - ends[i - 1].y);
        if (gap > 0) {
          ends[i].y += gap / 2;
          ends[i - 1].y -= gap / 2;
        }
      }
    }
    for (const { trace, align, x, y } of placed) {
      write(context, lab.fill(trace.label), x, y, {
        ...font(),
        weight: trace.ghost ? "400" : "600",
        align,
        color: trace.ghost ? palette.color("muted") : ink(trace.color),
        halo: palette.color("paper"),
      });
    }
  }

  // Where a marker stands, if that is in the frame.
  function drawPoint(u, marker, context, box, at) {
    const { x: position, y: height } = standing(marker);
    const x = at(position, "x");
    const y = at(height, "y");
    const inside = x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1;
    if (!inside) return null;
    const color = ink(marker.color);
    if (marker.drop) {
      const base = panel.y.scale !== "log" && u.scales.y.min < 0 && u.scales.y.max > 0 ? at(0, "y") : box.bottom;
      line(context, x, y, x, base, color, { dash: [2, 3] });
      line(context, box.left, y, x, y, color, { dash: [2, 3] });
    }
    context.beginPath();
    context.arc(x, y, 6, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = palette.color("paper");
    context.stroke();
    taken.push({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 });
    return { x, y };
  }

  function drawValue(u, marker, { x, y }, context, box) {
    const { x: position, value } = standing(marker);
    const shown = [
      lab.fill(marker.label),
      marker.show_value ? withUnit(lab.number(marker.output, value), lab.unit(marker.output)) : "",
    ].filter(Boolean).join(" ");
    if (!shown) return;
    // Beside the point, on the side the curve does not pass through, unless other words stand there.
    const preferLeft = x > box.left + box.width * 0.6;
    const rises = slopeAt(u, marker, position) > 0;
    const wanted = marker.place === "auto" ? rises === preferLeft : marker.place === "above";
    const preferAbove = y > box.bottom - 26 || (y > box.top + 26 && wanted);
    const look = { ...font(), weight: "600", color: ink(marker.color), halo: palette.color("paper"), fleeting: marker.show_value };
    const places = [
      [preferAbove, preferLeft],
      [!preferAbove, preferLeft],
      [preferAbove, !preferLeft],
      [!preferAbove, !preferLeft],
    ].map(([isAbove, isLeft]) => [x + (isLeft ? -11 : 11), y + (isAbove ? -13 : 15), { ...look, align: isLeft ? "right" : "left" }]);
    const isFree = (place) => {
      const { left, right, top, bottom } = extent(shown, ...place);
      const isInside = left > box.left && right < u.width && top > box.top && bottom < box.bottom;
      return isInside && !taken.some((other) => left < other.right && right > other.left && top < other.bottom && bottom > other.top);
    };
    write(context, shown, ...(places.find(isFree) ?? places[0]));
  }

  function slopeAt(u, marker, position) {
    const k = traces.findLastIndex((trace) => trace.output === marker.output && !trace.ghost) + 1;
    if (k === 0) return 0;
    const xs = u.data[0];
    const i = Math.min(Math.max(1, xs.findIndex((x) => x >= position)), xs.length - 1);
    return u.data[k][i] - u.data[k][i - 1];
  }

  // --- dragging in the plot itself ------------------------------------------------------------------------------

  const dragged = panel.drag === "none" ? null : (panel.drag ?? (hasCursor ? "t" : panel.x.parameter));

  function listen() {
    if (!dragged || !lab.spec.parameters[dragged]) return;
    const surface = plot.over;
    surface.classList.add("is-draggable");
    const move = (event) => {
      const left = event.clientX - surface.getBoundingClientRect().left;
      const value = plot.posToVal(Math.min(Math.max(left, 0), surface.clientWidth), "x") / (panel.x.time ? panel.x.factor : 1);
      lab.set(dragged, panel.x.relative_to ? value * lab.values[panel.x.relative_to] : value);
    };
    surface.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      lab.touched();
      surface.setPointerCapture(event.pointerId);
      move(event);
    });
    surface.addEventListener("pointermove", (event) => {
      if (surface.hasPointerCapture(event.pointerId)) move(event);
    });
    followEarly(surface, lab, move);
  }

  // --- the view's contract ---------------------------------------------------------------------------------------

  // Columns the state hands out again are the same picture, and are not worked through a second time.
  let prepared = { x: null, columns: [], data: null };
  function data() {
    const { x, columns } = lab.state.curves(panel.x, traces);
    if (x === prepared.x && columns.every((column, k) => column === prepared.columns[k])) return prepared.data;
    const scaled = (column, factor) => (factor === 1 ? column : column.map((v) => v * factor));
    const isFinite = (column) => {
      for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) return false;
      return true;
    };
    const finite = (column) => (isFinite(column) ? column : Array.from(column, (v) => (Number.isFinite(v) ? v : null)));
    const all = [scaled(x, panel.x.time ? panel.x.factor : 1), ...columns.map((c) => finite(scaled(c, panel.y.factor)))];
    prepared = { x, columns, data: all };
    return all;
  }
  // The frame follows the curves alone, unless a point with a place of its own has to be kept in view.
  const followsCurves = !panel.markers.some((marker) => marker.x);

  return {
    element,
    draw() {
      stood = new Map();
      const fresh = data();
      if (!plot) build(fresh);
      // A batch ends in a redraw; curves that are still the same keep the paths they were drawn with.
      plot.batch(() => {
        traces.forEach((trace, k) => {
          const show = !lab.veiled && !isDoubled(trace);
          if (plot.series[k + 1].show !== show) plot.setSeries(k + 1, { show });
        });
        if (plot.data !== fresh || !followsCurves) plot.setData(fresh);
      });
    },
    // New words, colours or fonts.
    refresh() {
      yLabel.replaceChildren(...axisLabel(panel.y));
      xLabel.replaceChildren(...axisLabel(panel.x));
      plot?.destroy();
      plot = null;
      sheet = { key: "", canvas: null };
    },
    resize() {
      const width = canvasHost.clientWidth;
      if (plot && width > 50 && Math.abs(width - plot.width) > 1) plot.setSize({ width, height: heightFor(width) });
    },
    describe(text) {
      element.setAttribute("aria-label", text);
    },
    table(rows = 13) {
      const columns = data();
      const count = columns[0].length;
      const shown = traces.map((trace, k) => ({ trace, k })).filter(({ trace }) => !isDoubled(trace));
      const pick = Array.from({ length: rows }, (_, i) => Math.round((i * (count - 1)) / (rows - 1)));
      return {
        title: lab.fill(panel.title),
        head: [panel.x, ...shown.map(({ trace }) => ({ label: lab.fill(trace.label) || lab.label(trace.output), unit: panel.y.unit }))].map(
          ({ label, unit }) => [...nodes(lab.fill(label)), ...(unit ? [` (${unit})`] : [])],
        ),
        rows: pick.map((i) => [
          formatNumber(columns[0][i], { significant: 3 }),
          ...shown.map(({ trace, k }) => lab.number(trace.output, (columns[k + 1][i] ?? NaN) / panel.y.factor)),
        ]),
      };
    },
    destroy() {
      plot?.destroy();
    },
  };
}
