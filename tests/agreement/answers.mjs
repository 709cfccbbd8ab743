// Judges typed answers with the page's own modules: reads { specs, models, words, cases } and writes the verdicts.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const sources = process.argv[2];
const { check } = await import(`${sources}/check.js`);
const { fill } = await import(`${sources}/text.js`);
const { valuesOf } = await import(`${sources}/variants.js`);
const { specs, models, words, cases } = JSON.parse(readFileSync(0, "utf8"));
const compiled = Object.fromEntries(Object.entries(models).map(([id, code]) => [id, vm.runInThisContext(code)]));
const speaker = (language) => (key) => key.split(".").reduce((entry, part) => entry[part], words)[language];
const numbers = new Map();

const verdicts = cases.map(([id, variant, language, answer]) => {
  const spec = specs[`${id}|${language}`];
  const key = `${id}|${variant}`;
  if (!numbers.has(key)) numbers.set(key, valuesOf(spec, compiled[`exercise:${id}`], variant));
  const { code, feedback, score } = check(spec, numbers.get(key), answer, speaker(language));
  return [code, score, feedback];
});
const statements = Object.entries(specs).flatMap(([name, spec]) =>
  Array.from({ length: spec.variants }, (_, i) => {
    const variant = `v${String(i + 1).padStart(2, "0")}`;
    return [name, variant, fill(spec.statement, valuesOf(spec, compiled[`exercise:${spec.id}`], variant))];
  }),
);
process.stdout.write(JSON.stringify({ verdicts, statements }));
