// Runs models in Node for the agreement tests: node run_models.mjs <folder>
// The folder holds models.mjs (id -> model), jobs.json and one file of numbers (float64) per job.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { integrate, sweep } from "../../frontend/src/modelling/integrator.js";
import { closed, histogram, sample } from "../../frontend/src/modelling/sampler.js";

const folder = process.argv[2];
const models = (await import(pathToFileURL(join(folder, "models.mjs")))).default;
const numbers = (name) => {
  const bytes = readFileSync(join(folder, name));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

const tasks = {
  // rows of parameters -> rows of outputs
  evaluate(model, rows, width, count) {
    const out = new Float64Array(model.outputs.length);
    const all = [];
    for (let at = 0, i = 0; i < count; at += width, i++) {
      model.evaluate(rows.subarray(at, at + width), out);
      all.push(Float64Array.from(out));
    }
    return all;
  },
  // rows of (t, states, parameters) -> rows of rates and outputs
  rates(model, rows, width, count) {
    const n = model.states.length;
    const dy = new Float64Array(n);
    const out = new Float64Array(model.outputs.length);
    const all = [];
    for (let at = 0, i = 0; i < count; at += width, i++) {
      const y = rows.subarray(at + 1, at + 1 + n);
      const p = rows.subarray(at + 1 + n, at + width);
      model.rates(rows[at], y, p, dy);
      model.observe(rows[at], y, p, out);
      all.push(Float64Array.from(dy), Float64Array.from(out));
    }
    return all;
  },
  // rows of parameters -> t and outputs of each run
  integrate(model, rows, width, count) {
    const all = [];
    for (let at = 0, i = 0; i < count; at += width, i++) {
      const run = integrate(model, rows.subarray(at, at + width));
      all.push(run.t, ...run.outputs);
    }
    return all;
  },
  // rows of parameters -> all outputs of each sample, then its trials column by column, NaN after the last
  sample(model, rows, width, count) {
    const all = [];
    for (let at = 0, i = 0; i < count; at += width, i++) {
      const drawn = sample(model, rows.subarray(at, at + width));
      all.push(drawn.summary);
      for (const column of drawn.columns) {
        const padded = new Float64Array(model.most).fill(NaN);
        padded.set(column);
        all.push(padded);
      }
    }
    return all;
  },
  // rows of parameters -> rows of outputs, NaN for those that need a sample
  closed(model, rows, width, count) {
    return Array.from({ length: count }, (_, i) => closed(model, rows.subarray(i * width, (i + 1) * width)));
  },
  // rows of (low, high, bins, values) -> counts
  histogram(_, rows, width, count) {
    return Array.from({ length: count }, (_, i) => {
      const [low, high, bins, ...values] = rows.subarray(i * width, (i + 1) * width);
      return histogram(values, low, high, bins);
    });
  },
  // rows of (index, parameters, 41 abscissae) -> outputs of each sweep
  sweep(model, rows, width, count) {
    const n = model.parameters.length;
    const all = [];
    for (let at = 0, i = 0; i < count; at += width, i++) {
      const p = rows.subarray(at + 1, at + 1 + n);
      all.push(...sweep(model, p, rows[at], rows.subarray(at + 1 + n, at + width)));
    }
    return all;
  },
};

for (const { model, task, count, width, input, output } of JSON.parse(readFileSync(join(folder, "jobs.json"), "utf8"))) {
  const parts = tasks[task](models[model], numbers(input), width, count);
  writeFileSync(join(folder, output), Buffer.concat(parts.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))));
}
