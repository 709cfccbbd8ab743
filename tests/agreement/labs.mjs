// Numbers printed and words parsed as the page does it, for comparison with Python.
import { readFileSync } from "node:fs";
import { formatNumber, readNumber } from "../../frontend/src/labs/format.js";
import { draw } from "../../frontend/src/exercises/variants.js";

const { formats, typed, grids } = JSON.parse(readFileSync(0, "utf8"));
const out = {
  formats: formats.map(([value, rule]) => formatNumber(value, rule)),
  typed: typed.map((text) => {
    const value = readNumber(text);
    return Number.isNaN(value) ? null : value;
  }),
  draws: grids.map(([grid, seed]) => Number(draw(grid, seed))),
};
console.log(JSON.stringify(out));
