// The numbers of a variant, drawn as labsupport/exercises/declaration.py draws them: SHA-256 of exercise, revision,
// variant, attempt and name, on a grid of whole steps.
import { ideaTolerance, recognised, tolerance } from "./check.js";

const MOST_DRAWS = 200;

// crypto.subtle answers later, and not at all on a page opened from disk.
const ROUND = [];
const START = [];
for (let candidate = 2; ROUND.length < 64; candidate++) {
  let prime = true;
  for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
  if (!prime) continue;
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  if (START.length < 8) START.push(fraction(Math.sqrt(candidate)));
  ROUND.push(fraction(Math.cbrt(candidate)));
}

export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const size = ((bytes.length + 8) >> 6) + 1;
  const view = new DataView(new ArrayBuffer(size * 64));
  bytes.forEach((byte, i) => view.setUint8(i, byte));
  view.setUint8(bytes.length, 0x80);
  view.setUint32(size * 64 - 4, bytes.length * 8);
  const hash = [...START];
  const words = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let block = 0; block < size; block++) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = view.getInt32(block * 64 + i * 4);
      else {
        const a = words[i - 15];
        const b = words[i - 2];
        words[i] =
          words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (hash[i] = (hash[i] + value) | 0));
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

// A value counted in units of the last decimal, as people write it.
export function exact(number, decimals) {
  if (!decimals) return String(number);
  const digits = String(Math.abs(number)).padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "");
  return number < 0 && text !== "0" ? `-${text}` : text;
}

export function draw(given, seed) {
  const number = parseInt(sha256(seed).slice(0, 12), 16);
  return exact(given.start + given.step * (number % given.count), given.decimals);
}

function computed(model, givens) {
  const out = new Float64Array(model.outputs.length);
  model.evaluate(
    model.parameters.map((name) => Number(givens[name])),
    out,
  );
  return { ...givens, ...Object.fromEntries(model.outputs.map((name, i) => [name, out[i]])) };
}

function isFair(spec, values) {
  if (spec.conditional && !(values.fair > 0)) return false;
  const wrongs = recognised(spec, values).map(({ id }) => values[`wrong_${id}`]);
  const marks = [
    [values.answer, tolerance(spec, values.answer)],
    ...wrongs.map((wrong) => [wrong, ideaTolerance(spec, wrong)]),
  ];
  return marks.every(([a, near], i) => marks.slice(0, i).every(([b, far]) => Math.abs(a - b) >= 2 * Math.max(near, far)));
}

export const variantName = (number) => `v${String(number).padStart(2, "0")}`;

// All numbers of a variant ("v01" has those of the book's example): givens as exact decimals, the rest as numbers.
export function valuesOf(spec, model, variant) {
  const each = (value) => computed(model, Object.fromEntries(spec.givens.map((given) => [given.name, value(given)])));
  if (variant === "v01") return each((given) => exact(given.first, given.decimals));
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const values = each((given) => draw(given, `${spec.id}|${spec.revision}|${variant}|${attempt}|${given.name}`));
    if (isFair(spec, values)) return values;
  }
  throw new Error(`exercise ${spec.id}: hardly any draw keeps its ideas apart`);
}
