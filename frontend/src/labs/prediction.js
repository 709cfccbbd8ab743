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
  const questionId = `${lab.uid}-question`;
  const element = h(
    "section.is-predict",
    { "aria-labelledby": questionId },
    h("p.is-predict-head", {}, h("span.is-tag", {}, say("predict"))),
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
    onDecided(state.choice !== null);
    if (had === skip || had === again) (state.choice === null && !state.skipped ? buttons[0] : again).focus();
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
      const notes = [i === choice && say("your_choice"), answered && i === answer && say("the_answer")].filter(Boolean);
      button.querySelector(".is-note")?.remove();
      if (answered && notes.length) button.append(h("span.is-note", {}, notes.join(lab.say("join"))));
    });
    verdict.replaceChildren();
    if (answered) {
      verdict.append(
        h("p", {}, h("strong", {}, say(choice === answer ? "right" : "wrong")), " ", ...nodes(explanation)),
      );
    }
  }

  show();
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
