// Where axes carry marks.  Logarithmic axes show whole decades with fine marks at 2..9 between them.
import { formatNumber } from "../format.js";

const STEPS = [1, 2, 2.5, 5, 10];

export function linearTicks(low, high, room) {
  const wanted = (high - low) / Math.max(2, room);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = STEPS.find((s) => s * power >= wanted * 0.999) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (Math.abs((step / power) % 1) > 1e-9 ? 1 : 0));
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(i * step);
  return { ticks, minor: [], text: (value) => formatNumber(value, { decimals }) };
}

export function logTicks(low, high) {
  const minor = [];
  const decades = [];
  for (let e = Math.floor(Math.log10(low) + 1e-9); e <= Math.ceil(Math.log10(high)); e++) {
    for (let m = 1; m < 10; m++) {
      const value = m * 10 ** e;
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      (m === 1 ? decades : minor).push(value);
    }
  }
  // A narrow axis labels 2 and 5 as well, so that at least three numbers are read.
  const few = decades.length < 3;
  const ticks = few
    ? [...decades, ...minor.filter((v) => [2, 5].includes(Math.round(v / 10 ** Math.floor(Math.log10(v) + 1e-9))))]
    : decades;
  ticks.sort((a, b) => a - b);
  const text = (value) => {
    const exponent = Math.round(Math.log10(value));
    if (decades.length >= 3 && (exponent < -3 || exponent > 4)) return formatNumber(value, { significant: 1 }).replace("1 × ", "");
    return formatNumber(value, { decimals: Math.max(0, -Math.floor(Math.log10(value) + 1e-9)) });
  };
  return { ticks, minor, text };
}
