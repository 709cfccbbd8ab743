// The verdict on an answer, step for step as labsupport/exercises/checking.py gives it.
import { isTooLong, kindOf, normalise, read, sameDimension, unitOf, valueIn } from "./parse.js";
import { fill } from "./text.js";

const EXAMPLE = "12.3";

export const exampleOf = (spec) => (spec.unit ? `${EXAMPLE} ${spec.unit}` : EXAMPLE);
export const tolerance = (spec, value) => Math.max(spec.atol, spec.rtol * Math.abs(value));
// Around a known wrong value: never half of it, lest a tiny one catch everything near 0.
export const ideaTolerance = (spec, value) => Math.max(Math.min(spec.atol, Math.abs(value) / 2), spec.rtol * Math.abs(value));

// The wrong ideas that a variant can tell from the right one.
export const recognised = (spec, values) =>
  spec.misconceptions.filter(({ id }) => Math.abs(values[`wrong_${id}`] - values.answer) > tolerance(spec, values.answer));

// say(key) looks up the room "check" of the interface's words.  Returns { correct, code, feedback, score }.
export function check(spec, values, answer, say) {
  const [code, sentence, fields] = spec.options.length ? choice(spec, values, answer, say) : numeric(spec, values, answer, say);
  let feedback = fill(sentence, values);
  // Fields last: they may hold what the learner typed, which is never looked at again.
  for (const [name, value] of Object.entries(fields)) feedback = feedback.replaceAll(`{${name}}`, () => value);
  const correct = code === "correct";
  return { correct, code, feedback, score: correct ? 1 : 0 };
}

// What was typed as a number in the wanted unit: { value }, or { code, sentence, fields } saying why not.
export function readAnswer(answer, unit, say) {
  const wanted = unitOf(unit);
  const example = { example: exampleOf({ unit }) };
  let quantity;
  try {
    quantity = read(answer, wanted.dimension);
  } catch (problem) {
    if (!problem.code) throw problem;
    return { code: `format:${problem.code}`, sentence: say(`format.${problem.code}`), fields: { ...example, ...problem.fields } };
  }
  const hasDimension = wanted.dimension.some((power) => power !== 0);
  if (!quantity.unit && hasDimension) {
    return { code: "missing_unit", sentence: say("missing_unit"), fields: example };
  }
  if (quantity.unit && !sameDimension(quantity.unit.dimension, wanted.dimension)) {
    const kind = (dimension) => say(`kind.${kindOf(dimension)}`);
    return {
      code: "wrong_dimension",
      sentence: say(hasDimension ? "wrong_dimension" : "no_dimension"),
      fields: { typed: kind(quantity.unit.dimension), wanted: kind(wanted.dimension), ...example },
    };
  }
  return { value: valueIn(quantity, wanted) };
}

function numeric(spec, values, answer, say) {
  const typed = readAnswer(answer, spec.unit, say);
  if (typed.code) return [typed.code, typed.sentence, typed.fields];
  const { value } = typed;
  const right = values.answer;
  if (Math.abs(value - right) <= tolerance(spec, right)) return ["correct", spec.right, {}];
  let nearest = null;
  let distance = Infinity;
  // Where a wrong idea gives the right number, nobody can be told that they have it.
  for (const idea of recognised(spec, values)) {
    const wrong = values[`wrong_${idea.id}`];
    const away = Math.abs(value - wrong);
    if (away <= ideaTolerance(spec, wrong) && away < distance) [nearest, distance] = [idea, away];
  }
  if (nearest) return [nearest.id, nearest.feedback, {}];
  if (value * right > 0) {
    const power = Math.log10(value / right);
    const whole = Math.floor(power + 0.5);
    if (whole !== 0 && Math.abs(power - whole) <= 0.01) return ["power_of_ten", say("power_of_ten"), {}];
  }
  if (Math.abs(value + right) <= tolerance(spec, right)) return ["sign", say("sign"), {}];
  return ["wrong", say("wrong"), {}];
}

function choice(spec, values, answer, say) {
  const names = spec.options.map(({ id }) => id);
  const letters = names.map((_, place) => String.fromCharCode(97 + place));
  const offered = { letters: letters.join(", "), example: letters[0] };
  if (isTooLong(answer)) return ["format:too_long", say("format.too_long"), offered];
  const typed = normalise(answer).replace(/^[ "'.。()[\],]+|[ "'.。()[\],]+$/g, "").toLowerCase();
  if (!typed) return ["format:empty", say("format.no_choice"), offered];
  const place = letters.includes(typed) ? letters.indexOf(typed) : names.indexOf(typed);
  if (place < 0) return ["format:not_an_option", say("format.not_an_option"), offered];
  if (place === Math.trunc(values.answer)) return ["correct", spec.right, {}];
  return [names[place], spec.options[place].feedback, {}];
}
