// The interface's words for cards and checker, from the catalogue that Python reads too.
import catalogue from "../../../labsupport/interface.yaml";
import { check, readAnswer } from "./check.js";

// say("hint", { number, count }) in one room and language; keys may be nested ("format.empty").
export const speaker =
  (room, language) =>
  (key, fields = {}) => {
    const words = key.split(".").reduce((entry, part) => entry[part], catalogue[room])[language];
    return words.replace(/\{(\w+)\}/g, (place, name) => (name in fields ? String(fields[name]) : place));
  };

export const judge = (spec, values, answer, language) => check(spec, values, answer, speaker("check", language));

// A quantity typed anywhere else on the page: { value } in the unit wanted, or { message } saying what is amiss.
export function parseAnswer(text, { unit, language }) {
  const { value, sentence, fields } = readAnswer(text, unit, speaker("check", language));
  if (sentence === undefined) return { value };
  return { message: Object.entries(fields).reduce((words, [name, said]) => words.replaceAll(`{${name}}`, () => said), sentence) };
}
