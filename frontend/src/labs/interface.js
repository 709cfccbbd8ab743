import catalogue from "../../../labsupport/interface.yaml";
import { fill } from "./format.js";

// The interface's words of one room in one language: say("reset"), say("changed", { label }).
export const speaker =
  (room, language) =>
  (key, fields = {}) =>
    fill(catalogue[room][key][language], fields);
