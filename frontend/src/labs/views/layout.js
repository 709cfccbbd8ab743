// Where the parts of a scheme go: sizes of nodes, paths of arrows, places of their words.  Pixels, y downwards; the
// still picture (labsupport/labs/scheme.py) is laid out by the same rules.
const MOST = 132; // widest line of words in a node
const STEPS = 48; // straight pieces of an arrow's path

// Chinese breaks between any two characters but before closing punctuation; marks stay with their word.
const TOKEN = /[（“]?[\u2e80-\u9fff](?:\*[^*]+\*|[_^]\{[^}]*\})*[，。、；：）”]*|(?:\*[^*]+\*|[_^]\{[^}]*\}|[^\s\u2e80-\u9fff])+|\s+/g;

export function wrap(text, width, measure) {
  const lines = [""];
  for (const token of text.match(TOKEN) ?? []) {
    const longer = lines.at(-1) + token;
    if (lines.at(-1).trim() && measure(longer.trim()) > width) lines.push(token.trim());
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

// nodes: [{ x, y (percent), label, value, round }] -> boxes { x, y, w, h, lines } and the height they need.
export function placeNodes(nodes, { width, height, size, measure, small }) {
  const line = Math.round(size * 1.3);
  const boxes = nodes.map((node) => {
    const x = (node.x / 100) * width;
    let half = Math.min(x, width - x) - 3;
    for (const other of nodes) {
      const sameRow = other !== node && Math.abs(other.y - node.y) * height < 5500;
      if (sameRow && other.x !== node.x) half = Math.min(half, (Math.abs(other.x - node.x) * width) / 200 - (small ? 13 : 18));
    }
    const pad = node.round ? 14 : 9;
    const room = Math.min(MOST, 2 * (half - pad));
    const lines = [...wrap(node.label, room, measure)];
    const values = !node.value || measure(node.value) <= Math.max(room, 48) ? [node.value].filter(Boolean) : node.value.split(/ (?=\S+$)/);
    const w = Math.max(30, ...[...lines, ...values].map((text) => measure(text) + 2 * pad));
    const h = (lines.length + values.length) * line + 10 + (node.round ? 4 : 0);
    return { x: Math.min(width - w / 2 - 2, Math.max(w / 2 + 2, x)), percent: node.y, w, h, lines, values: values.length, line, round: node.round };
  });
  // Neighbours without room for an arrow between them stand at different heights.
  for (const b of [...boxes].sort((p, q) => p.x - q.x)) {
    const tight = boxes.filter((a) => a !== b && a.x < b.x && Math.abs(a.percent - b.percent) < 3 && b.x - a.x < (a.w + b.w) / 2 + 24);
    const a = tight.at(-1);
    b.shift = a && !a.shift ? (a.h + b.h) / 2 + 12 : 0;
  }
  // The drawing grows until boxes above each other keep apart.
  let needed = height;
  for (const upper of boxes) {
    for (const lower of boxes) {
      const apart = lower.percent - upper.percent;
      if (apart <= 3 || Math.abs(upper.x - lower.x) >= (upper.w + lower.w) / 2 + 6) continue;
      const room = (upper.h + lower.h) / 2 + 24 + upper.shift - lower.shift;
      needed = Math.max(needed, (room * 100) / apart);
    }
  }
  needed = Math.round(Math.min(needed, 3 * height));
  for (const box of boxes) box.y = Math.min(needed - box.h / 2 - 2, Math.max(box.h / 2 + 2, (box.percent / 100) * needed + box.shift));
  return { boxes, height: needed };
}

const inside = ([x, y], box, gap) => box && Math.abs(x - box.x) < box.w / 2 + gap && Math.abs(y - box.y) < box.h / 2 + gap;

// The polyline of a curve from `a` to `b` ({ x, y, w?, h? }) outside both boxes.
export function path(a, b, bend) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const control = { x: (a.x + b.x) / 2 + bend * dy, y: (a.y + b.y) / 2 - bend * dx };
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [p * a.x + q * control.x + r * b.x, p * a.y + q * control.y + r * b.y];
  });
  const edge = (box, from, to) => {
    // Halve the step that crosses the edge until it is found.
    for (let i = 0; i < 12; i++) {
      const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      if (inside(middle, box, 3)) from = middle;
      else to = middle;
    }
    return to;
  };
  let first = 0;
  let last = STEPS;
  while (a.w && first < STEPS - 1 && inside(points[first], a, 3)) first++;
  while (b.w && last > first + 1 && inside(points[last], b, 3)) last--;
  const cut = points.slice(first, last + 1);
  if (a.w && first > 0) cut.unshift(edge(a, points[first - 1], points[first]));
  if (b.w && last < STEPS) cut.push(edge(b, points[last + 1], points[last]));
  return cut;
}

