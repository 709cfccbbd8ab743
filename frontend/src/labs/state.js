// The numbers behind a lab: where the handles stand, and what the model makes of it.
import { model as findModel } from "../registry.js";
import { integrate, sweep as sweepModel } from "../modelling/integrator.js";
import { closed, sample } from "../modelling/sampler.js";
import { snapLog } from "./format.js";

// The sample nearest to a time; samples are evenly spaced.
function indexAt(t, time) {
  const last = t.length - 1;
  return Math.max(0, Math.min(last, Math.round((time / t[last]) * last)));
}

export function createState(spec, widget) {
  const model = findModel(spec.model);
  const names = model.parameters;
  const indexOf = Object.fromEntries(names.map((name, i) => [name, i]));
  const outputIndex = Object.fromEntries(model.outputs.map((name, i) => [name, i]));
  const isDynamical = model.kind === "dynamical";
  const isSampled = model.kind === "sampled";
  const scratch = new Float64Array(model.outputs.length);
  const p = new Float64Array(names.length);
  const values = {};

  function vector(at) {
    const q = Float64Array.from(p);
    for (const [name, value] of Object.entries(at)) q[indexOf[name]] = typeof value === "string" ? values[value] : value;
    return q;
  }

  // Outputs along a run in time, draws along the trials of a sample, or outputs along one parameter.
  function run(q) {
    if (isSampled) {
      const { trial, columns, summary } = sample(model, q);
      return { x: trial, outputs: columns, summary };
    }
    const { t, outputs, states } = integrate(model, q);
    return { x: t, outputs, states };
  }

  // An axis keeps its places for good.
  const grids = new Map();
  function grid(axis, count) {
    if (!grids.has(axis)) {
      const log = axis.scale === "log";
      const [low, high] = log ? [Math.log(axis.low), Math.log(axis.high)] : [axis.low, axis.high];
      const x = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const here = low + ((high - low) * i) / (count - 1);
        x[i] = log ? Math.exp(here) : here;
      }
      grids.set(axis, x);
    }
    return grids.get(axis);
  }

  function sweep(axis, q, count) {
    const unit = axis.relative_to ? q[indexOf[axis.relative_to]] : 1;
    const x = grid(axis, count);
    const along = unit === 1 ? x : x.map((value) => value * unit);
    // Along a parameter a sample would be drawn anew at every point; curves are of what needs none.
    const plain = isSampled ? { outputs: model.outputs, evaluate: (r, out) => out.set(closed(model, r)) } : model;
    return { x, outputs: sweepModel(plain, q, indexOf[axis.parameter], along) };
  }

  // What was computed last for each purpose, by the values it was computed with: a run that is compared with, or curves
  // along the very parameter that moves, often stay as they are from one redraw to the next.
  const known = new Map();
  function remembered(purpose, q, compute) {
    const last = known.get(purpose);
    if (last && q.every((value, i) => Object.is(value, last.q[i]))) return last.result;
    const result = compute();
    known.set(purpose, { q, result });
    return result;
  }

  const runAt = (at) => remembered(`run ${JSON.stringify(at)}`, vector(at), () => run(vector(at)));
  const presentRun = () => runAt({});

  function sweepAt(axis, at, count) {
    const q = vector(at);
    const swept = indexOf[axis.parameter];
    const where = [axis.parameter, axis.low, axis.high, axis.scale, axis.relative_to, count, JSON.stringify(at)].join(" ");
    // Along a parameter, its own present value does not matter.
    const free = q.map((value, i) => (i === swept ? NaN : value));
    return remembered(`sweep ${where}`, free, () => sweep(axis, q, count));
  }

  return {
    values,
    isDynamical,
    names,

    // Reads the handles and computes the present state.
    update() {
      for (let i = 0; i < names.length; i++) {
        const name = names[i];
        const raw = widget.get(`p_${name}`);
        p[i] = spec.parameters[name]?.scale === "log" ? snapLog(raw) : raw;
        values[name] = p[i];
      }
      if (isDynamical) {
        const { x, outputs } = presentRun();
        this.cursor = indexAt(x, spec.cursor ? widget.get("p_t") : Infinity);
        values.t = x[this.cursor];
        for (const [name, k] of Object.entries(outputIndex)) values[name] = outputs[k][this.cursor];
      } else if (isSampled) {
        const { summary } = presentRun();
        for (const [name, k] of Object.entries(outputIndex)) values[name] = summary[k];
      } else {
        model.evaluate(p, scratch);
        for (const [name, k] of Object.entries(outputIndex)) values[name] = scratch[k];
      }
    },

    // Every output at the present handles but for `at`.
    outputsAt(at) {
      const result = {};
      if (isDynamical) {
        const { outputs } = runAt(at);
        for (const [name, k] of Object.entries(outputIndex)) result[name] = outputs[k][this.cursor];
      } else if (isSampled) {
        const { summary } = runAt(at);
        for (const [name, k] of Object.entries(outputIndex)) result[name] = summary[k];
      } else {
        model.evaluate(vector(at), scratch);
        for (const [name, k] of Object.entries(outputIndex)) result[name] = scratch[k];
      }
      return result;
    },

    // { x, columns: one Float64Array per trace } along a panel's x axis.
    curves(axis, traces, count = 241) {
      if (axis.state) return this.rules(axis, traces, count);
      let x = null;
      const columns = traces.map(({ output, at }) => {
        const result = isDynamical || axis.trial ? runAt(at) : sweepAt(axis, at, count);
        x ??= result.x;
        return result.outputs[outputIndex[output]];
      });
      return { x, columns };
    },

    // What every trial of the present sample gave for a draw, and how many trials there were.
    column: (name) => presentRun().outputs[outputIndex[name]],
    get trials() {
      return presentRun().x.length;
    },

    // The same where one state is varied, and time and the other states stay as they are at the cursor.
    rules(axis, traces, count) {
      const { x: times, states } = presentRun();
      const place = model.states.indexOf(axis.state);
      const x = Float64Array.from({ length: count }, (_, i) => axis.low + ((axis.high - axis.low) * i) / (count - 1));
      const columns = traces.map(({ output, at }) => {
        const q = vector(at);
        const y = Float64Array.from(states, (column) => column[this.cursor]);
        return x.map((value) => {
          y[place] = value;
          model.observe(times[this.cursor], y, q, scratch);
          return scratch[outputIndex[output]];
        });
      });
      return { x, columns };
    },

    // Where the present state lies on a panel's x axis.
    positionOn(axis) {
      if (axis.state) return presentRun().states[model.states.indexOf(axis.state)][this.cursor];
      if (axis.time) return values.t * axis.factor;
      const value = values[axis.parameter];
      return axis.relative_to ? value / values[axis.relative_to] : value;
    },
  };
}
