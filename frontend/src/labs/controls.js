// The ipywidgets controls beside a lab: names and values with units for screen readers, steady keyboard steps, and
// typed values read as people write them.  Works on whatever draws them, JupyterLab or the static page.
import { write } from "./dom.js";
import { followEarly } from "./early.js";
import { fill, formatNumber, readNumber, snapLog, withUnit } from "./format.js";
import { nodes } from "./words.js";

const PAGE = 10;

export function equipControls(bench, lab) {
  const cleanUps = [];
  const { spec, say } = lab;
  const listen = (target, type, handler, capture = false) => {
    target.addEventListener(type, handler, capture);
    cleanUps.push(() => target.removeEventListener(type, handler, capture));
  };

  for (const [name, parameter] of Object.entries(spec.parameters)) {
    for (const box of bench.querySelectorAll(`.ionsyn-p-${name}`)) equipSlider(box, name, parameter);
  }
  for (const group of bench.querySelectorAll(".widget-toggle-buttons")) equipButtons(group);

  function equipSlider(box, name, parameter) {
    const handle = box.querySelector(".noUi-handle");
    const target = box.querySelector(".noUi-target");
    const readout = box.querySelector(".widget-readout");
    const label = box.querySelector(".widget-label");
    if (!handle || !target || box.dataset.equipped) return;
    box.dataset.equipped = "true";
    box.dataset.parameter = name;
    const isLog = parameter.scale === "log";
    const shown = (value) => withUnit(formatNumber(value, parameter.format), parameter.unit);

    const rename = () => {
      const words = lab.fill(parameter.label);
      label.replaceChildren(...nodes(words));
      label.removeAttribute("title");
      handle.setAttribute("aria-label", lab.plain(parameter.label));
      readout.setAttribute(
        "aria-label",
        parameter.unit
          ? say("value_of", { label: lab.plain(parameter.label), unit: parameter.unit })
          : say("value_of_pure", { label: lab.plain(parameter.label) }),
      );
    };
    rename();
    lab.onWords(rename);
    readout.setAttribute("role", "textbox");
    readout.setAttribute("inputmode", "decimal");
    readout.setAttribute("spellcheck", "false");
    readout.dataset.unit = parameter.unit;

    const present = () => {
      const raw = lab.widget.get(`p_${name}`);
      return isLog ? snapLog(raw) : raw;
    };
    // After noUiSlider and the control have written theirs, ours says the number with its unit.
    let told = null;
    const tell = (isOwn) => {
      const value = present();
      if (!isOwn && value === told) return;
      told = value;
      handle.setAttribute("aria-valuetext", shown(value));
      if (document.activeElement !== readout) write(readout, formatNumber(value, parameter.format));
    };
    const slider = target.noUiSlider;
    slider.on("update.ionsyn", () => tell(true));
    lab.onChange(() => tell(false));
    cleanUps.push(() => slider.off?.(".ionsyn"));

    const stepped = (count) => {
      const value = present();
      if (!isLog) return value + count * parameter.step;
      // Two significant digits: 5.0 -> 5.1, 140 -> 150.
      const unit = 10 ** (Math.floor(Math.log10(value) + (count < 0 ? -1e-9 : 1e-9)) - 1);
      return (Math.round(value / unit) + count) * unit;
    };
    const keys = {
      ArrowUp: () => stepped(1),
      ArrowRight: () => stepped(1),
      ArrowDown: () => stepped(-1),
      ArrowLeft: () => stepped(-1),
      PageUp: () => stepped(PAGE),
      PageDown: () => stepped(-PAGE),
      Home: () => parameter.minimum,
      End: () => parameter.maximum,
    };
    listen(
      handle,
      "keydown",
      (event) => {
        if (!(event.key in keys) || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        lab.touched();
        lab.set(name, keys[event.key]());
      },
      true,
    );

    // The control itself parses with parseFloat, which knows neither U+2212 nor full-width digits, and restores
    // the old value without a word; so the text is put right, or explained, before it looks.
    const accept = (event) => {
      if (event.type === "keydown" && event.key !== "Enter") return;
      const text = readout.textContent.trim();
      const before = formatNumber(present(), parameter.format);
      if (text === before) {
        readout.textContent = String(present());
        return;
      }
      lab.touched();
      const value = readNumber(text);
      const plainLabel = lab.plain(parameter.label);
      if (Number.isNaN(value)) {
        lab.tell(say("not_a_number", { text: text.slice(0, 40), label: plainLabel, value: shown(present()) }), true);
        readout.textContent = String(present());
        return;
      }
      const clamped = Math.min(Math.max(value, parameter.minimum), parameter.maximum);
      if (clamped !== value) {
        lab.tell(
          say("out_of_range", {
            label: plainLabel,
            low: shown(parameter.minimum),
            high: shown(parameter.maximum),
            value: shown(clamped),
          }),
          true,
        );
      }
      readout.textContent = String(clamped);
    };
    listen(readout, "keydown", accept, true);
    listen(readout, "blur", accept, true);
    // The control's own handlers sit further out; once they are done, the box shows the number as the book writes it.
    listen(readout, "blur", () => setTimeout(() => (readout.textContent = formatNumber(present(), parameter.format))));
    listen(readout, "keydown", (event) => {
      if (event.key === "Enter") setTimeout(() => readout.blur());
    });
    listen(readout, "focus", () => getSelection()?.selectAllChildren(readout));
    listen(box, "pointerdown", (event) => {
      if (target.contains(event.target)) lab.touched();
    });
    // The slider listens to mouse moves of the whole document.
    const move = ({ clientX, clientY, button, buttons }) =>
      document.documentElement.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, button, buttons }));
    cleanUps.push(followEarly(target, lab, move));
  }

  // A row of buttons is a group with a name, and each says whether it is pressed.
  function equipButtons(group) {
    if (group.dataset.equipped) return;
    group.dataset.equipped = "true";
    const label = group.querySelector(".widget-label");
    group.setAttribute("role", "group");
    if (label) {
      group.setAttribute("aria-label", label.textContent);
      label.replaceChildren(...nodes(label.textContent));
    }
    const tell = () => {
      for (const button of group.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.classList.contains("mod-active")));
      }
    };
    for (const button of group.querySelectorAll("button")) button.replaceChildren(...nodes(button.textContent));
    const observer = new MutationObserver(tell);
    observer.observe(group, { subtree: true, attributes: true, attributeFilter: ["class"] });
    cleanUps.push(() => observer.disconnect());
    tell();
    listen(group, "click", () => lab.touched(), true);
  }

  return () => cleanUps.forEach((cleanUp) => cleanUp());
}
