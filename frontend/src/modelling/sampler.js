// Samples of models of repeated trials: the same draws and the same sums as labsupport/modelling/sampled.py.
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const mean = (values) => total(values) / values.length;

function variance(values) {
  const middle = mean(values);
  return total(values.map((value) => (value - middle) * (value - middle))) / (values.length - 1);
}

const STATISTICS = { mean, variance };

// Every trial of the sample with the parameter values p, in the model's order, and all outputs of the sample: the
// draws of the last trial, the statistics, and what follows from them.
export function sample(model, p) {
  const count = Math.min(model.most, Math.max(2, Math.floor(model.count(p))));
  const seen = new Float64Array(model.draws + model.statistics.length);
  const columns = Array.from(seen, () => new Float64Array(count));
  for (let i = 0; i < count; i++) {
    model.draw(i + 1, p, seen);
    for (let k = 0; k < seen.length; k++) columns[k][i] = seen[k];
  }
  const statistics = model.statistics.map((kind, k) => STATISTICS[kind](columns[model.draws + k]));
  const summary = closed(model, p, statistics);
  for (let k = 0; k < model.draws; k++) summary[k] = columns[k][count - 1];
  return { trial: Float64Array.from({ length: count }, (_, i) => i + 1), columns: columns.slice(0, model.draws), summary };
}

// Outputs that need no sample; NaN for those that do, unless its statistics are given.
export function closed(model, p, statistics = model.statistics.map(() => NaN)) {
  const out = new Float64Array(model.outputs.length).fill(NaN);
  out.set(statistics, model.draws);
  model.conclude(statistics, p, out.subarray(model.draws + statistics.length));
  return out;
}

// How many values lie in each of `bins` equal bins from `low` to `high`; a bin holds its lower edge.
export function histogram(values, low, high, bins) {
  const counts = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    if (bin >= 0 && bin < bins) counts[bin] += 1;
  }
  return counts;
}
