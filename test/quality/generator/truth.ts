/**
 * What should be found about a roster row and what should be done: the contract's tables read once more, over the
 * facts of the story instead of over any comparison. It shares no code with the tool and refuses to look at
 * spellings or distances: the maker of an error has said what kind it is.
 *
 * Two readings are worth knowing. Differences with BKN's list are hints and are left out; only absence and blocking
 * count. An ambiguous link has no counterpart to compare with, so its missing NIK is a finding of the roster's own.
 */
import { hintsOf } from "./nik-errors.ts";
import type { HeldSlip, Lists, Story } from "./scenario.ts";
import { holds, valuesIn } from "./scenario.ts";
import type { Field, Slip, Values } from "./values.ts";
import { dateInNik, shortDate } from "./values.ts";

export interface Truth {
  readonly verdict: string;
  readonly action: string;
  /** `source:field:code`, sources in the order roster, dukcapil, ktp, ijazah, bkn. */
  readonly codes: readonly string[];
}

/** What a witness says in a matter in which roster and Dukcapil disagree. */
type Testimony = "roster" | "dukcapil" | "silent";

type Document = "ktp" | "ijazah";

const FIELDS_OF: Readonly<Record<Document, readonly Field[]>> = {
  ktp: ["nik", "name", "birth_place", "birth_date", "sex"],
  ijazah: ["name", "birth_place", "birth_date"],
};

/** One roster row of a story, with the questions the rules ask about it. */
class Row {
  readonly story: Story;
  readonly copy: 0 | 1;
  readonly values: Values;

  constructor(story: Story, copy: 0 | 1) {
    this.story = story;
    this.copy = copy;
    this.values = valuesIn(story, "roster", copy);
  }

  has(document: Document): boolean {
    return document === "ktp" ? this.story.inKtp : this.story.inIjazah;
  }

  /** What differs between roster and Dukcapil; nothing where there is no one record to compare with. */
  get differing(): HeldSlip[] {
    if (!this.story.inDukcapil || this.story.ambiguous) return [];
    return this.story.slips.filter(
      (held) => this.#isWrongIn(held, "roster") !== this.#isWrongIn(held, "dukcapil"),
    );
  }

  /** What differs between roster and a document that is on file. */
  differingFrom(document: Document): HeldSlip[] {
    if (!this.has(document)) return [];
    return this.story.slips.filter(
      (held) =>
        FIELDS_OF[document].includes(held.slip.field) &&
        this.#isWrongIn(held, "roster") !== this.#isWrongIn(held, document),
    );
  }

  /** Fields in which the document disagrees with roster and Dukcapil, which agree. */
  outOfStep(document: Document): HeldSlip[] {
    if (!this.story.inDukcapil || this.story.ambiguous) return [];
    return this.differingFrom(document).filter((held) => !this.differing.includes(held));
  }

  documentOn(document: Document, { slip, holders }: HeldSlip): Testimony {
    if (!this.has(document) || !FIELDS_OF[document].includes(slip.field)) return "silent";
    return holders.has(document) === holders.has("dukcapil") ? "dukcapil" : "roster";
  }

  /** What the date inside the NIK says, about the birth date or about the NIK itself. */
  nikDateOn({ slip }: HeldSlip): Testimony {
    const dukcapil = valuesIn(this.story, "dukcapil", this.copy);
    const born = dukcapil.birth_date;
    if (typeof born !== "number") return "silent";
    const inDukcapil = dateInNik(dukcapil.nik) === shortDate(born);
    if (slip.field === "birth_date") {
      const { birth_date } = this.values;
      if (inDukcapil) return "dukcapil";
      return typeof birth_date === "number" && dateInNik(dukcapil.nik) === shortDate(birth_date)
        ? "roster"
        : "silent";
    }
    if (slip.field !== "nik") return "silent";
    if (slip.gravity === "lost") return inDukcapil ? "dukcapil" : "silent";
    const inRoster = dateInNik(this.values.nik) === shortDate(born);
    if (inRoster === inDukcapil) return "silent";
    return inDukcapil ? "dukcapil" : "roster";
  }

  #isWrongIn(held: HeldSlip, holder: "roster" | "dukcapil" | Document): boolean {
    return holds(held, holder, this.copy);
  }

  /** The finding code of a slip against a list that does not share it. */
  codeOf(held: HeldSlip): string {
    return this.#isWrongIn(held, "roster") ? held.slip.code : held.slip.reverse;
  }

  /** Whether the roster's NIK is somebody else's. */
  get hasNikOfOther(): boolean {
    return this.story.slips.some(({ slip }) => slip.otherInKtp !== undefined);
  }
}

