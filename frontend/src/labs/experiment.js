// An experiment: a specimen with hidden properties, measurements that are kept in a table and on a chart, estimates that
// are checked, and the truth on request.
import { parseAnswer } from "../exercises/words.js";
import { draw as drawValue } from "../exercises/variants.js";
import { closed as withoutSample, sample } from "../modelling/sampler.js";
import { model as findModel } from "../registry.js";
import { h } from "./dom.js";
import { formatNumber, snapLog, withUnit } from "./format.js";
import { createFrame } from "./frame.js";
import { recall, remember } from "./storage.js";
import { nodes, plain } from "./words.js";
import { createScatter } from "./views/scatter.js";

const MOST_ROWS = 60;

function render({ model: widget, el }) {
  const lab = createFrame({ widget, el, kind: "experiment" });
  const { spec, say, root, uid } = lab;
  const model = findModel(spec.model);
  const outputs = new Float64Array(model.outputs.length);
  const [main] = spec.measured;
  const bathNames = Object.keys(spec.parameters);
  const key = `lab:${spec.id}:${spec.revision}`;
  const kept = recall(key);
  // specimen: a number that seeds the hidden values; rows: what was measured on it; taken: how often it was measured.
  const state = isUsable(kept) ? kept : fresh(1);
  let hidden = drawHidden();

  function fresh(specimen) {
    return { specimen, rows: [], taken: 0, answers: {}, isRevealed: false };
  }

  function isUsable(value) {
    return (
      Number.isInteger(value?.specimen) && Array.isArray(value.rows) && Number.isInteger(value.taken) && value.answers && value.rows.every((r) => r.bath && r.values && Array.isArray(r.blocked))
    );
  }

  function drawHidden() {
    const seed = `${spec.id}|${spec.revision}|${state.specimen}`;
    return Object.fromEntries(spec.hidden.map(({ name, grid }) => [name, Number(drawValue(grid, `${seed}|${name}`))]));
  }

  // --- measuring -----------------------------------------------------------------------------------------------------

  const bath = () =>
    Object.fromEntries(
      bathNames.map((name) => {
        const raw = widget.get(`p_${name}`);
        return [name, spec.parameters[name].scale === "log" ? snapLog(raw) : raw];
      }),
    );
  const blocked = () => spec.blocks.map((b) => b.parameter).filter((name) => widget.get(`i_block_${name}`) === 1);

  // The outputs of the model, by name: for measurement `number`, or without one those that need no sample.
  function readings(values, closed, number) {
    const all = { ...spec.fixed, ...hidden, ...values, ...Object.fromEntries(closed.map((name) => [name, 0])) };
    if (spec.fresh) all[spec.fresh.parameter] = spec.fresh.each * state.specimen + (number ?? 0);
    const p = model.parameters.map((name) => all[name]);
    if (model.kind === "sampled") outputs.set(number ? sample(model, p).summary : withoutSample(model, p));
    else model.evaluate(p, outputs);
    return Object.fromEntries(model.outputs.map((name, i) => [name, outputs[i]]));
  }

  function measure(event) {
    const heard = performance.now();
    const here = bath();
    const closed = blocked();
    const found = readings(here, closed, state.taken + 1);
    if (!Number.isFinite(found[main])) {
      last.classList.add("is-message");
      last.textContent = say("nothing_crosses");
      lab.tell(say("nothing_crosses"), true);
      return;
    }
    const values = Object.fromEntries(spec.measured.map((name) => [name, Number(found[name].toFixed(spec.quantities[name].format.decimals))]));
    state.rows.push({ bath: here, blocked: closed, values });
    state.taken += 1;
    if (state.rows.length > MOST_ROWS) state.rows.shift();
    save();
    show();
    lab.drawn(event.timeStamp, heard);
    lab.tell(say("reading", { number: state.rows.length, value: valuesText(values) }), true);
  }

  const valueText = (name, value) => withUnit(lab.number(name, value), lab.unit(name));
  const valuesText = (values) =>
    spec.measured.length === 1
      ? valueText(main, values[main])
      : spec.measured.map((name) => say("pair", { label: lab.label(name), value: valueText(name, values[name]) })).join(say("join"));
  const blockedText = (closed) =>
    closed.length
      ? say("blocked", { names: closed.map((name) => lab.plain(spec.blocks.find((b) => b.parameter === name).label)).join(say("join")) })
      : say("all_open");
  const save = () => remember(key, state);

  // --- parts ---------------------------------------------------------------------------------------------------------

  const action = (name, onclick, type = "is-tool") => h(`button.${type}`, { type: "button", "data-action": name, onclick }, say(name));
  const which = h("span.is-specimen");
  const shownLast = spec.measured.map((name) => h("dd", { "data-output": name }));
  const [last] = shownLast;
  const reader = h(
    "div.is-readouts.is-measure",
    {},
    action("measure", measure, "is-strong"),
    ...spec.measured.map((name, i) => h("dl.is-readout", {}, h("dt", {}, ...nodes(lab.fill(spec.quantities[name].label))), shownLast[i])),
  );
  const chart = createScatter(spec, lab);
  const rows = h("div.is-table", { tabindex: "0", role: "region", "aria-label": say("measurements") });
  const estimates = spec.hidden.map(createEstimate);
  const checkAll = action("check", checkEstimates, "is-strong");
  const reveal = action("reveal", showTruth);
  const form = h(
    "form.is-estimates",
    { novalidate: true, autocomplete: "off", "aria-labelledby": `${uid}-estimates` },
    h("p.is-subtitle", { id: `${uid}-estimates` }, say("estimates")),
    h("p.is-muted", {}, say("estimates_hint", { percent: Math.round(spec.tolerance * 100) })),
    ...estimates.map((e) => e.element),
    h("div.is-predict-foot", {}, checkAll, reveal),
    h("details.is-strategy", {}, h("summary", {}, say("what_can_be_known")), h("p", {}, ...nodes(spec.strategy))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    checkEstimates();
  });
  root.append(
    lab.head([which, action("new_specimen", nextSpecimen), action("clear_rows", clearRows)]),
    h("div.is-stage", {}, chart.element, chart.legend),
    reader,
    h("div.is-notebook", {}, h("p.is-subtitle", {}, say("measurements")), rows, form),
    lab.live,
  );
  el.append(root);

  function nextSpecimen() {
    Object.assign(state, fresh(state.specimen + 1));
    hidden = drawHidden();
    for (const estimate of estimates) estimate.clear();
    save();
    show();
    lab.tell(say("new_specimen_done", { number: state.specimen }), true);
  }

  function clearRows() {
    state.rows = [];
    save();
    show();
    lab.tell(say("cleared"), true);
  }

  // --- estimates -----------------------------------------------------------------------------------------------------

  function createEstimate(quantity) {
    const { name, label, unit, how, format } = quantity;
    const id = `${uid}-${name}`;
    const input = h("input", {
      id, type: "text", "data-estimate": name, spellcheck: "false", maxlength: 60, value: state.answers[name] ?? "", "aria-describedby": `${id}-said`,
    });
    const said = h("p.is-said", { id: `${id}-said`, role: "status" });
    const truth = h("span.is-truth");
    input.addEventListener("input", () => {
      state.answers[name] = input.value;
      delete said.dataset.verdict;
      said.replaceChildren();
      save();
    });
    const shown = (value) => withUnit(formatNumber(value, format), unit);
    const parsed = () => parseAnswer(input.value, { unit, language: lab.language });
    return {
      element: h("div.is-estimate", {}, h("label", { for: id }, ...nodes(label), unit ? ` (${unit})` : ""), input, truth, said),
      check() {
        if (!input.value.trim()) return false;
        const { value, message } = parsed();
        const off = value / hidden[name] - 1;
        const verdict = message !== undefined ? "unread" : Math.abs(off) <= spec.tolerance ? "right" : "off";
        said.dataset.verdict = verdict;
        const sentences = { unread: [message], right: [say("estimate_right")], off: [say(off > 0 ? "estimate_high" : "estimate_low"), " ", ...nodes(how)] };
        said.replaceChildren(...sentences[verdict]);
        return true;
      },
      reveal() {
        const { value } = parsed();
        const error = value === undefined ? "" : say("error", { percent: formatNumber(100 * (value / hidden[name] - 1), { decimals: 1, sign: true }) });
        truth.textContent = [say("truth", { value: shown(hidden[name]) }), error].filter(Boolean).join(" ");
        truth.dataset.value = String(hidden[name]);
      },
      clear() {
        input.value = "";
        this.hide();
        said.replaceChildren();
        delete said.dataset.verdict;
      },
      hide() {
        truth.textContent = "";
        delete truth.dataset.value;
      },
    };
  }

  function checkEstimates() {
    const any = estimates.map((e) => e.check()).some(Boolean);
    if (!any) lab.tell(say("type_an_estimate"), true);
  }

  function showTruth() {
    state.isRevealed = true;
    save();
    show();
  }

  // --- drawing -------------------------------------------------------------------------------------------------------

  // One series a set of blocked pathways, in the order in which they first occur.
  function series() {
    const found = new Map();
    for (const { bath: at, blocked: closed, values } of state.rows) {
      const name = spec.group ? `${lab.label(spec.group)} ${withUnit(lab.number(spec.group, at[spec.group]), lab.unit(spec.group))}` : blockedText(closed);
      if (!found.has(name)) {
        const plainInk = spec.group ? `series-${(found.size % 4) + 1}` : "series-1";
        const ink = closed.length === 1 ? spec.blocks.find((b) => b.parameter === closed[0]).color : closed.length ? "muted" : plainInk;
        found.set(name, { name, ink, shape: found.size + Math.floor(found.size / 4), points: [] });
      }
      found.get(name).points.push([at[spec.x.parameter] ?? values[spec.x.parameter], values[main]]);
    }
    return [...found.values()];
  }

  // After the truth is out: what is measured, along the axis, in the present bath.
  function curve() {
    if (!state.isRevealed) return null;
    const here = bath();
    const closed = blocked();
    return (x) => readings({ ...here, [spec.curve.parameter]: x }, closed)[spec.curve.output];
  }

  const headOf = ({ label, unit }) => [...nodes(label), unit ? ` (${unit})` : ""];

  function drawChart() {
    chart.draw(series(), bath()[spec.x.parameter] ?? null, curve());
  }

  function show() {
    const count = state.rows.length;
    which.textContent = say("specimen", { number: state.specimen });
    drawChart();
    const newest = state.rows[count - 1];
    spec.measured.forEach((name, i) => {
      const place = shownLast[i];
      place.classList.toggle("is-message", !newest);
      if (newest) {
        place.dataset.value = String(newest.values[name]);
        place.replaceChildren(h("span.is-number", {}, lab.number(name, newest.values[name])), h("span.is-unit", {}, lab.unit(name)));
      } else {
        delete place.dataset.value;
        place.textContent = i ? "" : say("not_measured");
      }
    });
    chart.describe([plain(spec.alt), say("count_measured", { count }), newest ? valuesText(newest.values) : ""].filter(Boolean).join(" "));
    const head = ["#", ...bathNames.map((name) => headOf(spec.parameters[name])), ...(spec.blocks.length ? [say("pathways")] : []), ...spec.measured.map((name) => headOf(spec.quantities[name]))];
    rows.replaceChildren(
      count
        ? h(
            "table",
            {},
            h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, ...[cell].flat())))),
            h(
              "tbody",
              {},
              ...state.rows.map(({ bath: at, blocked: closed, values }, i) =>
                h(
                  "tr",
                  {},
                  h("th", { scope: "row" }, String(i + 1)),
                  ...bathNames.map((name) => h("td", {}, lab.number(name, at[name]))),
                  ...(spec.blocks.length ? [h("td", {}, blockedText(closed))] : []),
                  ...spec.measured.map((name, k) => h("td", { "data-reading": k ? undefined : values[name] }, lab.number(name, values[name]))),
                ),
              ),
            ),
          )
        : h("p.is-muted", {}, say("no_rows")),
    );
    for (const estimate of estimates) {
      if (state.isRevealed) estimate.reveal();
      else estimate.hide();
    }
  }

  // --- its place on the page -------------------------------------------------------------------------------------------

  for (const name of bathNames) {
    lab.on(`change:p_${name}`, () => {
      drawChart();
      lab.announceChange();
    });
  }
  for (const { parameter } of spec.blocks) lab.on(`change:i_block_${parameter}`, drawChart);
  const redraw = () => {
    lab.refreshWords();
    Object.assign(lab.values, bath());
    show();
    lab.announceChange();
  };
  lab.onThemeChange(redraw);
  const resized = new ResizeObserver(drawChart);
  resized.observe(chart.element);
  lab.whenAttached(redraw);

  return () => {
    resized.disconnect();
    lab.end();
  };
}

export default { render };
