// What a person may type for a quantity, and what it means: labsupport/units.py step for step, with the same table.
// Nothing is evaluated and nothing is guessed; a test compares the two on fifty thousand strings.
import table from "../../../labsupport/units.json" with { type: "json" };

const LONGEST = 80;
const LARGEST_EXPONENT = 40;
const PURE = [0, 0, 0, 0, 0, 0];

export class NotUnderstood extends Error {
  constructor(code, fields = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

// Every name a unit may go by -> { factor, dimension, offset }.
const units = new Map();
for (const [symbol, entry] of Object.entries(table.units)) {
  const spellings = [
    [symbol, "symbol"],
    ...entry.words.map((word) => [word, "word"]),
    ...entry.zh.map((word) => [word, "zh"]),
  ];
  for (const [spelling, kind] of spellings) {
    const { factor, dimension } = entry;
    units.set(spelling, { factor, dimension, offset: entry.offset ?? 0 });
    for (const prefix of entry.prefixes) {
      const word = kind === "symbol" ? prefix : table.prefixes[prefix][kind];
      units.set(word + spelling, { factor: table.prefixes[prefix].factor * factor, dimension, offset: 0 });
    }
  }
}
for (const [alias, name] of Object.entries(table.aliases)) units.set(alias, units.get(name));

const trim = (text) => text.replace(/^ +| +$/g, "");
export const lengthOf = (text) => [...text].length;
export const isTooLong = (text) => lengthOf(text) > LONGEST;
export const sameDimension = (a, b) => a.every((power, place) => power === b[place]);
export const kindOf = (dimension) =>
  Object.keys(table.kinds).find((kind) => sameDimension(table.kinds[kind], dimension)) ?? "other";

// Characters are listed one by one, not left to NFKC: the browser's Unicode is newer than Python's, and NFKC turns
// cm² into cm2 and thereby 10² into 102.
export function normalise(text) {
  let plain = "";
  let afterSuperscript = false;
  for (const character of text) {
    const superscript = Object.hasOwn(table.superscripts, character) ? table.superscripts[character] : null;
    if (superscript !== null) plain += afterSuperscript ? superscript : `^${superscript}`;
    else if (table.invisible.includes(character)) continue;
    else if (table.spaces.includes(character)) plain += " ";
    else if (character >= "\uff01" && character <= "\uff5e" && character.length === 1) {
      plain += String.fromCharCode(character.charCodeAt(0) - 0xfee0);
    } else plain += Object.hasOwn(table.characters, character) ? table.characters[character] : character;
    afterSuperscript = superscript !== null;
  }
  return trim(plain.replace(/([0-9])。([0-9])/g, "$1.$2").replace(/ +/g, " "));
}

const QUOTES = /^["'` ]+|["'` ]+$/g;
const END = /[ 。.;；,!！]+$/;
const LABEL = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_{}()^+\-\u4e00-\u9fff ]{0,15}=+ ?/;
const ABOUT = /^(?:(?:[=~]|大约|约|about|approx\.?|ca\.?) ?)+/;
const SIGN_WORD = /^(负|正) ?/;
const NUMBER = new RegExp(
  "^([+-]?) ?(?:([0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+)" +
    "(?: ?[eE]([+-]?[0-9]+)| ?[*xX] ?10 ?(?:(?:\\^|\\*\\*) ?\\(? ?([+-]? ?[0-9]+) ?\\)?|([+-][0-9]+)))?)",
);
const BARE_TEN = /^([+-]?) ?10 ?(?:\^|\*\*) ?\(? ?([+-]? ?[0-9]+) ?\)?/;
const PLAIN = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/;
const SHARED = /^[1-9][0-9]{0,2},[0-9]{3}$/;
const THOUSANDS = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+$|^[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}$/;
const DECIMAL_COMMA = /^[0-9]*,[0-9]+$/;
const RANGE = /^ ?(?:±|~|\+-|\+\/-|to |至|到)/;
const ARITHMETIC = /^ ?(?:\*\*|[*/+\-^xX(]) ?[-+(]?[0-9.]/;
const TOKEN =
  /(°C|C°|°|%|‰|[A-Za-z]+|[\u4e00-\u9fff]+)(?: ?(?:\^|\*\*) ?(?:\( ?([+-]?[0-9]+) ?\)|([+-]?[0-9]+))|([+-]?[0-9]+))?/y;
const SEPARATOR = / ?[*.] ?| ?\/ ?| /y;

function readNumber(text) {
  let sign, mantissa, exponent, end;
  const ten = BARE_TEN.exec(text);
  if (ten) [sign, mantissa, exponent, end] = [ten[1], "1", ten[2], ten[0].length];
  else {
    const match = NUMBER.exec(text);
    if (!match) throw new NotUnderstood("no_number");
    [sign, mantissa, exponent, end] = [match[1], match[2], match[3] || match[4] || match[5], match[0].length];
  }
  const rest = text.slice(end);
  if (/^ ?[0-9]|^[.,]/.test(rest)) throw new NotUnderstood("two_numbers");
  if (SHARED.test(mantissa)) {
    const [whole, part] = mantissa.split(",");
    const small = `${whole}.${part}`.replace(/\.?0+$/, "");
    throw new NotUnderstood("ambiguous_comma", { typed: mantissa, small, large: whole + part });
  }
  if (THOUSANDS.test(mantissa)) mantissa = mantissa.replaceAll(",", "");
  else if (DECIMAL_COMMA.test(mantissa)) mantissa = mantissa.replaceAll(",", ".");
  mantissa = mantissa.replace(/,$/, "");
  if (!PLAIN.test(mantissa)) throw new NotUnderstood("two_numbers");
  const power = (exponent || "0").replaceAll(" ", "");
  if (power.length > 4 || Math.abs(Number(power)) > LARGEST_EXPONENT) throw new NotUnderstood("exponent");
  // One correctly rounded conversion, so that Python and JavaScript get the same bits.
  return [Number(`${sign}${mantissa}e${power}`), rest];
}

function named(name, wanted) {
  if (units.has(name)) return units.get(name);
  const folded = name.toLowerCase();
  // Words may have capitals anywhere; symbols may not, because M is not m.
  if (name.length > 3 && units.has(folded)) return units.get(folded);
  const similar = [...units.keys()].filter((other) => other.toLowerCase() === folded);
  if (similar.length) {
    const fitting = wanted ? similar.filter((other) => sameDimension(units.get(other).dimension, wanted)) : [];
    throw new NotUnderstood("unit_capitals", { unit: name, suggestion: (fitting.length ? fitting : similar)[0] });
  }
  throw new NotUnderstood("unknown_unit", { unit: name });
}

// Everything after a stroke is in the denominator: by "J/mol K" people mean J/(mol K).
export function readUnit(source, wanted = null) {
  let text = trim(source).replaceAll("每", "/");
  if (["()", "[]"].includes(text.slice(0, 1) + text.slice(-1))) text = trim(text.slice(1, -1));
  if (!text) return null;
  text = text.replace(/(?:^| )per /g, "/");
  text = text.replace(/\/ ?\(([^()]*)\)$/, "/$1");
  const unit = { factor: 1, dimension: PURE, offset: 0 };
  let sign = 1;
  let position = 0;
  let count = 0;
  if (text.startsWith("/")) {
    sign = -1;
    position = text[1] === " " ? 2 : 1;
  }
  for (;;) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    count += 1;
    if (!match || count > 8) throw new NotUnderstood("unit_syntax", { unit: text });
    const part = named(match[1], wanted);
    let power = Number(match[2] || match[3] || match[4] || "1");
    if (power === 0 || Math.abs(power) > 6) throw new NotUnderstood("unit_syntax", { unit: text });
    power *= sign;
    for (let i = 0; i < Math.abs(power); i++) {
      unit.factor = power > 0 ? unit.factor * part.factor : unit.factor / part.factor;
    }
    unit.dimension = unit.dimension.map((own, place) => own + power * part.dimension[place]);
    position = TOKEN.lastIndex;
    if (position === text.length) {
      // A temperature on its own is a point on its scale; inside a product it is a difference.
      if (count === 1 && power === 1) unit.offset = part.offset;
      return unit;
    }
    SEPARATOR.lastIndex = position;
    const separator = SEPARATOR.exec(text);
    if (!separator) throw new NotUnderstood("unit_syntax", { unit: text });
    if (separator[0].includes("/")) sign = -1;
    position = SEPARATOR.lastIndex;
  }
}

// The quantity typed, { number, unit } with unit null where there is none; throws NotUnderstood.
export function read(text, wanted = null) {
  if (isTooLong(text)) throw new NotUnderstood("too_long");
  let plain = normalise(text).replace(QUOTES, "").replace(END, "");
  if (!plain) throw new NotUnderstood("empty");
  plain = plain.replace(LABEL, "").replace(ABOUT, "");
  plain = plain.replace(SIGN_WORD, (_, word) => (word === "负" ? "-" : "+"));
  const [number, rest] = readNumber(plain);
  if (RANGE.test(rest)) throw new NotUnderstood("two_numbers");
  if (ARITHMETIC.test(rest)) throw new NotUnderstood("arithmetic");
  return { number, unit: readUnit(rest, wanted) };
}

// A quantity's value in another unit of the same dimension.
export function valueIn(quantity, unit) {
  const own = quantity.unit ?? unit;
  if (own.factor === unit.factor && own.offset === unit.offset) return quantity.number;
  return (quantity.number * own.factor + own.offset - unit.offset) / unit.factor;
}

// A unit by an author's hand; the empty string is the pure number.
export const unitOf = (text) => readUnit(normalise(text)) ?? { factor: 1, dimension: PURE, offset: 0 };
