// A specimen of an identification, as labsupport/labs/identification.py draws and reads it.
import { draw as drawValue, sha256 } from "../exercises/variants.js";

// What labsupport.labs.identification.Measure reads off a trace.
export function measureOf({ kind, at }, x, y) {
  if (kind === "at") {
    let nearest = 0;
    for (let i = 1; i < x.length; i++) if (Math.abs(x[i] - at) < Math.abs(x[nearest] - at)) nearest = i;
    return y[nearest];
  }
  let top = 0;
  for (let i = 1; i < y.length; i++) if (y[i] > y[top]) top = i;
  if (kind === "peak") return y[top];
  let area = 0;
  for (let i = top; i + 1 < y.length; i++) area += ((y[i] + y[i + 1]) / 2) * (x[i + 1] - x[i]);
  return y[top] > 0 ? area / y[top] : 0;
}

// The candidate and the numbers of a specimen: { candidate, before, after }.  In a round each candidate comes once.
export function drawSpecimen(spec, specimen) {
  const seed = `${spec.id}|${spec.revision}|${specimen}`;
  const number = ({ name, grid }) => [name, Number(drawValue(grid, `${seed}|${name}`))];
  const count = spec.candidates.length;
  const round = Math.floor((specimen - 1) / count);
  const deck = spec.candidates.map((entry) => [sha256(`${spec.id}|${spec.revision}|${round}|${entry.id}`), entry]).sort(([a], [b]) => (a < b ? -1 : 1));
  const candidate = deck[(specimen - 1) % count][1];
  const before = { ...spec.fixed, ...Object.fromEntries(spec.cell.map(number)) };
  return { candidate, before, after: { ...before, ...Object.fromEntries(candidate.doses.map(number)) } };
}

export const contradiction = (spec, named, truth) => spec.recordings.find(({ id }) => named.signs[id].kind !== truth.signs[id].kind);
