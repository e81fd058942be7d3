/**
 * FEBRL 1–3: duplicates within one public list, with the truth in the record number. Measured with default settings
 * but for the identifier kind. The files are not part of the repository; the measure is skipped without them.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { People } from "../../src/input/people.ts";
import { understandRow } from "../../src/input/record.ts";
import { duplicateGroups } from "../../src/match/duplicate-groups.ts";
import { duplicatePairs } from "../../src/match/duplicates.ts";
import { indexRoster } from "../../src/match/index-roster.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** @param reached how many of the wanted were found; `right` unless the two are counted over different rows */
export function scoreOf(found: number, right: number, wanted: number, reached = right): Score {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : reached / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

export interface FebrlResult extends Score {
  readonly dataset: string;
  readonly records: number;
}

/** @param folder where dataset1.csv … stand; absent ones are left out */
export async function measureFebrl(folder: string): Promise<FebrlResult[]> {
  const results: FebrlResult[] = [];
  for (const dataset of ["dataset1", "dataset2", "dataset3"]) {
    const file = path.join(folder, `${dataset}.csv`);
    if (existsSync(file)) results.push(await measure(dataset, file));
  }
  return results;
}

async function measure(dataset: string, file: string): Promise<FebrlResult> {
  const rows: string[][] = parse(readFileSync(file), { from_line: 2, trim: true });
  const field = identifierField("plain");
  const people = new People();
  const persons: string[] = [];
  rows.forEach(([id = "", given = "", surname = "", , , , suburb = "", , , born = "", number = ""], i) => {
    const raw = {
      row: i + 2,
      nik: number,
      name: `${given} ${surname}`.trim(),
      birthPlace: suburb,
      birthDate: born,
      sex: "",
      unit: "",
      status: "",
      familyCard: "",
    };
    people.add(
      understandRow(raw, { field, order: "ymd", asOf: 20261231, english: true, pria: false }),
      raw,
      "",
      0,
      raw.row,
    );
    persons.push(id.split("-")[1]!);
  });
  const roster = indexRoster(people, field);
  const groups = duplicateGroups(await duplicatePairs(roster), roster.count);
  let found = 0;
  let right = 0;
  for (const { members } of groups) {
    for (let i = 0; i < members.length; i++) {
      for (let j = 0; j < i; j++) {
        found++;
        if (persons[members[i]!] === persons[members[j]!]) right++;
      }
    }
  }
  const sizes = new Map<string, number>();
  for (const person of persons) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  let wanted = 0;
  for (const size of sizes.values()) wanted += (size * (size - 1)) / 2;
  return { dataset, records: rows.length, ...scoreOf(found, right, wanted) };
}
