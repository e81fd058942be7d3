/**
 * A name and its number in one cell, as lists of officials have them: "SITI AMINAH / 1605…", or the number below the
 * name with NIK or NIP in front of it. Takes them apart and reads neither.
 */

export interface NameAndNumber {
  /** What stands in front of the number, or behind it where nothing does. */
  readonly name: string;
  /** As it is written; "" where the cell has none, or nothing else: that is a signer's, below the name. */
  readonly number: string;
}

/** Ten digits at least, more than a date has, with what parts groups of them. */
const DIGITS = /\d(?:[\s.'-]{0,3}\d){9,}/;
/** What no number goes on behind: letters that look like digits are a part of it. */
const BOUNDS = " /|()[]:;,";

/** What the number is called in front of it. */
const LABEL = /(?<![\p{L}.])(?:(?:NO|NOMOR)\.?\s*)?(?:NIK|NIP|E-?KTP|KTP)[\s.:]*$/iu;
/** Characters of a label and one in front of it, and some. */
const LONGEST_LABEL = 24;
/** What leads from the name to the number, and from the number to the name. */
const LEADING = " /|([:;-";
const FOLLOWING = " /|)]:;-";

/** @param text tidied */
export function splitNameAndNumber(text: string): NameAndNumber {
  const found = DIGITS.exec(text);
  if (found === null) return { name: withoutLabel(text), number: "" };
  let start = found.index;
  let end = start + found[0].length;
  while (start > 0 && !BOUNDS.includes(text[start - 1]!)) start--;
  while (end < text.length && !BOUNDS.includes(text[end]!)) end++;
  const name = withoutLabel(text.slice(0, start)) || withoutLead(text.slice(end));
  return name === "" ? { name: text, number: "" } : { name, number: text.slice(start, end) };
}

/** Marks are counted, since a pattern for the end of a text would be tried at every place of it. */
function withoutLabel(text: string): string {
  const marked = withoutEnd(text);
  const label = LABEL.exec(marked.slice(-LONGEST_LABEL));
  return label === null ? marked : withoutEnd(marked.slice(0, marked.length - label[0].length));
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && LEADING.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function withoutLead(text: string): string {
  let start = 0;
  while (start < text.length && FOLLOWING.includes(text[start]!)) start++;
  return text.slice(start);
}
