// A lab: prediction, pictures, key numbers and tools, drawn from the declaration in the widget's state and moved by the
// ipywidgets controls linked to its traits.
import { equipControls } from "./controls.js";
import { h } from "./dom.js";
import { fill, formatNumber, snapLog, withUnit } from "./format.js";
import { speaker } from "./interface.js";
import { createPlayer } from "./player.js";
import { createPrediction } from "./prediction.js";
import { createReadouts } from "./readouts.js";
import { createState } from "./state.js";
import { createTable } from "./table.js";
import { createPalette, onThemeChange } from "./theme.js";
import { nodes, plain } from "./words.js";
import { views as kinds } from "./views/index.js";

const QUIET = 600; // ms of rest before a change is spoken
let count = 0;

function render({ model: widget, el }) {
  const spec = widget.get("spec");
  const language = widget.get("language");
  const say = speaker("lab", language);
  const uid = `ionsyn-${spec.id}-${++count}`;
  const cleanUps = [];
  const wordListeners = [];
  const changeListeners = [];

  const root = h("div.ionsyn.ionsyn-lab", { "data-id": spec.id, role: "group", "aria-labelledby": `${uid}-title`, lang: language === "zh" ? "zh-CN" : "en" });
  el.classList.add("ionsyn-host");

  // --- what views and parts may ask of a lab -----------------------------------------------------------------------

  const state = createState(spec, widget);
  const options = () => spec.choices.map((choice) => choice.options[widget.get(`i_${choice.id}`) ?? 0]);
  let fields = {};
  let colors = {};
  const lab = {
    spec,
    say,
    uid,
    widget,
    state,
    views: [],
    veiled: true,
    get values() {
      return state.values;
    },
    outputsAt: (at) => state.outputsAt(at),
    fill: (text) => fill(text, fields),
    plain: (text) => plain(fill(text, fields)),
    colorName: (name) => colors[name] ?? name,
    format: (name) => spec.parameters[name]?.format ?? spec.quantities[name]?.format,
    number: (name, value) => formatNumber(value * (spec.quantities[name]?.factor ?? 1), lab.format(name)),
    quantity: (name) => withUnit(lab.number(name, state.values[name]), lab.unit(name)),
    unit: (name) => (spec.parameters[name] ?? spec.quantities[name]).unit,
    label: (name) => lab.plain((spec.parameters[name] ?? spec.quantities[name]).label),
    onWords: (listener) => wordListeners.push(listener),
    onChange: (listener) => changeListeners.push(listener),
    tell,
    // The reader moved something: whoever does not care to predict is never kept from the plot.
    touched: () => prediction.skip(),
    set(name, value) {
      const { minimum, maximum, step, scale } = spec.parameters[name];
      const clean = scale === "log" ? snapLog(value) : minimum + Math.round((value - minimum) / step) * step;
      apply({ [name]: Math.min(maximum, Math.max(minimum, Number(clean.toPrecision(12)))) });
    },
  };
  lab.palette = createPalette(root);

  function apply(values) {
    for (const [name, value] of Object.entries(values)) widget.set(`p_${name}`, value);
    widget.save_changes();
  }

  // --- parts -------------------------------------------------------------------------------------------------------

  const live = h("p.is-live", { role: "status", "aria-live": "polite" });
  const prediction = createPrediction(lab, (answered) => {
    if (answered) {
      settle(spec.prediction);
      player?.play();
    }
    update(null);
    live.textContent = "";
  });
  const readouts = createReadouts(lab);
  const table = createTable(lab);
  const reset = h("button.is-tool", { type: "button", "data-action": "reset" }, say("reset"));
  reset.addEventListener("click", () => {
    for (const choice of spec.choices) widget.set(`i_${choice.id}`, choice.default);
    widget.set("preset", null);
    apply(spec.defaults);
    tell(`${say("reset_done")} ${readouts.sentence()}`);
  });
  lab.views = spec.views.map((view) => kinds[view.kind](view, lab));
  const player = spec.cursor ? createPlayer(lab) : null;
  if (player) cleanUps.push(player.stop);
  const veil = h("p.is-veil", {}, say("predict_veil"));
  const hint = spec.views.some((v) => v.kind === "plot" && v.drag !== "none" && v.x.parameter in spec.parameters);
  root.append(
    h(
      "header.is-head",
      {},
      h("p.is-title", { id: `${uid}-title` }, h("span.is-kicker", {}, say("kicker")), ...nodes(spec.title)),
      h("div.is-tools", {}, player?.button, table.button, reset),
      spec.lead ? h("p.is-lead", {}, ...nodes(spec.lead)) : null,
    ),
    prediction.element,
    h(
      "div.is-stage",
      {},
      ...lab.views.map((view) => view.element),
      veil,
      hint ? h("p.is-hint", {}, say("drag_hint")) : null,
    ),
    readouts.element,
    table.region,
    live,
  );
  el.append(root);

  // --- words ---------------------------------------------------------------------------------------------------------

  function refreshWords() {
    fields = { ...spec.words };
    colors = {};
    for (const option of options()) {
      Object.assign(fields, option.words);
      Object.assign(colors, option.colors);
    }
    for (const listener of wordListeners) listener();
    readouts.refresh();
    for (const view of lab.views) view.refresh();
  }

  // The alternative text of the pictures: the declared sentence with the present numbers.
  function describe() {
    const known = { ...fields };
    for (const name of [...Object.keys(spec.parameters), ...Object.keys(spec.quantities)]) {
      known[name] = lab.quantity(name);
    }
    for (const { id, of, negative, zero, positive, tolerance } of spec.phrases) {
      const value = state.values[of];
      known[id] = Math.abs(value) <= tolerance ? zero : value < 0 ? negative : positive;
    }
    return plain(fill(fill(spec.alt, known), known));
  }

  let quiet = 0;
  let spoken = null;
  function tell(sentence, now = false) {
    spoken = sentence;
    clearTimeout(quiet);
    const speak = () => {
      live.textContent = spoken;
      spoken = null;
    };
    if (now) speak();
    else quiet = setTimeout(speak, QUIET);
  }

  let changed = null;
  let resting = 0;
  function atRest() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const text = lab.veiled ? say("predict_veil") : describe();
      for (const view of lab.views) view.describe(text);
      if (changed && !lab.veiled && spoken === null) {
        const parameter = spec.parameters[changed];
        const sentence = readouts.sentence();
        live.textContent = parameter
          ? say("changed", { label: lab.plain(parameter.label), value: lab.quantity(changed), readouts: sentence })
          : say("changed_to", { label: lab.plain(changed), readouts: sentence });
      }
      changed = null;
    }, QUIET);
  }

  // --- drawing ---------------------------------------------------------------------------------------------------------

  function draw() {
    state.update();
    lab.veiled = !prediction.decided && !matchMedia("print").matches;
    root.classList.toggle("is-veiled", lab.veiled);
    readouts.draw();
    for (const view of lab.views) view.draw();
    for (const listener of changeListeners) listener();
    table.update();
    atRest();
  }

  // One redraw a change of state, at once: several traits may change together.
  let queued = false;
  let stamp = 0;
  function update(what) {
    changed = what ?? changed;
    stamp = globalThis.event?.timeStamp ?? performance.now();
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      draw();
      const ms = performance.now() - stamp;
      root.dispatchEvent(new CustomEvent("ionsyn:drawn", { bubbles: true, detail: { id: spec.id, eventTimeStamp: stamp, ms } }));
    });
  }

  // --- what moves the lab ------------------------------------------------------------------------------------------------

  const on = (event, handler) => {
    widget.on(event, handler);
    cleanUps.push(() => widget.off(event, handler));
  };
  let applying = false;
  // What a preset, a choice or the answered prediction sets together.
  function settle({ values, choose, label }) {
    applying = true;
    for (const [id, index] of Object.entries(choose)) widget.set(`i_${id}`, index);
    apply(values);
    applying = false;
    if (label) update(label);
  }
  for (const name of [...state.names, ...(spec.cursor ? ["t"] : [])]) {
    on(`change:p_${name}`, () => {
      update(spec.parameters[name] ? name : null);
      const preset = spec.presets[widget.get("preset")];
      if (!applying && preset && name in preset.values && Math.abs(preset.values[name] - widget.get(`p_${name}`)) > 1e-4 * Math.abs(preset.values[name])) {
        widget.set("preset", null);
        widget.save_changes();
      }
    });
  }
  on("change:preset", () => {
    const preset = spec.presets[widget.get("preset")];
    if (preset) settle(preset);
  });
  for (const choice of spec.choices) {
    on(`change:i_${choice.id}`, () => {
      const option = choice.options[widget.get(`i_${choice.id}`)];
      if (!option) return;
      refreshWords();
      settle(option);
    });
  }

  function redrawAfresh() {
    lab.palette.refresh();
    refreshWords();
    draw();
  }
  cleanUps.push(onThemeChange(redrawAfresh));
  // Beside a tall picture there is room for the key numbers under the controls; else they stand below the picture.
  let bench = null;
  function arrange() {
    const controls = bench?.querySelector(".ionsyn-controls");
    if (!controls) return;
    const room = root.querySelector(".is-stage").offsetHeight - controls.offsetHeight;
    bench.classList.toggle("is-side", room > 24 + 58 * Math.ceil(spec.readouts.length / 2));
  }
  const resized = new ResizeObserver(() => {
    for (const view of lab.views) view.resize();
    arrange();
  });
  resized.observe(root.querySelector(".is-stage"));

  // The element and the controls beside it are attached after this returns.
  let alive = true;
  requestAnimationFrame(() => {
    if (!alive) return;
    bench = el.closest(".ionsyn-bench");
    if (bench) cleanUps.push(equipControls(bench, lab));
    redrawAfresh();
    arrange();
    root.dataset.ready = "true";
  });

  return () => {
    alive = false;
    resized.disconnect();
    table.destroy();
    clearTimeout(quiet);
    clearTimeout(resting);
    for (const cleanUp of cleanUps) cleanUp();
    for (const view of lab.views) view.destroy();
  };
}

export default { render };
