// The numbers behind a lab: where the handles stand, and what the model makes of it.
import { model as findModel } from "../registry.js";
import { integrate, sweep as sweepModel } from "../modelling/integrator.js";
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
  const scratch = new Float64Array(model.outputs.length);
  const p = new Float64Array(names.length);
  const integrated = new Float64Array(names.length);
  const values = {};

  function vector(at) {
    const q = Float64Array.from(p);
    for (const [name, value] of Object.entries(at)) q[indexOf[name]] = typeof value === "string" ? values[value] : value;
    return q;
  }

  // Outputs along a run in time, or along one parameter.
  function run(q) {
    const { t, outputs } = integrate(model, q);
    return { x: t, outputs };
  }

  function sweep(axis, at, count) {
    const q = vector(at);
    const unit = axis.relative_to ? q[indexOf[axis.relative_to]] : 1;
    const log = axis.scale === "log";
    const [low, high] = log ? [Math.log(axis.low), Math.log(axis.high)] : [axis.low, axis.high];
    const x = Float64Array.from({ length: count }, (_, i) => {
      const here = low + ((high - low) * i) / (count - 1);
      return log ? Math.exp(here) : here;
    });
    const along = unit === 1 ? x : x.map((value) => value * unit);
    return { x, outputs: sweepModel(model, q, indexOf[axis.parameter], along) };
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
        // Moving along the run needs no new run.
        if (!this.present || p.some((value, i) => value !== integrated[i])) {
          this.present = run(p);
          integrated.set(p);
        }
        this.cursor = indexAt(this.present.x, spec.cursor ? widget.get("p_t") : Infinity);
        values.t = this.present.x[this.cursor];
        for (const [name, k] of Object.entries(outputIndex)) values[name] = this.present.outputs[k][this.cursor];
      } else {
        model.evaluate(p, scratch);
        for (const [name, k] of Object.entries(outputIndex)) values[name] = scratch[k];
      }
    },

    // Every output at the present handles but for `at`.
    outputsAt(at) {
      const result = {};
      if (isDynamical) {
        const { outputs } = run(vector(at));
        for (const [name, k] of Object.entries(outputIndex)) result[name] = outputs[k][this.cursor];
      } else {
        model.evaluate(vector(at), scratch);
        for (const [name, k] of Object.entries(outputIndex)) result[name] = scratch[k];
      }
      return result;
    },

    // { x, columns: one Float64Array per trace } along a panel's x axis.
    curves(axis, traces, count = 241) {
      const cache = new Map();
      let x = null;
      const columns = traces.map(({ output, at }) => {
        const key = JSON.stringify(at);
        if (!cache.has(key)) {
          const plainRun = isDynamical && Object.keys(at).length === 0;
          cache.set(key, plainRun ? this.present : isDynamical ? run(vector(at)) : sweep(axis, at, count));
        }
        const result = cache.get(key);
        x ??= result.x;
        return result.outputs[outputIndex[output]];
      });
      return { x, columns };
    },

    // Where the present state lies on a panel's x axis.
    positionOn(axis) {
      if (axis.time) return values.t * axis.factor;
      const value = values[axis.parameter];
      return axis.relative_to ? value / values[axis.relative_to] : value;
    },
  };
}
