// A lab: prediction, pictures, key numbers and tools, drawn from the declaration in the widget's state and moved by the
// ipywidgets controls linked to its traits.
import { h } from "./dom.js";
import { moment } from "./early.js";
import { fill } from "./format.js";
import { QUIET, createFrame } from "./frame.js";
import { createPlayer } from "./player.js";
import { createPrediction } from "./prediction.js";
import { createReadouts } from "./readouts.js";
import { createState } from "./state.js";
import { createTable } from "./table.js";
import { isPrinting } from "./theme.js";
import { plain } from "./words.js";
import { views as kinds } from "./views/index.js";

function render({ model: widget, el }) {
  const lab = createFrame({ widget, el, kind: "lab" });
  const { spec, say, root } = lab;
  const state = createState(spec, widget);
  Object.assign(lab, { state, values: state.values, veiled: true, outputsAt: (at) => state.outputsAt(at) });

  // --- parts -------------------------------------------------------------------------------------------------------

  const player = spec.cursor ? createPlayer(lab) : null;
  const prediction = createPrediction(lab, (answered) => {
    if (answered) {
      settle(spec.prediction);
      player?.play();
    }
    update(null);
    lab.live.textContent = "";
  });
  // The reader moved something: whoever does not care to predict is never kept from the plot.
  lab.touched = () => prediction.skip();
  const readouts = createReadouts(lab);
  const table = createTable(lab);
  const reset = h("button.is-tool", { type: "button", "data-action": "reset", onclick: startAgain }, say("reset"));
  const another = spec.fresh ? h("button.is-tool", { type: "button", "data-action": "new_sample", onclick: drawAnother }, say("new_sample")) : null;
  lab.views = spec.views.map((view) => kinds[view.kind](view, lab));
  const canBeDragged = ({ kind, drag, x }) =>
    kind === "plot" && drag !== "none" && (drag ?? (x.time && spec.cursor ? "t" : x.parameter)) in spec.parameters;
  const stage = h(
    "div.is-stage",
    {},
    ...lab.views.map((view) => view.element),
    h("p.is-veil", {}, say("predict_veil")),
    spec.views.some(canBeDragged) ? h("p.is-hint", {}, say("drag_hint")) : null,
  );
  root.append(
    lab.head([player?.button, another, table.button, reset]),
    prediction.element,
    stage,
    readouts.element,
    table.region,
    lab.live,
  );
  el.append(root);

  function drawAnother() {
    const { minimum, maximum, step } = spec.parameters[spec.fresh];
    const next = state.values[spec.fresh] + step;
    lab.touched();
    lab.set(spec.fresh, next > maximum ? minimum : next);
  }

  function startAgain() {
    player?.stop();
    for (const choice of spec.choices) widget.set(`i_${choice.id}`, choice.default);
    widget.set("preset", null);
    lab.apply(spec.defaults);
    changed = null;
    lab.tell(`${say("reset_done")} ${readouts.sentence()}`);
  }

  lab.onWords(() => {
    readouts.refresh();
    for (const view of lab.views) view.refresh();
  });

  // --- the pictures in words -----------------------------------------------------------------------------------------

  // The declared sentence with the present numbers.
  function describe() {
    const known = { ...lab.fields };
    for (const name of [...Object.keys(spec.parameters), ...Object.keys(spec.quantities)]) known[name] = lab.quantity(name);
    for (const { id, of, negative, zero, positive, tolerance } of spec.phrases) {
      const value = state.values[of];
      known[id] = Math.abs(value) <= tolerance ? zero : value < 0 ? negative : positive;
    }
    return plain(fill(fill(spec.alt, known), known));
  }

  let changed = null;
  let resting = 0;
  function describePictures() {
    const text = lab.veiled ? say("predict_veil") : describe();
    for (const view of lab.views) view.describe(text);
  }
  function atRest() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      describePictures();
      if (changed && !lab.veiled && !lab.isSpeaking) {
        const sentence = readouts.sentence();
        lab.live.textContent =
          changed in spec.parameters
            ? say("changed", { label: lab.label(changed), value: lab.quantity(changed), readouts: sentence })
            : say("changed_to", { label: lab.plain(changed), readouts: sentence });
      }
      changed = null;
    }, QUIET);
  }
  lab.onEnd(() => clearTimeout(resting));

  // --- drawing -------------------------------------------------------------------------------------------------------

  function draw() {
    state.update();
    lab.veiled = !prediction.decided && !isPrinting();
    root.classList.toggle("is-veiled", lab.veiled);
    readouts.draw();
    for (const view of lab.views) view.draw();
    lab.announceChange();
    table.update();
    atRest();
  }

  // One redraw a change of state, at once: several traits may change together.
  let queued = false;
  let heard = 0;
  let stamp = 0;
  function update(what) {
    changed = what ?? changed;
    if (queued) return;
    queued = true;
    heard = performance.now();
    stamp = moment();
    queueMicrotask(() => {
      queued = false;
      draw();
      lab.drawn(stamp, heard);
    });
  }

  // --- what moves the lab --------------------------------------------------------------------------------------------

  let settling = false;
  // What a preset, a choice or the answered prediction sets together.
  function settle({ values, choose, label }) {
    settling = true;
    for (const [id, index] of Object.entries(choose)) widget.set(`i_${id}`, index);
    lab.apply(values);
    settling = false;
    if (label) update(label);
  }

  // A preset is left as soon as a handle leaves its value.
  function leavePreset(name) {
    const preset = spec.presets[widget.get("preset")];
    if (settling || !preset || !(name in preset.values)) return;
    const wanted = preset.values[name];
    if (Math.abs(wanted - widget.get(`p_${name}`)) <= 1e-4 * Math.abs(wanted)) return;
    widget.set("preset", null);
    widget.save_changes();
  }

  for (const name of [...state.names, ...(spec.cursor ? ["t"] : [])]) {
    lab.on(`change:p_${name}`, () => {
      update(name in spec.parameters ? name : null);
      leavePreset(name);
    });
  }
  lab.on("change:preset", () => {
    const preset = spec.presets[widget.get("preset")];
    if (preset) settle(preset);
  });
  for (const choice of spec.choices) {
    lab.on(`change:i_${choice.id}`, () => {
      const option = choice.options[widget.get(`i_${choice.id}`)];
      if (!option) return;
      lab.refreshWords();
      settle(option);
    });
  }

  // --- its place on the page -----------------------------------------------------------------------------------------

  // Beside a tall picture there is room for the key numbers under the controls; else they stand below the picture.
  function arrange() {
    const controls = lab.bench?.querySelector(".ionsyn-controls");
    if (!controls) return;
    const room = stage.offsetHeight - controls.offsetHeight;
    lab.bench.classList.toggle("is-side", room > 24 + 58 * Math.ceil(spec.readouts.length / 2));
  }

  function redraw() {
    lab.refreshWords();
    draw();
    // At once: a reader who never lets the lab rest must not meet a picture without words.
    describePictures();
    arrange();
  }

  lab.onThemeChange(redraw);
  const resized = new ResizeObserver(() => {
    for (const view of lab.views) view.resize();
    arrange();
  });
  resized.observe(stage);
  lab.whenAttached(redraw);

  return () => {
    resized.disconnect();
    player?.stop();
    table.destroy();
    lab.end();
    for (const view of lab.views) view.destroy();
  };
}

export default { render };
