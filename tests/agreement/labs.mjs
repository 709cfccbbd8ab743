// Numbers printed and words parsed as the page does it, for comparison with Python.
import { readFileSync } from "node:fs";
import { formatNumber, readNumber } from "../../frontend/src/labs/format.js";
import { contradiction, drawSpecimen, measureOf } from "../../frontend/src/labs/specimen.js";
import { draw } from "../../frontend/src/exercises/variants.js";

const { formats, typed, grids, specimens, measured } = JSON.parse(readFileSync(0, "utf8"));
const out = {
  formats: formats.map(([value, rule]) => formatNumber(value, rule)),
  typed: typed.map((text) => {
    const value = readNumber(text);
    return Number.isNaN(value) ? null : value;
  }),
  specimens: specimens.map(([spec, number]) => {
    const { candidate, before, after } = drawSpecimen(spec, number);
    const against = spec.candidates.map((named) => contradiction(spec, named, candidate)?.id ?? null);
    return [candidate.id, before, after, against];
  }),
  measured: measured.map(([measure, x, y]) => measureOf(measure, x, y)),
  draws: grids.map(([grid, seed]) => Number(draw(grid, seed))),
};
console.log(JSON.stringify(out));
