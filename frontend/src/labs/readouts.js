// The key numbers of the present state.
import { h, write } from "./dom.js";
import { nodes } from "./words.js";

export function createReadouts(lab) {
  const { spec, say } = lab;
  const cells = spec.readouts.map((readout) => {
    const unit = lab.unit(readout.output);
    const number = h("span.is-number");
    const value = h("dd", { "data-output": readout.output }, number, unit ? h("span.is-unit", {}, unit) : null);
    const term = h("dt");
    return { readout, value, number, term, element: h("div.is-readout", {}, term, value) };
  });
  const element = h("dl.is-readouts", { "aria-label": say("readouts") }, ...cells.map((c) => c.element));

  return {
    element,
    refresh() {
      for (const { readout, term, element: cell } of cells) {
        term.replaceChildren(...nodes(lab.fill(readout.label)));
        cell.style.setProperty("--is-mark", readout.color ? `var(--is-${lab.colorName(readout.color)})` : "var(--is-rule)");
      }
    },
    draw() {
      for (const { readout, value, number } of cells) {
        const now = lab.values[readout.output];
        if (lab.veiled) {
          delete value.dataset.value;
          write(number, "?");
        } else {
          if (value.dataset.value === String(now)) continue;
          value.dataset.value = String(now);
          write(number, lab.number(readout.output, now));
        }
      }
    },
    sentence() {
      return spec.readouts
        .map(({ output, label }) => say("pair", { label: lab.plain(label), value: lab.quantity(output) }))
        .join(say("join"));
    },
  };
}
