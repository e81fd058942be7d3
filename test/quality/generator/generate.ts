/**
 * Writes one office's data with the truth beside it: rosters, registry, KTP transcripts, diplomas, BKN's list and
 * truth.csv. The same options give the same bytes. Every file is written from top to bottom with nothing kept, so
 * the size of the data is a matter of time and disk. It refuses to import anything of the tool it measures.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Person, Serials } from "./people.ts";
import { Population } from "./people.ts";
import { Chance } from "./random.ts";
import type { Rates } from "./rates.ts";
import { RATES } from "./rates.ts";
import type { List, Reserved } from "./rows.ts";
import { Rows } from "./rows.ts";
import type { Lists, Story } from "./scenario.ts";
import { Stories, valuesIn } from "./scenario.ts";
import { judge } from "./truth.ts";
import type { Values } from "./values.ts";
import type { Schooling } from "./workplaces.ts";
import { schoolingOf, unitName } from "./workplaces.ts";
import {
  BKN_HEADINGS,
  bknLine,
  DIALECTS,
  DIPLOMA_HEADINGS,
  DUKCAPIL_HEADINGS,
  diplomaLine,
  dukcapilLine,
  KTP_HEADINGS,
  ktpLine,
  LineWriter,
  rosterLine,
} from "./write.ts";

export interface GenerateOptions {
  readonly seed: number;
  /** People in the roster; those who stand in it twice make it a little longer. */
  readonly people: number;
  /** Where the files go; made if it is not there. */
  readonly folder: string;
  /** How many files the roster comes in; 3 if not said. */
  readonly rosterFiles?: number;
  /** Rows of the registry, rounded up to whole villages; three times the people if not said. */
  readonly registryRows?: number;
  /** False leaves the list out. */
  readonly ktp?: boolean;
  readonly ijazah?: boolean;
  readonly bkn?: boolean;
  /** True: everybody is in every list and nothing is wrong; only the writing differs. */
  readonly clean?: boolean;
  readonly rates?: Partial<Rates>;
  readonly serials?: Serials;
}

export interface Generated {
  readonly folder: string;
  readonly roster: readonly string[];
  readonly dukcapil: string;
  /** Null where the list was left out. */
  readonly ktp: string | null;
  readonly ijazah: string | null;
  readonly bkn: string | null;
  readonly truth: string;
  readonly counts: {
    readonly people: number;
    readonly rosterRows: number;
    readonly dukcapilRows: number;
    readonly ktpRows: number;
    readonly ijazahRows: number;
    readonly bknRows: number;
  };
}

/** People per unit, about. */
const UNIT_SIZE = 60;
/** Share of registry rows of people outside the roster that carry a mark. */
const MARKED_STRANGERS = 0.006;
/** The spreadsheet row of the first person; row 1 is the heading. */
const FIRST_ROW = 2;

const TRUTH_HEADINGS =
  "roster_file,roster_row,person,dukcapil_row,ktp_row,ijazah_row,bkn_row,duplicate_group,verdict,action,codes,scenario";

function ratesOf(options: GenerateOptions): Rates {
  if (!options.clean) return { ...RATES, ...options.rates };
  return Object.fromEntries(Object.keys(RATES).map((name) => [name, 0])) as unknown as Rates;
}

/** At least one of a kind that is wanted at all, where there are people enough for each kind to stay an exception. */
function countOf(people: number, share: number): number {
  return share === 0 || people < 500 ? Math.floor(people * share) : Math.max(1, Math.round(people * share));
}

