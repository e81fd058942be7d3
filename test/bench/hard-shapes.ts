/**
 * Rewrites generated files so that they hold what makes naive matching slow: one person in ten born on 01-01-1980,
 * as where births were never recorded, NIK and all, and a thousand women named NURHAYATI. Rows keep their places,
 * so that the truth about them stays true. It refuses to right what is wrong in a row: whose roster row has another
 * birth date than the registry keeps it, here and there.
 */
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import {
  type BenchInputs,
  FILE_NAMES,
  FIRST_ROW,
  ROSTER_DIALECT,
  SOURCE_DELIMITER,
  SOURCE_END_OF_LINE,
} from "./files.ts";
import { rewrite, rowsOf } from "./rewrite.ts";

const DATE = "01-01-1980";
/** As it stands in a NIK; women have 40 added to the day. */
const NIK_DATE = { male: "010180", female: "410180" } as const;
const NIK_DATE_AT = 6;
const NIK_DATE_END = 12;
const SERIAL_DIGITS = 4;
const ONE_IN = 10;

const COMMON_NAME = "NURHAYATI";
const NAMED = 1000;
const FEMALE = "PEREMPUAN";

/** Columns of both files, by position. */
const NIK = 0;
const NAME = 1;
const BORN = 3;
const SEX = 4;

/** What becomes of the rows of one person. */
interface Change {
  /** Digits of the NIK from its date on, as they were and as they will be; the birth date goes with them. */
  readonly redated?: { readonly from: string; readonly to: string };
  readonly renamed: boolean;
}

/** Writes the hard files of `inputs` into `folder`, named alike. Holds what is known of the changed people only. */
export async function harden(inputs: BenchInputs, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const people = await readPeople(inputs);
  const rosterRows = await readCandidates(inputs, people);
  const changes = await writeSource(inputs, path.join(folder, FILE_NAMES.source), people, rosterRows);
  await writeRoster(inputs, path.join(folder, FILE_NAMES.roster), people, changes);
  await copyFile(inputs.truth, path.join(folder, FILE_NAMES.truth));
}

/** Numbers of the people on the rows of both files, 0 where the truth names none; and how many people there are. */
interface People {
  readonly inRoster: Int32Array;
  readonly inSource: Int32Array;
  readonly count: number;
}

async function readPeople({ truth, rosterRows, sourceRows }: BenchInputs): Promise<People> {
  const inRoster = new Int32Array(rosterRows + FIRST_ROW);
  const inSource = new Int32Array(sourceRows + FIRST_ROW);
  let count = 0;
  for await (const [, rosterRow, person, sourceRow] of rowsOf(truth, ",")) {
    const number = Number(person!.slice(1));
    inRoster[Number(rosterRow)] = number;
    if (sourceRow !== "") inSource[Number(sourceRow)] = number;
    count = Math.max(count, number);
  }
  return { inRoster, inSource, count };
}

function isChosen(number: number): boolean {
  return number % ONE_IN === 0;
}

interface RosterRow {
  readonly nik: string;
  readonly born: string;
}

/** The roster rows of everybody who may become one in ten. */
async function readCandidates(
  { roster }: BenchInputs,
  { inRoster }: People,
): Promise<Map<number, RosterRow[]>> {
  const rows = new Map<number, RosterRow[]>();
  let row = FIRST_ROW;
  for await (const cells of rowsOf(roster, ROSTER_DIALECT.delimiter)) {
    const person = inRoster[row++]!;
    if (!isChosen(person)) continue;
    const known = rows.get(person) ?? [];
    known.push({ nik: cells[NIK]!, born: cells[BORN]! });
    rows.set(person, known);
  }
  return rows;
}

/** Whether roster and registry say the same of what will be changed; a row without NIK has nothing to say there. */
function agrees(row: RosterRow, nikDigits: string, born: string): boolean {
  return row.born === born && (row.nik === "" || row.nik.includes(nikDigits));
}

/** The NIKs that carry the common date already. */
async function readTaken(source: string): Promise<Set<string>> {
  const taken = new Set<string>();
  const dates = new Set<string>(Object.values(NIK_DATE));
  for await (const [nik] of rowsOf(source, SOURCE_DELIMITER)) {
    if (dates.has(nik!.slice(NIK_DATE_AT, NIK_DATE_END))) taken.add(nik!);
  }
  return taken;
}

/** @returns what was done to whom, for the roster's rows of the same people */
async function writeSource(
  { source }: BenchInputs,
  file: string,
  { inSource, count }: People,
  candidates: ReadonlyMap<number, readonly RosterRow[]>,
): Promise<Map<number, Change>> {
  const changes = new Map<number, Change>();
  const taken = await readTaken(source);
  const lastSerials = new Map<string, number>();
  // half of them are women, and of those every so many-th is renamed, wherever she was born
  const everySo = Math.max(1, Math.floor(count / (2 * NAMED)));
  let women = 0;
  let named = 0;
  let row = FIRST_ROW;

  const redate = (cells: string[], rows: readonly RosterRow[]): Change["redated"] => {
    const nik = cells[NIK]!;
    const date = NIK_DATE[cells[SEX] === FEMALE ? "female" : "male"];
    let redated = nik.slice(0, NIK_DATE_AT) + date + nik.slice(NIK_DATE_END);
    let changedTo = NIK_DATE_END;
    if (redated === nik) return undefined;
    if (taken.has(redated)) {
      redated = freeNik(nik.slice(0, NIK_DATE_AT) + date);
      changedTo = redated.length;
    }
    const from = nik.slice(NIK_DATE_AT, changedTo);
    if (!rows.every((each) => agrees(each, from, cells[BORN]!))) return undefined;
    taken.add(redated);
    cells[NIK] = redated;
    cells[BORN] = DATE;
    return { from, to: redated.slice(NIK_DATE_AT, changedTo) };
  };
  /** The first number of a district and a day that nobody has: serials are counted from 0001. */
  const freeNik = (start: string): string => {
    let serial = lastSerials.get(start) ?? 0;
    let nik: string;
    do nik = start + String(++serial).padStart(SERIAL_DIGITS, "0");
    while (taken.has(nik));
    lastSerials.set(start, serial);
    return nik;
  };
  const rename = (cells: string[]): boolean => {
    if (cells[SEX] !== FEMALE || women++ % everySo !== 0 || named === NAMED) return false;
    named++;
    cells[NAME] = COMMON_NAME;
    return true;
  };

  await rewrite(source, file, SOURCE_DELIMITER, SOURCE_END_OF_LINE, (cells) => {
    const at = row++;
    const person = inSource[at]!;
    // strangers to the roster are chosen by their rows
    const redated = isChosen(person || at) ? redate(cells, candidates.get(person) ?? []) : undefined;
    const renamed = person > 0 && rename(cells);
    if (person > 0 && (redated !== undefined || renamed)) {
      changes.set(person, { renamed, ...(redated === undefined ? {} : { redated }) });
    }
  });
  return changes;
}

async function writeRoster(
  { roster }: BenchInputs,
  file: string,
  { inRoster }: People,
  changes: ReadonlyMap<number, Change>,
): Promise<void> {
  const { delimiter, endOfLine } = ROSTER_DIALECT;
  let row = FIRST_ROW;
  await rewrite(roster, file, delimiter, endOfLine, (cells) => {
    const change = changes.get(inRoster[row++]!);
    if (change?.redated !== undefined) {
      cells[NIK] = cells[NIK]!.replace(change.redated.from, change.redated.to);
      cells[BORN] = DATE;
    }
    if (change?.renamed === true) cells[NAME] = COMMON_NAME;
  });
}
