/**
 * Numbers as a reader writes them, without the computer's locale: the same on every machine. Indonesian groups
 * thousands with a point and has a decimal comma, English the other way round.
 */
import type { Language } from "./sentence.ts";

const MARKS: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  id: { group: ".", decimal: "," },
  en: { group: ",", decimal: "." },
};

/** A whole number ≥ 0 with grouped thousands: 12345 → `12.345` (id), `12,345` (en). */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, MARKS[language].group);
}

/** A number ≥ 0 with one decimal: 1234.56 → `1.234,6` (id), `1,234.6` (en). */
export function formatDecimal(value: number, language: Language): string {
  const tenths = Math.round(value * 10);
  return `${formatCount(Math.floor(tenths / 10), language)}${MARKS[language].decimal}${tenths % 10}`;
}

/** A number with its sign and one decimal: 3.25 → `+3,3` (id), −0.04 → `0,0`, which has no sign. */
export function formatSigned(value: number, language: Language): string {
  const amount = formatDecimal(Math.abs(value), language);
  if (Math.round(Math.abs(value) * 10) === 0) return amount;
  return `${value < 0 ? "-" : "+"}${amount}`;
}

/** A probability in percent with two decimals, never rounded up: 0.99999 → `99,99%`, since nothing here is certain. */
export function formatProbability(probability: number, language: Language): string {
  // what has four decimals already shall keep them in spite of binary fractions
  const hundredths = Math.min(Math.floor(probability * 10_000 + 1e-6), 9_999);
  const decimals = String(hundredths % 100).padStart(2, "0");
  return `${Math.floor(hundredths / 100)}${MARKS[language].decimal}${decimals}%`;
}

/** A share of a whole in percent with one decimal, `0,0%` of nothing. */
export function formatShare(part: number, whole: number, language: Language): string {
  return `${formatDecimal(whole === 0 ? 0 : (100 * part) / whole, language)}%`;
}