/**
 * Writes the files and returns their paths and sizes. Throws RangeError for sizes that cannot be: fewer than two
 * people, more people than NIKs.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const office = new Office(options);
  await mkdir(options.folder, { recursive: true });
  return office.write();
}

class Office {
  readonly #options: GenerateOptions;
  readonly #rows: Rows;
  readonly #population: Population;
  readonly #stories: Stories;
  readonly #lists: Lists;
  readonly #rosterFiles: number;
  readonly #writing: Chance;
  readonly #marks: Chance;
  readonly #school: Chance;

  constructor(options: GenerateOptions) {
    const { seed, people } = options;
    const rates = ratesOf(options);
    if (!(people >= 2)) throw new RangeError("a roster needs at least two people");
    const reserved: Reserved = {
      swappedPairs: countOf(people, rates.nik_swapped / 2),
      sharedPairs: countOf(people, rates.nik_shared / 2),
      duplicates: countOf(people, rates.duplicate),
      ambiguous: countOf(people, rates.ambiguous),
      namesakes: countOf(people, rates.namesake),
    };
    const { swappedPairs, sharedPairs, duplicates, ambiguous, namesakes } = reserved;
    const free = people - 2 * (swappedPairs + sharedPairs) - duplicates - ambiguous - namesakes;
    this.#options = options;
    this.#rosterFiles = options.rosterFiles ?? 3;
    this.#lists = { ktp: options.ktp ?? true, ijazah: options.ijazah ?? true, bkn: options.bkn ?? true };
    this.#rows = new Rows(seed, people, options.registryRows ?? 3 * people, reserved);
    this.#population = new Population(seed, this.#rows.population, options.serials ?? "fixture");
    this.#stories = new Stories(seed, this.#population, this.#rows, this.#lists, rates, free);
    this.#writing = new Chance(seed, "writing");
    this.#marks = new Chance(seed, "marks");
    this.#school = new Chance(seed, "school");
  }

  async write(): Promise<Generated> {
    const { people, folder } = this.#options;
    const truth = join(folder, "truth.csv");
    const roster = await this.#writeRoster(truth);
    const dukcapil = await this.#writeDukcapil();
    const ktp = await this.#writeList("ktp", KTP_HEADINGS, (values) => ktpLine(values));
    const ijazah = await this.#writeList("ijazah", DIPLOMA_HEADINGS, (values, person, row) =>
      diplomaLine(values, this.#schooling(person).school, this.#writing.at(row)),
    );
    const bkn = await this.#writeList("bkn", BKN_HEADINGS, (values, _person, _row, story) =>
      bknLine(values, story?.bkn === "blocked"),
    );
    const { rosterRows, dukcapilRows } = this.#rows;
    const rowsOf = (list: List) => (this.#lists[list] ? this.#rows.listRows(list) : 0);
    const counts = {
      people,
      rosterRows,
      dukcapilRows,
      ktpRows: rowsOf("ktp"),
      ijazahRows: rowsOf("ijazah"),
      bknRows: rowsOf("bkn"),
    };
    return { folder, roster, dukcapil, ktp, ijazah, bkn, truth, counts };
  }

  /** The roster files and the truth about each of their rows. */
  async #writeRoster(truthPath: string): Promise<string[]> {
    const rows = this.#rows;
    const truth = await LineWriter.create(truthPath);
    truth.add(TRUTH_HEADINGS);
    const paths: string[] = [];
    // An even number, so that neighbours who share a NIK stay in one file.
    const rowsPerFile = 2 * Math.ceil(rows.rosterRows / this.#rosterFiles / 2);
    for (let file = 0; file < this.#rosterFiles; file++) {
      const dialect = DIALECTS[file % DIALECTS.length]!;
      const fileName = `roster-${file + 1}.csv`;
      const path = join(this.#options.folder, fileName);
      const roster = await LineWriter.create(path, dialect.endOfLine, dialect.start);
      roster.add(dialect.headings.join(dialect.delimiter));
      const first = file * rowsPerFile;
      const end = Math.min(rows.rosterRows, first + rowsPerFile);
      for (let row = first; row < end; row++) {
        const { ordinal, copy } = rows.rosterAt(row);
        const story = this.#stories.story(ordinal);
        const values = valuesIn(story, "roster", copy);
        const unit = unitName(Math.floor(row / UNIT_SIZE));
        const { title } = this.#schooling(story.person);
        if (roster.add(rosterLine(values, title, unit, dialect, this.#writing.at(row)))) await roster.flush();
        const line = `${fileName},${row - first + FIRST_ROW},${this.#truthOf(story, copy)}`;
        if (truth.add(line)) await truth.flush();
      }
      await roster.close();
      paths.push(path);
    }
    await truth.close();
    return paths;
  }

  #truthOf(story: Story, copy: 0 | 1): string {
    const { ordinal, person } = story;
    const rows = this.#rows;
    const listRow = (list: List) =>
      this.#stories.isListed(list, ordinal) ? rows.listRow(list, ordinal) + FIRST_ROW : "";
    const { verdict, action, codes } = judge(story, copy, this.#lists);
    const dukcapilRow = story.inDukcapil ? rows.dukcapilRow(person.index) + FIRST_ROW : "";
    return [
      `P${rows.numberOf(ordinal) + 1}`,
      dukcapilRow,
      listRow("ktp"),
      listRow("ijazah"),
      listRow("bkn"),
      story.duplicate ? `D${rows.stretchOf(ordinal).place + 1}` : "",
      verdict,
      action,
      codes.join(";"),
      scenarioName(story, copy, this.#lists),
    ].join(",");
  }

  async #writeDukcapil(): Promise<string> {
    const rows = this.#rows;
    const path = join(this.#options.folder, "dukcapil.csv");
    const file = await LineWriter.create(path);
    file.add(DUKCAPIL_HEADINGS);
    for (let row = 0; row < rows.dukcapilRows; row++) {
      if (file.add(this.#dukcapilLineAt(row))) await file.flush();
    }
    await file.close();
    return path;
  }

  #dukcapilLineAt(row: number): string {
    const at = this.#rows.dukcapilAt(row);
    if ("namesakeOf" in at) {
      const person = this.#population.person(this.#rows.indexOf(at.namesakeOf));
      return dukcapilLine(valuesOf(this.#population.namesakeOf(person)), "");
    }
    const { index } = at;
    const ordinal = this.#rows.ordinalOf(index);
    if (ordinal !== null && this.#stories.isDirty(ordinal)) {
      const story = this.#stories.story(ordinal);
      if (!story.inDukcapil) {
        return dukcapilLine(valuesOf(this.#population.person(this.#rows.incomerFor(ordinal))), "");
      }
      return dukcapilLine(valuesIn(story, "dukcapil", 0), story.status || this.#sound(row));
    }
    const status = ordinal === null ? this.#markOfStranger(row) : this.#sound(row);
    return dukcapilLine(valuesOf(this.#population.person(index)), status);
  }

  #schooling({ index, sex }: Person): Schooling {
    return schoolingOf(this.#school.at(index), sex);
  }

  /** Half the extract says AKTIF where the other half says nothing. */
  #sound(row: number): string {
    return this.#marks.at(row).chance(0.5) ? "AKTIF" : "";
  }

  #markOfStranger(row: number): string {
    const roll = this.#marks.at(row);
    return roll.chance(MARKED_STRANGERS) && !this.#options.clean
      ? roll.pick(["11", "12", "14"])
      : this.#sound(row);
  }

  /** A list with a row for each of its people and a stranger in the place of everybody who is missing. */
  async #writeList(
    list: List,
    headings: string,
    line: (values: Values, person: Person, row: number, story: Story | null) => string,
  ): Promise<string | null> {
    if (!this.#lists[list]) return null;
    const rows = this.#rows;
    const path = join(this.#options.folder, `${list}.csv`);
    const file = await LineWriter.create(path);
    file.add(headings);
    const count = rows.listRows(list);
    for (let row = 0; row < count; row++) {
      const { ordinal, stranger } = rows.listAt(list, row);
      let text: string;
      if (ordinal === null || !this.#stories.isListed(list, ordinal)) {
        const person = this.#population.person(stranger);
        text = line(valuesOf(person), person, row, null);
      } else if (!this.#stories.isDirty(ordinal)) {
        const person = this.#population.person(rows.indexOf(ordinal));
        text = line(valuesOf(person), person, row, null);
      } else {
        const story = this.#stories.story(ordinal);
        // BKN took its data from the KTP itself, not from the roster.
        const values = list === "bkn" ? valuesOf(story.person) : valuesIn(story, list, 0);
        text = line(values, story.person, row, story);
      }
      if (file.add(text)) await file.flush();
    }
    await file.close();
    return path;
  }
}

function valuesOf({ nik, name, place, born, sex }: Person): Values {
  return { nik, name, birth_place: place, birth_date: born, sex };
}

/** Names joined by +, the second row of a duplicate without the slip of the first; lists without the person last. */
function scenarioName(story: Story, copy: 0 | 1, lists: Lists): string {
  const slipped = story.slips.every((held) => held.copy === null || held.copy === copy);
  const names = slipped ? story.scenarios : story.scenarios.slice(0, 1);
  if (names.length > 0) return names.join("+");
  if (lists.bkn && story.bkn === "absent") return "not_registered";
  const missing = (lists.ktp && !story.inKtp) || (lists.ijazah && !story.inIjazah);
  return missing ? "document_missing" : "clean";
}
