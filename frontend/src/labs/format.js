// Numbers as the book prints them; the same rules as labsupport.labs.declaration.Format.
const MINUS = "\u2212";
const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export function formatNumber(value, { sign = false, ...rule } = {}) {
  if (!Number.isFinite(value)) return "—";
  const text = digits(value, rule);
  return sign && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function digits(value, { decimals = 1, significant }) {
  let text;
  if (significant !== undefined) {
    if (value === 0) return "0";
    const exponent = Number(value.toExponential(significant - 1).split("e")[1]);
    if (exponent < -4 || exponent >= 6) {
      const mantissa = (value / 10 ** exponent).toFixed(significant - 1);
      const power = [...String(Math.abs(exponent))].map((digit) => POWERS[digit]).join("");
      return `${mantissa} × 10${exponent < 0 ? "⁻" : ""}${power}`.replace("-", MINUS);
    }
    text = value.toFixed(Math.max(0, significant - 1 - exponent));
  } else {
    text = value.toFixed(decimals);
  }
  if (Number(text) === 0) text = text.replace("-", "");
  return text.replace("-", MINUS);
}

export const withUnit = (number, unit) => (unit ? `${number} ${unit}` : number);

// What a person types into a readout: full-width digits, U+2212, a unit behind the number.
export function readNumber(text) {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013\ufe63]/g, "-")
    .replace(/\s*×\s*10\^?/, "e")
    .trim();
  const match = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i.exec(plain);
  return match ? Number(match[0]) : NaN;
}

// A value on a logarithmic handle is kept to three significant digits, so that what is shown is what is computed.
export const snapLog = (value) => Number(value.toPrecision(3));

// Fields in braces; those after _ or ^ are subscripts and superscripts.
export const fill = (template, fields) =>
  template.replace(/(?<![_^])\{(\w+)\}/g, (whole, name) => (name in fields ? fields[name] : whole));
