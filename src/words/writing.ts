/** How dates and labels are written in running text, in each language; never by the computer's locale. */
import type { Language } from "./sentence.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** A date as a letter has it: 2022-10-31 → `31 Oktober 2022`. */
export function longDate(iso: string, language: Language): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
}

/** A label of other words where it begins a heading or a cell. */
export function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