const overlap = (a, b) =>
  Math.max(0, Math.min(a.x + a.w / 2, b.x + b.w / 2) - Math.max(a.x - a.w / 2, b.x - b.w / 2)) *
  Math.max(0, Math.min(a.y + a.h / 2, b.y + b.h / 2) - Math.max(a.y - a.h / 2, b.y - b.h / 2));

function crossings(block, paths, except) {
  let found = 0;
  paths.forEach((points, i) => {
    if (i === except) return;
    for (const [x, y] of points) if (Math.abs(x - block.x) < block.w / 2 + 3 && Math.abs(y - block.y) < block.h / 2 + 3) found++;
  });
  return found;
}

// The corner of a zone { x, y, w, h } in which a block { w, h } covers least.
export function placeTitle(zone, block, paths, boxes) {
  const [left, right] = [zone.x + 8 + block.w / 2, zone.x + zone.w - 8 - block.w / 2];
  const [top, bottom] = [zone.y + 4 + block.h / 2, zone.y + zone.h - 4 - block.h / 2];
  let best = null;
  for (const [x, y] of [[left, top], [right, top], [left, bottom], [right, bottom]]) {
    const here = { ...block, x, y };
    const cost = boxes.reduce((sum, box) => sum + overlap(here, box), 0) + 30 * crossings(here, paths, -1);
    if (!best || cost < best.cost) best = { ...here, cost };
  }
  return best;
}

// A place for each block { w, h } beside (or `on`) its path, clear of boxes, of other arrows and of each other.
export function placeLabels(labels, paths, boxes, { width, height, on = false }) {
  const placed = labels.map(() => null);
  const cost = (k, block, ownPath) => {
    let total = 0;
    for (const box of boxes) total += 3 * overlap(block, box);
    placed.forEach((other, i) => {
      if (other && i !== k) total += 3 * overlap(block, other);
    });
    total += 9 * (block.w * block.h - overlap(block, { x: width / 2, y: height / 2, w: width, h: height }));
    return total + 25 * crossings(block, paths, ownPath ? k : -1);
  };
  const tries = [];
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85]) {
    if (on) tries.push({ t, side: 0, away: 0 });
    for (const away of on ? [0] : [0, 12, 24, 36]) for (const side of [1, -1]) tries.push({ t, side, away });
  }
  for (let pass = 0; pass < 2; pass++) {
    labels.forEach((label, k) => {
      if (!label) return;
      const points = paths[k];
      // A number would hide a short arrow.
      const isShort = lengthOf(points) < 2.6 * label.h;
      let best = null;
      for (const { t, side, away } of tries) {
        const i = Math.min(points.length - 2, Math.max(1, Math.round(t * (points.length - 1))));
        const [[x0, y0], [x1, y1]] = [points[Math.max(0, i - 1)], points[i + 1]];
        const length = Math.hypot(x1 - x0, y1 - y0) || 1;
        const [nx, ny] = [(y1 - y0) / length, -(x1 - x0) / length];
        const reach = (Math.abs(nx) * label.w) / 2 + (Math.abs(ny) * label.h) / 2 + 8 + away;
        const block = { x: points[i][0] + side * nx * reach, y: points[i][1] + side * ny * reach, w: label.w, h: label.h };
        block.cost = cost(k, block, side === 0);
        // Words of a bent arrow belong on its outer side.
        const isInner = label.bulge && side === -label.bulge;
        const total = block.cost + 40 * Math.abs(t - 0.5) + 2 * away + (isInner ? 120 : 0) + (on && (side === 0) === isShort ? 200 : 0);
        if (!best || total < best.total - 1e-6) best = { ...block, total };
      }
      placed[k] = best;
    });
  }
  return placed;
}

export function lengthOf(points) {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  return total;
}
