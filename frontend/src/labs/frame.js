// What labs and experiments share: their root element, words and numbers in the reader's language, the link to the
// widget's traits and to the controls beside it, spoken sentences, and theme.
import { equipControls } from "./controls.js";
import { h, uniqueId } from "./dom.js";
import { fill, formatNumber, snapLog, withUnit } from "./format.js";
import { speaker } from "./interface.js";
import { createPalette, onThemeChange } from "./theme.js";
import { nodes, plain } from "./words.js";

const QUIET = 600; // ms of rest before a change is spoken
const PATIENCE = 5000; // ms to wait for the controls beside the view

export function createFrame({ widget, el, kind }) {
  const spec = widget.get("spec");
  const language = widget.get("language");
  const say = speaker("lab", language);
  const uid = uniqueId(spec.id);
  const cleanUps = [];
  const wordListeners = [];
  const changeListeners = [];
  const root = h(`div.ionsyn.ionsyn-lab${kind === "lab" ? "" : `.ionsyn-${kind}`}`, {
    "data-id": spec.id,
    role: "group",
    "aria-labelledby": `${uid}-title`,
    lang: language === "zh" ? "zh-CN" : "en",
  });
  const live = h("p.is-live", { role: "status", "aria-live": "polite" });
  el.classList.add("ionsyn-host");

  const option = (choice) => choice.options[widget.get(`i_${choice.id}`) ?? choice.default];
  let fields = {};
  let colors = {};
  const filled = new Map();
  let spoken = null;
  let quiet = 0;

  const frame = {
    spec,
    language,
    say,
    uid,
    widget,
    root,
    live,
    el,
    bench: null,
    palette: createPalette(root),
    values: {},
    get fields() {
      return fields;
    },
    get isSpeaking() {
      return spoken !== null;
    },

    // Words and numbers
    fill(text) {
      if (!filled.has(text)) filled.set(text, fill(text, fields));
      return filled.get(text);
    },
    plain: (text) => plain(frame.fill(text)),
    colorName: (name) => colors[name] ?? name,
    format: (name) => (spec.parameters[name] ?? spec.quantities[name])?.format,
    number: (name, value) => formatNumber(value * (spec.quantities[name]?.factor ?? 1), frame.format(name)),
    unit: (name) => (spec.parameters[name] ?? spec.quantities[name]).unit,
    quantity: (name) => withUnit(frame.number(name, frame.values[name]), frame.unit(name)),
    label: (name) => frame.plain((spec.parameters[name] ?? spec.quantities[name]).label),

    // Events
    onWords: (listener) => wordListeners.push(listener),
    onChange: (listener) => changeListeners.push(listener),
    announceChange: () => changeListeners.forEach((listener) => listener()),
    onEnd: (cleanUp) => cleanUps.push(cleanUp),
    on(event, handler) {
      widget.on(event, handler);
      cleanUps.push(() => widget.off(event, handler));
    },
    // A sentence for screen readers, once things have come to rest.
    tell(sentence, now = false) {
      spoken = sentence;
      clearTimeout(quiet);
      const speak = () => {
        live.textContent = spoken;
        spoken = null;
      };
      if (now) speak();
      else quiet = setTimeout(speak, QUIET);
    },
    touched() {},

    // Traits
    set(name, value) {
      const { minimum, maximum, step, scale } = spec.parameters[name];
      const clean = scale === "log" ? snapLog(value) : minimum + Math.round((value - minimum) / step) * step;
      frame.apply({ [name]: Math.min(maximum, Math.max(minimum, Number(clean.toPrecision(12)))) });
    },
    apply(values) {
      for (const [name, value] of Object.entries(values)) widget.set(`p_${name}`, value);
      widget.save_changes();
    },

    refreshWords() {
      fields = { ...spec.words };
      colors = {};
      filled.clear();
      for (const chosen of spec.choices.map(option)) {
        Object.assign(fields, chosen.words);
        Object.assign(colors, chosen.colors);
      }
      for (const listener of wordListeners) listener();
    },

    head(tools) {
      return h(
        "header.is-head",
        {},
        h("p.is-title", { id: `${uid}-title` }, h("span.is-kicker", {}, say("kicker")), ...nodes(spec.title)),
        h("div.is-tools", {}, ...tools),
        spec.lead ? h("p.is-lead", {}, ...nodes(spec.lead)) : null,
      );
    },

    // The element and the controls beside it are attached after the component has been rendered, the controls of a
    // live notebook later still.
    whenAttached(ready) {
      const began = performance.now();
      let isDrawn = false;
      let handle = 0;
      const look = () => {
        frame.bench = el.closest(".ionsyn-bench");
        if (el.isConnected && !isDrawn) {
          isDrawn = true;
          ready();
        }
        const wanted = Object.keys(spec.parameters).length;
        const found = frame.bench?.querySelectorAll(".ionsyn-controls .noUi-handle").length ?? 0;
        if (isDrawn && found >= wanted) {
          cleanUps.push(equipControls(frame.bench, frame));
          frame.refreshWords();
          ready();
          root.dataset.ready = "true";
        } else if (performance.now() - began < PATIENCE) {
          handle = setTimeout(look, 30);
        } else {
          // Shown without its controls, the picture stands alone.
          root.dataset.ready = "true";
        }
      };
      handle = requestAnimationFrame(look);
      cleanUps.push(() => {
        cancelAnimationFrame(handle);
        clearTimeout(handle);
      });
    },
    onThemeChange(redraw) {
      cleanUps.push(
        onThemeChange(() => {
          frame.palette.refresh();
          redraw();
        }),
      );
    },
    // `ms` from the reader's event to the end of the redraw; `work` without the browser's own delay before it told us.
    work: 0,
    drawn(stamp, heard) {
      const now = performance.now();
      frame.work = now - heard;
      const detail = { id: spec.id, eventTimeStamp: stamp, ms: now - stamp, work: frame.work };
      root.dispatchEvent(new CustomEvent("ionsyn:drawn", { bubbles: true, detail }));
    },
    end() {
      clearTimeout(quiet);
      for (const cleanUp of cleanUps) cleanUp();
    },
  };
  return frame;
}

export { QUIET };