function mustBeCalledIn(row: Row): boolean {
  const { story, differing } = row;
  if (row.hasNikOfOther) return true;
  if (story.status === "11" || story.bkn === "blocked") return true;
  if (story.slips.some((held) => held.slip.gravity === "unreadable" && holds(held, "roster", row.copy)))
    return true;
  if (!story.inDukcapil) return !story.inKtp || row.differingFrom("ktp").length > 0;
  if (differing.some(({ slip }) => slip.gravity === "different")) return true;
  if (differing.length >= 2) return true;
  const [only] = differing;
  if (only === undefined || row.documentOn("ktp", only) === "roster") return false;
  const witnesses = [row.documentOn("ktp", only), row.documentOn("ijazah", only), row.nikDateOn(only)];
  return witnesses.includes("roster") || !witnesses.includes("dukcapil");
}

function isForDukcapil(row: Row): boolean {
  const { story, differing } = row;
  if (story.ambiguous) return false;
  if (!story.inDukcapil || story.status !== "") return true;
  return (
    differing.some((held) => row.documentOn("ktp", held) === "roster") || row.outOfStep("ktp").length > 0
  );
}

function isForSchool(row: Row): boolean {
  const ktp = row.differingFrom("ktp");
  return row.outOfStep("ijazah").some((held) => !ktp.includes(held));
}

/** The contract's table, from most to least pressing. */
const ACTIONS: readonly (readonly [string, (row: Row, lists: Lists) => boolean])[] = [
  ["interview", mustBeCalledIn],
  ["review", ({ story }) => story.duplicate || story.ambiguous],
  ["refer_dukcapil", isForDukcapil],
  ["refer_school", isForSchool],
  ["fix_roster", ({ differing }) => differing.length === 1],
  ["register_bkn", ({ story }, lists) => lists.bkn && story.bkn === "absent"],
  ["none", () => true],
];

function verdictOf(row: Row, codes: readonly string[]): string {
  const { story } = row;
  if (row.hasNikOfOther) return "mismatch";
  if (story.duplicate) return "duplicate";
  if (story.ambiguous) return "ambiguous";
  if (!story.inDukcapil) return "not_found";
  const counts = (code: string) =>
    !code.startsWith("roster:") &&
    !code.endsWith("document.missing") &&
    !code.endsWith("record.not_registered");
  return codes.some(counts) ? "clarify" : "match";
}

function inOrderOfFields(helds: readonly HeldSlip[]): readonly HeldSlip[] {
  const order = FIELDS_OF.ktp;
  return [...helds].sort((a, b) => order.indexOf(a.slip.field) - order.indexOf(b.slip.field));
}

const STATUS_CODES = { "11": "record.deceased", "12": "record.double", "14": "record.inactive" } as const;

function codesOf(row: Row, lists: Lists): string[] {
  const { story, values } = row;
  const codes: string[] = [];
  const add = (source: string, field: string, code: string) => codes.push(`${source}:${field}:${code}`);
  for (const hint of hintsOf(values.nik, values.birth_date, values.sex)) add("roster", "nik", hint);
  if (story.pair !== null) add("roster", "record", `record.${story.pair}_nik`);
  if (story.duplicate) add("roster", "record", "record.duplicate");
  if (story.ambiguous) add("roster", "nik", "nik.missing");

  if (story.ambiguous) add("dukcapil", "record", "record.ambiguous");
  else if (!story.inDukcapil) add("dukcapil", "record", "record.not_found");
  for (const held of inOrderOfFields(row.differing)) add("dukcapil", held.slip.field, row.codeOf(held));
  if (!story.inDukcapil && row.hasNikOfOther) add("dukcapil", "nik", "nik.belongs_to_other");
  if (story.status !== "") add("dukcapil", "record", STATUS_CODES[story.status]);

  for (const document of ["ktp", "ijazah"] as const) {
    if (!lists[document]) continue;
    for (const held of inOrderOfFields(row.differingFrom(document))) {
      add(
        document,
        held.slip.field,
        document === "ktp" ? codeInKtp(held.slip, row.codeOf(held)) : row.codeOf(held),
      );
    }
    if (row.has(document)) continue;
    if (document === "ktp" && story.slips.some(({ slip }) => slip.otherInKtp)) {
      add("ktp", "nik", "nik.belongs_to_other");
    }
    add(document, "record", "document.missing");
  }
  if (lists.bkn && story.bkn === "absent") add("bkn", "record", "record.not_registered");
  if (story.bkn === "blocked") add("bkn", "record", "record.blocked");
  return codes;
}

/** Against a KTP list without the other person, that person's NIK is merely a different one. */
function codeInKtp(slip: Slip, code: string): string {
  return slip.otherInKtp === false ? "nik.different" : code;
}

export function judge(story: Story, copy: 0 | 1, lists: Lists): Truth {
  const row = new Row(story, copy);
  const codes = codesOf(row, lists);
  const [action] = ACTIONS.find(([, applies]) => applies(row, lists))!;
  return { verdict: verdictOf(row, codes), action, codes };
}
