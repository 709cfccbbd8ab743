// Renders the formulas of exercises (TeX between dollar signs, as declared in Python) to HTML and MathML, once, here:
// KaTeX itself is never sent to a reader.  A number that the page fills in, such as «E:.1f», passes through as text.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import katex from "katex";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export function render(formula) {
  const displayMode = formula.startsWith("$$");
  const places = [];
  const tex = formula.replace(/^\$+|\$+$/g, "").replace(/«[^»]*»/g, (place) => {
    places.push(place);
    // Two letters that occur in no formula; KaTeX keeps a \text run together in HTML and in MathML.
    return `\\text{QZ${places.length - 1}ZQ}`;
  });
  const html = katex
    .renderToString(tex, { displayMode, output: "htmlAndMathml", strict: "error", throwOnError: true })
    // The TeX source inside the MathML would be read out twice and holds the stand-ins.
    .replace(/<annotation[^>]*>.*?<\/annotation>/gs, "");
  const filled = html.replace(/QZ(\d+)ZQ/g, (_, place) => places[place]);
  if (places.some((place) => !filled.includes(place)) || /QZ|ZQ/.test(filled)) {
    throw new Error(`a number got lost in the formula ${formula}`);
  }
  return filled;
}

export async function formulas(out) {
  const own = join(root, ".venv/bin/python");
  const python = process.env.PYTHON ?? (existsSync(own) ? own : "python");
  const listed = JSON.parse(execFileSync(python, ["-m", "labsupport.widgets.strings"], { cwd: root, encoding: "utf8" }));
  const rendered = Object.fromEntries(listed.map((formula) => [formula, render(formula)]));
  await writeFile(join(out, "formulas.json"), JSON.stringify(rendered, null, 1) + "\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await formulas(process.argv[2] ?? join(root, "labsupport/widgets/static"));
}
