/**
 * A name and its number in one cell, as lists of officials have them: "SITI AMINAH / 1605…", or the number below the
 * name with NIK or NIP in front of it; or two numbers in one, the family card's beside the person's. Takes them apart and
 * reads neither.
 */

export interface NameAndNumber {
  /** What stands in front of the number, or behind it where nothing does. */
  readonly name: string;
  /** As it is written; "" where the cell has none, or nothing else: that is a signer's, below the name. */
  readonly number: string;
}

/** Digits enough for an identifier in one piece, whatever other numbers stand around it. */
const IN_ONE_PIECE = /\d{14,}/g;
/** Ten digits at least, more than a date has, with what parts groups of them. */
const IN_GROUPS = /\d(?:[\s.'-]{0,3}\d){9,}/g;
/** What no number goes on behind: letters that look like digits are a part of it. */
const BOUNDS = " /|()[]:;,";
/** From where on a word is its number, which letters that look like digits may begin. */
const NUMBER_IN_WORD = /^[OoIlSBZ]*\d|\d/;

/** What the number is called, and what other numbers of a person are. */
const OWN_WORDS = "NIK|NIP(?:TT|PPPK)?|NI\\s?PPPK|E-?KTP|KTP";
const OTHER_WORDS =
  "N?KK|KARTU\\s?KELUARGA|NUPTK|NRG|NISN|NIDN|NPWP|BPJS|KARPEG|HP|WA|TE?LP|TELEPON|REK(?:ENING)?";
/** The same in front of it. */
const LABEL = labelOf(`(?:(?:NO|NOMOR)\\.?\\s*)?(?:${OWN_WORDS})`);
const OTHER_LABEL = labelOf(`(?:(?:NO|NOMOR)\\.?\\s*)?(?:${OTHER_WORDS})`);
/** That it is a number, and not of what. */
const BARE_LABEL = labelOf("(?:NO[.:]|NOMOR)");
const OWN_WORD = wordOf(OWN_WORDS);
const OTHER_WORD = wordOf(OTHER_WORDS);
/** What the name was copied from says nothing of the number beside it: "Nama (sesuai KK)". */
const WRITTEN_AS = /(?<!\p{L})(?:SESUAI|DI|PADA|DALAM)\s+(?:N?KK|KARTU\s?KELUARGA)(?!\p{L})/giu;
/** Characters of a label and one in front of it, and some. */
const LONGEST_LABEL = 24;
/** What leads from the name to the number, and from the number to the name. */
const LEADING = " /|([:;,=_'-\u2013\u2014";
const FOLLOWING = " /|)]:;,=_-\u2013\u2014";

/** @param text tidied */
export function splitNameAndNumber(text: string): NameAndNumber {
  const numbers = numbersIn(text);
  const [first] = numbers;
  if (first === undefined) return { name: withoutLabel(text), number: "" };
  const { start, end } = numbers.find((number) => !isCalled(OTHER_LABEL, text, number)) ?? {
    start: 0,
    end: 0,
  };
  const front = withoutLabel(text.slice(0, first.start));
  const behind = /\p{L}/u.test(front) ? "" : withoutLead(text.slice(first.end));
  const name = behind === "" ? front : splitNameAndNumber(behind).name;
  return name === "" ? { name: text, number: "" } : { name, number: text.slice(start, end) };
}

/** Whether a header says of the numbers below it that they are no identifiers: "Nama dan No. KK". */
export function namesOtherNumber(header: string): boolean {
  return OTHER_WORD.test(header.replace(WRITTEN_AS, "")) && !OWN_WORD.test(header);
}

/** Shorter texts hold one number of a person at most. */
const SHORTEST_OF_TWO = 2 * 14;

/**
 * The identifier of a cell in which another number of the person stands beside it: what is called so, or not called
 * something else ("16… / KK 16…"), else by its place in the header. Where neither says which it is, the text as it stands.
 * @param isSecond as `standsSecond` has it
 */
export function ownNumber(text: string, isSecond: boolean | null): string {
  if (text.length < SHORTEST_OF_TWO) return text;
  const numbers = numbersIn(text);
  if (numbers.length !== 2) return text;
  const called = numbers.filter((number) => isCalled(LABEL, text, number));
  const own = called.length > 0 ? called : numbers.filter((number) => !isCalled(OTHER_LABEL, text, number));
  const one = own.length === 1 ? own[0] : isSecond === null ? undefined : numbers[isSecond ? 1 : 0];
  return one === undefined ? text : text.slice(one.start, one.end);
}

/** Of a header that names the identifier and another number, whether the identifier comes second; null of others. */
export function standsSecond(header: string): boolean | null {
  const words = header.replace(WRITTEN_AS, "");
  const own = words.search(OWN_WORD);
  const other = words.search(OTHER_WORD);
  return own < 0 || other < 0 ? null : other < own;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the numbers of a text stand; those in one piece, if there are any. */
function numbersIn(text: string): Span[] {
  for (const pattern of [IN_ONE_PIECE, IN_GROUPS]) {
    const spans = Array.from(text.matchAll(pattern), ({ index, 0: digits }) => {
      let start = index;
      let end = index + digits.length;
      while (start > 0 && !BOUNDS.includes(text[start - 1]!)) start--;
      while (end < text.length && !BOUNDS.includes(text[end]!)) end++;
      // a label or the end of the name may be joined to it by a mark
      return { start: start + text.slice(start, end).search(NUMBER_IN_WORD), end };
    });
    if (spans.length > 0) return spans;
  }
  return [];
}

/** Whether one of these labels stands in front of a number. */
function isCalled(label: RegExp, text: string, { start }: Span): boolean {
  return label.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));
}

/** Marks are counted, since a pattern for the end of a text would be tried at every place of it. */
function withoutLabel(text: string): string {
  const marked = withoutEnd(text);
  const end = marked.slice(-LONGEST_LABEL);
  const label = LABEL.exec(end) ?? OTHER_LABEL.exec(end) ?? BARE_LABEL.exec(end);
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

function labelOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}.])${words}[\\s.:=]*$`, "iu");
}

function wordOf(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
}
