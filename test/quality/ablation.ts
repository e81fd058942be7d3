/**
 * What each blocking key and each field contributes: true pairs of a registry that only one key finds, and the
 * links lost and made wrong when one field is blanked on both sides.
 */
import { resolvePlan } from "../../src/config/resolve.ts";
import { MISSING_DATE } from "../../src/field/birth-date.ts";
import { MISSING_IDENTIFIER } from "../../src/field/identifier.ts";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { FIELDS, type Field } from "../../src/field/level.ts";
import { NO_NAME } from "../../src/field/name.ts";
import { NO_PLACE } from "../../src/field/place.ts";
import { type InputFile, openInputs } from "../../src/input/input-file.ts";
import { People } from "../../src/input/people.ts";
import { type Person, type PersonRecord, understandRow } from "../../src/input/record.ts";
import { duplicatePairs } from "../../src/match/duplicates.ts";
import { indexRoster } from "../../src/match/index-roster.ts";
import { KeyMaker } from "../../src/match/key-maker.ts";
import { KEY_KINDS, type KeyKind, KeyList, sharedKinds } from "../../src/match/keys.ts";
import { Linker } from "../../src/match/linker.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { readCsv } from "./evaluate.ts";
import { type Score, scoreOf } from "./febrl.ts";
import type { Generated } from "./generator/generate.ts";

export interface Ablation {
  readonly source: string;
  readonly pairs: number;
  /** True pairs that share a key of this kind, and those that share no other. */
  readonly keys: readonly { readonly kind: KeyKind; readonly pairs: number; readonly alone: number }[];
  /** True pairs that share no key at all. */
  readonly unreached: number;
  /** Links when one field is blank everywhere; null is the whole. */
  readonly fields: readonly ({ readonly without: Field | null } & Score)[];
}

interface Row {
  readonly place: string;
  readonly record: PersonRecord;
}

/** @param source a list of the generated office: `dukcapil` or `ijazah` */
export async function ablate(generated: Generated, source: "dukcapil" | "ijazah"): Promise<Ablation> {
  const typed = { roster: [...generated.roster], [source]: [generated[source]!], out: "unused" };
  const inputs = await openInputs(resolvePlan(typed, null), new AbortController().signal);
  const roster = await rowsOf(inputs.roster);
  const rows = await rowsOf(inputs.sources[0]!);
  const truth = new Map(
    readCsv(generated.truth).map((row) => [`${row["roster_file"]}:${row["roster_row"]}`, row]),
  );
  const wanted = new Map<number, number>();
  const rowNumber = new Map(rows.map((row, i) => [row.record.raw.row, i]));
  roster.forEach((row, i) => {
    const true_ = truth.get(row.place)!;
    const sourceRow = true_[`${source}_row`]!;
    if (sourceRow !== "" && true_["duplicate_group"] === "") wanted.set(i, rowNumber.get(Number(sourceRow))!);
  });
  const fields: Ablation["fields"][number][] = [];
  for (const without of [null, ...FIELDS]) {
    fields.push({ without, ...(await linkWithout(without, roster, rows, wanted)) });
  }
  return { source, pairs: wanted.size, ...keyContributions(wanted, roster, rows), fields };
}

async function rowsOf(files: readonly InputFile[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const file of files) {
    const name = file.path.split("/").at(-1)!;
    for await (const batch of file.table.rawBatches()) {
      for (const raw of batch.rows)
        rows.push({ place: `${name}:${raw.row}`, record: understandRow(raw, file.context) });
    }
  }
  return rows;
}

function keyContributions(wanted: ReadonlyMap<number, number>, roster: readonly Row[], rows: readonly Row[]) {
  const counts = KEY_KINDS.map((kind) => ({ kind, pairs: 0, alone: 0 }));
  let unreached = 0;
  const own = new KeyList();
  const other = new KeyList();
  const people = new People();
  const keyMaker = new KeyMaker(people, new WordFacts(people.words));
  const write = ({ record }: Row, keys: KeyList): void =>
    keyMaker.write(people.add(record, record.raw, "", 0, record.raw.row), keys);
  for (const [r, s] of wanted) {
    write(roster[r]!, own);
    write(rows[s]!, other);
    const shared = sharedKinds(own, other);
    if (shared === 0) unreached++;
    for (const [position, count] of counts.entries()) {
      if ((shared & (1 << position)) === 0) continue;
      count.pairs++;
      if (shared === 1 << position) count.alone++;
    }
  }
  return { keys: counts, unreached };
}

async function linkWithout(
  field: Field | null,
  roster: readonly Row[],
  rows: readonly Row[],
  wanted: ReadonlyMap<number, number>,
): Promise<Score> {
  const people = new People();
  for (const { record } of roster) people.add(blanked(record, field), record.raw, "", 0, record.raw.row);
  const indexed = indexRoster(people, identifierField("nik"));
  await duplicatePairs(indexed);
  const linker = new Linker(indexed, rows.length);
  for (const { record } of rows) linker.consider(blanked(record, field), record.raw, 0, record.raw.row);
  const links = linker.links();
  let found = 0;
  let right = 0;
  for (const [r, s] of wanted) {
    const { status, candidates } = links.of(r);
    if (status !== "linked") continue;
    found++;
    if (links.kept.row(candidates[0]!.sourceRow) === rows[s]!.record.raw.row) right++;
  }
  return scoreOf(found, right, wanted.size);
}

function blanked(person: Person, field: Field | null): Person {
  switch (field) {
    case null:
      return person;
    case "nik":
      return { ...person, identifier: MISSING_IDENTIFIER };
    case "name":
      return { ...person, name: NO_NAME };
    case "birth_place":
      return { ...person, birthPlace: NO_PLACE };
    case "birth_date":
      return { ...person, birthDate: MISSING_DATE };
    case "sex":
      return { ...person, sex: 0 };
  }
}
