// "Predict first": a question answered before the plot shows its curves.  It can be skipped, never blocks, and is
// remembered in this browser.
import { h } from "./dom.js";
import { nodes } from "./words.js";
import { recall, remember } from "./storage.js";

export function createPrediction(lab, onDecided) {
  const { spec, say } = lab;
  const { question, options, answer, explanation } = spec.prediction;
  const key = `lab:${spec.id}:${spec.revision}`;
  const saved = recall(key);
  let state = saved && Number.isInteger(saved.choice) && saved.choice < options.length ? saved : { choice: null, skipped: Boolean(saved?.skipped) };

  const buttons = options.map((option, i) =>
    h("button.is-option", { type: "button", onclick: () => choose(i) }, h("span.is-option-mark", { "aria-hidden": "true" }), h("span", {}, ...nodes(option))),
  );
  const verdict = h("div.is-verdict", { role: "status" });
  const skip = h("button.is-quiet", { type: "button", onclick: () => decide({ choice: null, skipped: true }) }, say("skip"));
  const again = h("button.is-quiet", { type: "button", onclick: () => decide({ choice: null, skipped: false }) }, say("again"));
  const summary = h("span.is-summary");
  const fold = h("button.is-quiet", { type: "button", onclick: () => setFolded(!isFolded) });
  let isFolded = false;
  const questionId = `${lab.uid}-question`;
  const element = h(
    "section.is-predict",
    { "aria-labelledby": questionId },
    h("div.is-predict-head", {}, h("span.is-tag", {}, say("predict")), summary, fold),
    h("p.is-question", { id: questionId }, ...nodes(question)),
    h("div.is-options", { role: "group", "aria-labelledby": questionId }, ...buttons),
    verdict,
    h("div.is-predict-foot", {}, skip, again),
  );

  function choose(i) {
    if (state.choice !== null) return;
    decide({ choice: i, skipped: false });
  }

  function decide(next) {
    const had = document.activeElement;
    state = next;
    remember(key, state.choice === null && !state.skipped ? null : state);
    show();
    setFolded(false);
    onDecided(state.choice !== null);
    if (had === skip || had === again) (state.choice === null && !state.skipped ? buttons[0] : again).focus();
  }

  // What was decided on an earlier visit takes one line.
  function setFolded(folded) {
    isFolded = folded;
    const { choice } = state;
    element.classList.toggle("is-collapsed", folded);
    fold.hidden = choice === null && !state.skipped;
    fold.textContent = say(folded ? "open" : "close");
    fold.setAttribute("aria-expanded", String(!folded));
    const said = (i) => nodes(options[i]);
    const fields = { choice: "\u0001", answer: "\u0002" };
    const sentence = choice === null ? say("summary_skipped") : say(choice === answer ? "summary_right" : "summary_wrong", fields);
    const parts = sentence.split(/([\u0001\u0002])/).flatMap((part) => (part === "\u0001" ? said(choice) : part === "\u0002" ? said(answer) : [part]));
    summary.replaceChildren(...(folded ? parts : []));
  }

  function show() {
    const { choice, skipped } = state;
    const answered = choice !== null;
    element.classList.toggle("is-answered", answered);
    element.classList.toggle("is-skipped", skipped);
    skip.hidden = answered || skipped;
    again.hidden = !answered;
    buttons.forEach((button, i) => {
      button.classList.toggle("is-chosen", i === choice);
      button.classList.toggle("is-correct", answered && i === answer);
      button.classList.toggle("is-mistaken", answered && i === choice && i !== answer);
      // A decided question stays readable and focusable, but can no longer be pressed.
      button.setAttribute("aria-disabled", String(answered));
      button.setAttribute("aria-pressed", String(i === choice));
      const note = i === choice ? say(i === answer ? "your_right_choice" : "your_choice") : i === answer ? say("the_answer") : "";
      button.querySelector(".is-note")?.remove();
      if (answered && note) button.append(h("span.is-note", {}, note));
    });
    verdict.replaceChildren();
    if (answered) {
      verdict.append(
        h("p", {}, h("strong", {}, say(choice === answer ? "right" : "wrong")), " ", ...nodes(explanation)),
      );
    }
  }

  show();
  setFolded(state.choice !== null || state.skipped);
  return {
    element,
    get decided() {
      return state.choice !== null || state.skipped;
    },
    skip() {
      if (!this.decided) decide({ choice: null, skipped: true });
    },
  };
}
