// Words with places for numbers, as labsupport/exercises/texts.py has them: «K_out», «E:.1f», «E:+.1f», «f:.2e».
const PLACE = /«([A-Za-z]\w*)(?::(\+?)(?:\.(\d))?([femx]))?»/g;
const SUPERSCRIPTS = { "-": "⁻" };
"⁰¹²³⁴⁵⁶⁷⁸⁹".split("").forEach((raised, digit) => (SUPERSCRIPTS[digit] = raised));
const trueMinus = (text) => text.replaceAll("-", "−");

// One number as it is printed.  A string is a given number and is already exact.
export function show(value, sign, digits, style) {
  let text;
  if (typeof value === "string") {
    text = value;
    return trueMinus(sign && !text.startsWith("-") && Number(text) !== 0 ? `+${text}` : text);
  }
  const places = Number(digits ?? 0);
  if (style === "f") {
    text = value.toFixed(places);
    if (/^-[0.]*$/.test(text)) text = text.slice(1);
  } else {
    const [mantissa, power] = value.toExponential(places).split("e");
    const exponent = String(Number(power));
    if (style === "x") return trueMinus(exponent);
    const raised = [...exponent].map((digit) => SUPERSCRIPTS[digit]).join("");
    text = style === "m" || exponent === "0" ? mantissa : `${mantissa} × 10${raised}`;
  }
  return trueMinus(sign && value > 0 ? `+${text}` : text);
}

// The template with its numbers.
export const fill = (template, values) =>
  template.replace(PLACE, (_, name, sign, digits, style) => show(values[name], sign, digits, style ?? "f"));

export const FORMULA = /\$\$(.+?)\$\$|\$(.+?)\$/gs;
