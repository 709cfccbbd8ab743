// The curves as a table, for those who cannot see them and those who want the numbers.
import { h } from "./dom.js";

export function createTable(lab) {
  const { say } = lab;
  const id = `${lab.uid}-table`;
  const region = h("div.is-table", { id, hidden: true, tabindex: "0", role: "region", "aria-label": say("table") });
  const button = h(
    "button.is-tool",
    { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: () => toggle() },
    say("table"),
  );
  let isOpen = false;
  let late = 0;

  function toggle() {
    isOpen = !isOpen;
    region.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    button.textContent = say(isOpen ? "table_hide" : "table");
    if (isOpen) {
      lab.touched();
      fillIn();
    }
  }

  function fillIn() {
    const tables = lab.views.filter((view) => view.table).map((view) => view.table());
    region.replaceChildren(
      ...tables.map(({ title, head, rows }) =>
        h(
          "table",
          {},
          h("caption", {}, title, h("span.is-muted", {}, ` ${say("table_caption")}`)),
          h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, ...cell)))),
          h(
            "tbody",
            {},
            ...rows.map(([first, ...rest]) =>
              h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell))),
            ),
          ),
        ),
      ),
    );
  }

  return {
    button,
    region,
    // Rows follow the handles once they rest; rebuilding them under a moving pointer would cost the redraw its time.
    update() {
      clearTimeout(late);
      if (isOpen) late = setTimeout(fillIn, 150);
    },
    destroy: () => clearTimeout(late),
  };
}
