// Runs declared models in the page: the same operations as labsupport/modelling/integrate.py, which says how
// the method and the number of steps are chosen.  Whoever changes one changes both; the agreement tests compare
// them.

// RODAS (Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.7).
const GAMMA = 0.25;
const A = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
];
const C = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];
const STAGE_TIME = [0, 0.386, 0.21, 0.63, 1, 1];
const STAGE_DRIFT = [0.25, -0.1043, 0.1035, -0.0362, 0, 0];
const INSIDE = 1e-9;

const asItIs = (t) => t;

function rk4(model, p) {
  const n = model.states.length;
  const [k1, k2, k3, k4, z] = Array.from({ length: 5 }, () => new Float64Array(n));
  return (t, h, at, y) => {
    const half = h / 2;
    model.rates(at(t), y, p, k1);
    for (let i = 0; i < n; i++) z[i] = y[i] + half * k1[i];
    model.rates(at(t + half), z, p, k2);
    for (let i = 0; i < n; i++) z[i] = y[i] + half * k2[i];
    model.rates(at(t + half), z, p, k3);
    for (let i = 0; i < n; i++) z[i] = y[i] + h * k3[i];
    model.rates(at(t + h), z, p, k4);
    const sixth = h / 6;
    for (let i = 0; i < n; i++) y[i] += sixth * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
  };
}

function rosenbrock(model, p) {
  const n = model.states.length;
  const matrix = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  const drift = new Float64Array(n);
  const rate = new Float64Array(n);
  const z = new Float64Array(n);
  const k = Array.from({ length: 6 }, () => new Float64Array(n));
  return (t, h, at, y) => {
    model.jacobian(at(t), y, p, matrix);
    for (let i = 0; i < n * n; i++) matrix[i] = -matrix[i];
    for (let i = 0; i < n; i++) matrix[i * n + i] += 1 / (GAMMA * h);
    factorise(matrix, pivots, n);
    model.drift(at(t), y, p, drift);
    for (let stage = 0; stage < 6; stage++) {
      z.set(y);
      for (let j = 0; j < A[stage].length; j++) {
        for (let i = 0; i < n; i++) z[i] += A[stage][j] * k[j][i];
      }
      model.rates(at(t + STAGE_TIME[stage] * h), z, p, rate);
      const right = k[stage];
      for (let i = 0; i < n; i++) {
        let value = rate[i] + STAGE_DRIFT[stage] * h * drift[i];
        for (let j = 0; j < C[stage].length; j++) value += (C[stage][j] / h) * k[j][i];
        right[i] = value;
      }
      solve(matrix, pivots, right, n);
    }
    for (let i = 0; i < n; i++) y[i] = z[i] + k[5][i];
  };
}

// LU with partial pivoting, in place.
function factorise(matrix, pivots, n) {
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) {
      if (Math.abs(matrix[r * n + c]) > Math.abs(matrix[pivot * n + c])) pivot = r;
    }
    pivots[c] = pivot;
    if (pivot !== c) {
      for (let j = 0; j < n; j++) {
        const kept = matrix[c * n + j];
        matrix[c * n + j] = matrix[pivot * n + j];
        matrix[pivot * n + j] = kept;
      }
    }
    for (let r = c + 1; r < n; r++) {
      matrix[r * n + c] /= matrix[c * n + c];
      for (let j = c + 1; j < n; j++) matrix[r * n + j] -= matrix[r * n + c] * matrix[c * n + j];
    }
  }
}

function solve(matrix, pivots, right, n) {
  for (let c = 0; c < n; c++) {
    const kept = right[c];
    right[c] = right[pivots[c]];
    right[pivots[c]] = kept;
  }
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < r; c++) right[r] -= matrix[r * n + c] * right[c];
  }
  for (let r = n - 1; r >= 0; r--) {
    for (let c = r + 1; c < n; c++) right[r] -= matrix[r * n + c] * right[c];
    right[r] /= matrix[r * n + r];
  }
}

// One piece of time in which no input jumps; where there are jumps, no stage looks across them.
function piece(step, start, stop, substeps, jumping, y) {
  const length = stop - start;
  const h = length / substeps;
  const low = start + length * INSIDE;
  const high = stop - length * INSIDE;
  const at = jumping ? (s) => Math.min(Math.max(s, low), high) : asItIs;
  for (let s = 0; s < substeps; s++) step(start + s * h, h, at, y);
}

// A run of a dynamical model with the parameter values p, in the model's order.
export function integrate(model, p) {
  const { samples, substeps, settled } = model;
  const duration = model.duration(p);
  const jumps = new Array(model.breakpointCount).fill(0);
  model.breakpoints(p, jumps);
  jumps.sort((a, b) => a - b);
  let next = 0;
  // How long before a time the last jump was, or the run began.
  const sinceJump = (time) => jumps.reduce((least, jump) => (jump <= time ? Math.min(least, time - Math.max(jump, 0)) : least), time);
  const y = new Float64Array(model.states.length);
  model.initial(p, y);
  const step = (model.method === "rosenbrock" ? rosenbrock : rk4)(model, p);
  const t = new Float64Array(samples);
  const outputs = model.outputs.map(() => new Float64Array(samples));
  const states = model.states.map(() => new Float64Array(samples));
  const seen = new Float64Array(outputs.length);
  const observe = (i) => {
    for (let k = 0; k < states.length; k++) states[k][i] = y[k];
    model.observe(t[i], y, p, seen);
    for (let k = 0; k < outputs.length; k++) outputs[k][i] = seen[k];
  };
  t[0] = duration * 0;
  observe(0);
  for (let i = 1; i < samples; i++) {
    t[i] = duration * (i / (samples - 1));
    let start = t[i - 1];
    while (next < jumps.length && jumps[next] <= start) next += 1;
    for (let stop = start; stop < t[i]; start = stop) {
      stop = next < jumps.length && jumps[next] < t[i] ? jumps[next] : t[i];
      while (next < jumps.length && jumps[next] <= stop) next += 1;
      const count = settled && sinceJump((start + stop) / 2) >= settled.after ? settled.substeps : substeps;
      piece(step, start, stop, count, jumps.length > 0, y);
    }
    observe(i);
  }
  return { t, outputs, states };
}

// The outputs of an algebraic model while parameter number `index` runs through xs and the others stay as in p.
export function sweep(model, p, index, xs) {
  const q = Float64Array.from(p);
  const outputs = model.outputs.map(() => new Float64Array(xs.length));
  const seen = new Float64Array(outputs.length);
  for (let i = 0; i < xs.length; i++) {
    q[index] = xs[i];
    model.evaluate(q, seen);
    for (let k = 0; k < outputs.length; k++) outputs[k][i] = seen[k];
  }
  return outputs;
}
