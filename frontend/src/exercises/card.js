// A practice card: statement with the variant's numbers, answer box, feedback, hints, worked solution, progress.
// What a learner types reaches the page only as text; only formulas, rendered when this file was built, are HTML.
import { h, uniqueId } from "../labs/dom.js";
import { recall, remember } from "../labs/storage.js";
import { nodes } from "../labs/words.js";
import { model as modelOf } from "../registry.js";
import { exampleOf } from "./check.js";
import { FORMULA, fill } from "./text.js";
import { valuesOf, variantName } from "./variants.js";
import { judge, speaker } from "./words.js";

function render({ model: widget, el }) {
  const spec = widget.get("spec");
  const language = widget.get("language");
  const say = speaker("card", language);
  const uid = uniqueId("practice");
  const key = `${spec.id}:${spec.revision}`;
  const isChoice = spec.kind === "choice";
  // A function is written and checked in the notebook; its card has no box to type in and no numbers of its own.
  const isCode = spec.kind === "code";
  const progress = stored(recall(key), spec);
  let values;
  let hintsShown = 0;

  // --- parts -------------------------------------------------------------------------------------------------------

  const statement = h("div.is-statement", { id: `${uid}-statement` });
  const badge = h("span.is-badge");
  const box = isChoice || isCode ? null : answerBox();
  const options = isChoice ? choices() : null;
  const submit = h("button.is-submit", { type: "submit" }, say("check"));
  const form = isCode
    ? h("div.is-code", {}, h("p.is-note", {}, say("in_notebook")), code(spec.code))
    : h(
        "form.is-form",
        { novalidate: true, autocomplete: "off" },
        isChoice ? options.element : box.element,
        isChoice ? h("div.is-row", {}, submit) : null,
      );
  if (box) box.row.append(submit);
  const feedback = h("div.is-feedback", { id: `${uid}-feedback`, role: "status", "aria-live": "polite" });
  const hintList = h("ol.is-hints", { "aria-live": "polite" });
  const hintButton = h("button.is-tool", { type: "button", "data-action": "hint", onclick: showHint });
  const solution = h("section.is-solution", { id: `${uid}-solution`, hidden: true, tabindex: -1, "aria-label": say("solution_title") });
  const solutionButton = h("button.is-tool", {
    type: "button",
    "data-action": "solution",
    "aria-controls": `${uid}-solution`,
    onclick: () => openSolution(solution.hidden),
  });
  const newNumbers = h("button.is-tool", { type: "button", "data-action": "new", onclick: nextVariant }, say("new_numbers"));
  const clear = h("button.is-quiet", { type: "button", "data-action": "clear", title: say("kept_here"), onclick: forget }, say("clear"));
  const record = h("span.is-record");
  const root = h(
    "section.ionsyn.ionsyn-practice",
    { "data-id": spec.id, "aria-labelledby": `${uid}-title`, lang: language === "zh" ? "zh-CN" : "en" },
    h(
      "header.is-head",
      {},
      h("p.is-title", { id: `${uid}-title` }, h("span.is-kicker", {}, say("name")), ...nodes(spec.title)),
      h("p.is-meta", {}, h("span", {}, say("minutes", { minutes: spec.minutes })), badge),
    ),
    statement,
    form,
    feedback,
    hintList,
    h("div.is-tools", {}, hintButton, solutionButton, newNumbers),
    solution,
    isCode ? null : h("footer.is-foot", {}, record, clear),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    checkAnswer(event);
  });
  el.append(root);
  const onResize = new ResizeObserver(markScrollable);
  onResize.observe(root);
  show();
  const mathml = root.querySelector(".katex-mathml");
  // In a live notebook there is no KaTeX style sheet: the browser's own MathML is shown instead.
  root.classList.toggle("is-mathml", !kaTeXIsStyled(mathml, root));
  root.dataset.ready = "true";
  return () => {
    onResize.disconnect();
    root.remove();
  };

  // --- drawing -----------------------------------------------------------------------------------------------------

  function show(event = null) {
    const started = performance.now();
    values = isCode ? {} : valuesOf(spec, modelOf(spec.models[0]), variantName(progress.variant));
    root.dataset.variant = variantName(progress.variant);
    root.dataset.kind = spec.kind;
    statement.replaceChildren(...paragraphs(spec.statement));
    options?.show();
    hintsShown = 0;
    hintList.replaceChildren();
    tell(null);
    openSolution(false);
    solution.replaceChildren(h("p.is-solution-title", {}, say("solution_title")), ...paragraphs(spec.solution));
    showHintButton();
    showRecord();
    // Without numbers there are no new ones.
    newNumbers.hidden = isCode || spec.givens.length === 0;
    drawn(event, started);
  }

  function drawn(event, started) {
    root.dispatchEvent(
      new CustomEvent("ionsyn:drawn", {
        bubbles: true,
        detail: { id: spec.id, eventTimeStamp: event?.timeStamp ?? null, ms: performance.now() - started },
      }),
    );
  }

  // Text with numbers, marks and formulas, paragraph by paragraph.
  function paragraphs(text) {
    return text.split("\n\n").map((paragraph) => {
      if (paragraph.startsWith("    ")) return code(paragraph.split("\n").map((line) => line.slice(4)));
      const display = paragraph.startsWith("$$");
      return h(display ? "div.is-formula" : "p", {}, ...inline(paragraph));
    });
  }

  function inline(text) {
    const out = [];
    let from = 0;
    for (const match of text.matchAll(FORMULA)) {
      out.push(...words(text.slice(from, match.index)), formula(match[0]));
      from = match.index + match[0].length;
    }
    out.push(...words(text.slice(from)));
    return out;
  }

  // A number and its unit stay on one line; what stands between back-ticks is code.
  function words(text) {
    const filled = fill(text, values).replace(/([0-9]) (?=[A-Za-zµ°℃%])/g, "$1\u00a0");
    return filled.split(/`([^`]+)`/).flatMap((part, i) => (i % 2 ? [h("code", {}, part)] : nodes(part)));
  }

  function code(lines) {
    return h("pre.is-listing", { tabindex: 0 }, h("code", {}, lines.join("\n")));
  }

  function formula(tex) {
    const holder = h("span");
    // Built from the declaration when the front end was built; the numbers filled in are our own.
    holder.innerHTML = fill(spec.formulas[tex], values);
    return holder;
  }

  function markScrollable() {
    for (const element of root.querySelectorAll(".is-formula")) {
      if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  }

  // --- answering ---------------------------------------------------------------------------------------------------

  function answerBox() {
    const note = h("p.is-note", { id: `${uid}-note` });
    const example = exampleOf(spec);
    const within = spec.atol > 0 ? `${spec.atol} ${spec.unit}`.trim() : `${spec.rtol * 100} %`;
    note.append(`${say(spec.unit ? "answer_unit" : "answer_number", { example })}${say("stop")}${say("within", { tolerance: within })}`);
    const input = h("input.is-answer", {
      type: "text",
      id: `${uid}-answer`,
      name: "answer",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "done",
      "aria-describedby": `${uid}-note ${uid}-feedback`,
    });
    const row = h("div.is-row", {}, input);
    return { input, row, element: h("div", {}, h("label.is-label", { for: `${uid}-answer` }, say("answer")), row, note) };
  }

  function choices() {
    const inputs = spec.options.map((_, place) =>
      h("input", { type: "radio", name: `${uid}-choice`, value: String.fromCharCode(97 + place), id: `${uid}-${place}` }),
    );
    const labels = inputs.map((input, place) =>
      h("label.is-option", { for: `${uid}-${place}` }, input, h("span.is-letter", { "aria-hidden": "true" }, input.value.toUpperCase()), h("span.is-words")),
    );
    const element = h("fieldset.is-options", { "aria-describedby": `${uid}-feedback` }, h("legend.is-label", {}, say("choose")), ...labels);
    return {
      element,
      inputs,
      labels,
      get value() {
        return inputs.find((input) => input.checked)?.value ?? "";
      },
      show() {
        labels.forEach((label, place) => label.lastChild.replaceChildren(...inline(spec.options[place].text)));
      },
    };
  }

  function checkAnswer(event) {
    const started = performance.now();
    const verdict = judge(spec, values, isChoice ? options.value : box.input.value, language);
    const unread = verdict.code.startsWith("format:");
    if (!unread) progress.attempts += 1;
    if (verdict.correct && !progress.solved.includes(progress.variant)) progress.solved.push(progress.variant);
    save();
    tell(verdict, unread);
    showRecord();
    drawn(event, started);
  }

  function tell(verdict, unread = false) {
    feedback.replaceChildren();
    feedback.className = "is-feedback";
    feedback.removeAttribute("data-code");
    box?.input.removeAttribute("aria-invalid");
    options?.labels.forEach((label) => label.classList.remove("is-right", "is-mistaken"));
    if (!verdict) return;
    const { correct, code } = verdict;
    const tone = correct ? "right" : unread ? "unread" : "mistaken";
    feedback.classList.add(`is-${tone}`);
    feedback.dataset.code = code;
    feedback.append(h("p", {}, h("strong", correct ? { "aria-hidden": "true" } : {}, correct ? "✓" : say(unread ? "unread" : "not_yet")), " ", ...nodes(verdict.feedback)));
    if (!correct && box) box.input.setAttribute("aria-invalid", "true");
    if (isChoice && !unread) {
      const chosen = options.inputs.findIndex((input) => input.checked);
      options.labels[chosen].classList.add(correct ? "is-right" : "is-mistaken");
    }
  }

  // --- hints and solution ------------------------------------------------------------------------------------------

  function showHint() {
    hintList.append(h("li", {}, h("span.is-hint-name", {}, say("hint_label", { number: hintsShown + 1 })), " ", ...inline(spec.hints[hintsShown])));
    hintsShown += 1;
    showHintButton();
  }

  function showHintButton() {
    const left = hintsShown < spec.hints.length;
    const had = document.activeElement === hintButton;
    hintButton.textContent = say("hint", { number: Math.min(hintsShown + 1, spec.hints.length), count: spec.hints.length });
    hintButton.hidden = !left;
    if (had && !left) solutionButton.focus();
  }

  function openSolution(open) {
    solution.hidden = !open;
    solutionButton.textContent = say(open ? "solution_hide" : "solution");
    solutionButton.setAttribute("aria-expanded", String(open));
    if (open) markScrollable();
  }

  // --- variants and progress ---------------------------------------------------------------------------------------

  function numbersOf(number) {
    const drawn = valuesOf(spec, modelOf(spec.models[0]), variantName(number));
    return spec.givens.map((given) => drawn[given.name]).join();
  }

  // Where a problem has few numbers to vary, the next variant may have the same ones again: it is passed over.
  function nextVariant(event) {
    const before = numbersOf(progress.variant);
    do {
      progress.variant = (progress.variant % spec.variants) + 1;
    } while (progress.variant !== spec.variant && numbersOf(progress.variant) === before);
    save();
    show(event);
    feedback.append(h("p.is-quiet-note", {}, say("new_numbers_done", { number: progress.variant })));
    if (box) {
      // The old answer stays, selected: the first key replaces it.
      box.input.focus({ preventScroll: true });
      box.input.select();
    }
  }

  function forget(event) {
    Object.assign(progress, stored(null, spec));
    remember(key, null);
    show(event);
    feedback.append(h("p.is-quiet-note", {}, say("cleared")));
  }

  function save() {
    remember(key, progress);
  }

  function showRecord() {
    const solved = progress.solved.includes(progress.variant);
    root.classList.toggle("is-solved", solved);
    badge.textContent = solved ? `✓ ${say("solved")}` : "";
    const parts = spec.givens?.length ? [say("variant", { number: progress.variant, count: spec.variants })] : [];
    if (progress.attempts) parts.push(say(progress.attempts === 1 ? "attempts_one" : "attempts", { attempts: progress.attempts }));
    if (progress.solved.length) parts.push(say("solved_count", { solved: progress.solved.length }));
    record.textContent = parts.join(" · ");
    clear.hidden = !progress.attempts && progress.variant === spec.variant;
  }
}

// Whatever lies in the browser's storage is only believed if it looks like ours.
function stored(saved, spec) {
  const isVariant = (number) => Number.isInteger(number) && number >= 1 && number <= spec.variants;
  return {
    attempts: Number.isInteger(saved?.attempts) && saved.attempts > 0 ? saved.attempts : 0,
    solved: Array.isArray(saved?.solved) ? [...new Set(saved.solved.filter(isVariant))] : [],
    variant: isVariant(saved?.variant) ? saved.variant : spec.variant,
  };
}

function kaTeXIsStyled(mathml, root) {
  const probe = mathml ?? root.appendChild(h("span.katex", {}, h("span.katex-mathml"))).firstChild;
  const styled = getComputedStyle(probe).position === "absolute";
  if (!mathml) probe.parentNode.remove();
  return styled;
}

export default { render };
