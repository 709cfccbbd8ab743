// An identification: recordings before and after something unknown, the numbers read off them, and the names it may
// have; a wrong name is answered with the recording that contradicts it.
import { h } from "./dom.js";
import { fill, formatNumber, withUnit } from "./format.js";
import { createFrame } from "./frame.js";
import { speaker } from "./interface.js";
import { contradiction, drawSpecimen, measureOf } from "./specimen.js";
import { createState } from "./state.js";
import { recall, remember } from "./storage.js";
import { nodes, plain } from "./words.js";
import { createPlot } from "./views/plot.js";

function render({ model: widget, el }) {
  const lab = createFrame({ widget, el, kind: "identification" });
  const { spec, say, root, uid } = lab;
  const key = `lab:${spec.id}:${spec.revision}`;
  const kept = recall(key);
  // chosen: ids of the names tried, the last one last.
  const state = Number.isInteger(kept?.specimen) && Array.isArray(kept.chosen) ? kept : fresh(1);
  let drawn = drawSpecimen(spec, state.specimen);

  function fresh(specimen) {
    return { specimen, chosen: [], isRevealed: false };
  }
  const save = () => remember(key, state);
  const byId = (id) => spec.candidates.find((candidate) => candidate.id === id);

  // --- recordings ----------------------------------------------------------------------------------------------------

  const recordings = spec.recordings.map((recording) => {
    let values = recording.defaults;
    const own = createState({ model: recording.model, parameters: {}, cursor: false }, { get: (name) => values[name.slice(2)] });
    const panel = structuredClone(recording.panel);
    const view = createPlot(panel, Object.assign(Object.create(lab), { state: own, values: own.values, veiled: false }));
    const known = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => name in recording.defaults));
    const element = h("div.is-recording", {}, h("p.is-subtitle", {}, ...nodes(recording.title)), view.element);
    return {
      ...recording,
      view,
      element,
      numbers: [],
      draw() {
        values = { ...recording.defaults, ...known(drawn.after) };
        panel.traces[1].at = known({ ...recording.defaults, ...drawn.before });
        own.update();
        view.draw();
        const { x, columns } = own.curves(panel.x, panel.traces);
        const [after, before] = columns;
        this.numbers = recording.measures.map((measure) => [before, after].map((y) => measureOf(measure, x, y)));
        const told = ["before", "after"].map((when, k) =>
          say("pair", { label: spec[when], value: recording.measures.map((m, i) => say("pair", { label: plain(m.label), value: shown(m, this.numbers[i][k]) })).join(say("join")) }),
        );
        const stop = speaker("card", lab.language)("stop").trim();
        view.describe(`${plain(recording.title)} ${plain(recording.alt)} ${told.join(`${stop} `)}${stop}`);
      },
    };
  });

  const shown = ({ format, unit }, value) => withUnit(formatNumber(value, format), unit);

  // --- parts ---------------------------------------------------------------------------------------------------------

  const action = (name, onclick, type = "is-tool") => h(`button.${type}`, { type: "button", "data-action": name, onclick }, say(name));
  const which = h("span.is-specimen");
  const rows = h("div.is-table", { tabindex: "0", role: "region", "aria-label": say("measurements") });
  const said = h("div.is-verdict", { role: "status" });
  const radios = spec.candidates.map(({ id }) => h("input", { type: "radio", name: `${uid}-name`, id: `${uid}-${id}`, value: id }));
  const options = spec.candidates.map(({ id, label, about }, i) =>
    h("label.is-name", { for: `${uid}-${id}`, "data-candidate": id }, radios[i], h("span", {}, ...nodes(label), " ", h("span.is-muted", {}, ...nodes(about)))),
  );
  const form = h(
    "form.is-estimates",
    { novalidate: true },
    h("fieldset.is-names", {}, h("legend.is-subtitle", {}, ...nodes(spec.asked)), ...options),
    h("div.is-predict-foot", {}, h("button.is-strong", { type: "submit", "data-action": "identify" }, say("identify")), action("reveal", showTruth)),
    said,
    h("details.is-strategy", {}, h("summary", {}, say("told_apart")), h("p", {}, ...nodes(spec.strategy))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    identify();
  });
  const stage = h("div.is-stage", {}, ...recordings.map(({ element }) => element));
  root.append(
    lab.head([which, action("new_specimen", nextSpecimen)]),
    stage,
    h("div.is-notebook", {}, h("p.is-subtitle", {}, say("measurements")), rows, form),
    lab.live,
  );
  el.append(root);

  function nextSpecimen() {
    Object.assign(state, fresh(state.specimen + 1));
    drawn = drawSpecimen(spec, state.specimen);
    for (const radio of radios) radio.checked = false;
    save();
    show();
    lab.tell(say("new_recordings", { number: state.specimen }), true);
  }

  function identify() {
    const chosen = radios.find((radio) => radio.checked);
    if (!chosen) {
      lab.tell(say("choose_a_name"), true);
      said.replaceChildren(h("p", {}, say("choose_a_name")));
      return;
    }
    state.chosen = [...state.chosen.filter((id) => id !== chosen.value), chosen.value];
    save();
    showVerdict();
  }

  function showTruth() {
    state.isRevealed = true;
    save();
    showVerdict();
  }

  // --- drawing -------------------------------------------------------------------------------------------------------

  function showVerdict() {
    const truth = drawn.candidate;
    const named = byId(state.chosen.at(-1));
    const isRight = named === truth;
    const isOut = isRight || state.isRevealed;
    for (const option of options) {
      const { candidate: id } = option.dataset;
      const isTruth = isOut && id === truth.id;
      option.classList.toggle("is-correct", isTruth);
      option.classList.toggle("is-mistaken", id !== truth.id && state.chosen.includes(id));
      option.querySelector(".is-note")?.remove();
      const note = isTruth ? say("the_one") : state.chosen.includes(id) ? say("ruled_out") : "";
      if (note) option.append(h("span.is-note", {}, note));
    }
    const parts = [];
    if (named && !isRight) {
      const { id } = contradiction(spec, named, truth);
      const words = fill(say("contradicts"), { recording: id, name: named.label, wanted: named.signs[id].words, found: truth.signs[id].words });
      parts.push(h("p", { "data-verdict": "wrong", "data-recording": id }, h("strong", {}, say("not_this_one")), " ", ...nodes(words)));
    }
    if (isOut) {
      const head = isRight ? say("identified") : say("it_was", { name: plain(truth.label) });
      parts.push(h("p", { "data-verdict": isRight ? "right" : "revealed" }, h("strong", {}, head), " ", ...nodes(truth.explanation)));
    }
    said.replaceChildren(...parts);
  }

  function showNumbers() {
    rows.replaceChildren(
      h(
        "table.is-measures",
        {},
        h("thead", {}, h("tr", {}, ...[say("quantity"), spec.before, spec.after].map((cell) => h("th", { scope: "col" }, cell)))),
        h(
          "tbody",
          {},
          ...recordings.flatMap(({ id, measures, numbers }) =>
            measures.map((measure, i) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, `${id} · `, ...nodes(measure.label)),
                ...numbers[i].map((value) => h("td", { "data-measured": String(value) }, shown(measure, value))),
              ),
            ),
          ),
        ),
      ),
    );
  }

  function show() {
    which.textContent = say("specimen", { number: state.specimen });
    for (const recording of recordings) recording.draw();
    showNumbers();
    showVerdict();
  }

  // --- its place on the page -------------------------------------------------------------------------------------------

  const last = byId(state.chosen.at(-1));
  if (last) radios[spec.candidates.indexOf(last)].checked = true;
  const redraw = () => {
    lab.refreshWords();
    for (const { view } of recordings) view.refresh();
    show();
  };
  lab.onThemeChange(redraw);
  const resized = new ResizeObserver(() => recordings.forEach(({ view }) => view.resize()));
  resized.observe(stage);
  lab.whenAttached(redraw);

  return () => {
    resized.disconnect();
    for (const { view } of recordings) view.destroy();
    lab.end();
  };
}

export default { render };
