/** The rows of duplicates.csv as plain data: one per roster record in a group. */
import type { Reconciled } from "../finding/gather.ts";
import { sharingGroups } from "../match/duplicate-groups.ts";

export interface DuplicateRow {
  readonly group: string;
  readonly file: string;
  readonly row: number;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly unit: string;
  readonly probability: number;
  /** What the rows of the group have in common, or `shared_nik` when they are different people. */
  readonly reasons: readonly string[];
}

const SHARED_IDENTIFIER = ["shared_nik"];

/** The same person more than once, then one identifier on different people. */
export function* duplicateRows({
  roster,
  rosterFiles,
  duplicates,
  shared,
}: Reconciled): Generator<DuplicateRow> {
  const { people } = roster;
  const rowOf = (
    group: number,
    index: number,
    probability: number,
    reasons: readonly string[],
  ): DuplicateRow => {
    const { nik, name, birthDate } = people.raw(index);
    return {
      group: `G${group}`,
      file: rosterFiles[people.file(index)]!.path,
      row: people.row(index),
      nik,
      name,
      birthDate,
      unit: people.unit(index),
      probability,
      reasons,
    };
  };
  let group = 0;
  for (const { members, reasons, probability } of duplicates) {
    group++;
    for (const index of members) yield rowOf(group, index, probability, reasons);
  }
  for (const { members, probability } of sharingGroups(shared, roster.count)) {
    group++;
    for (const index of members) yield rowOf(group, index, probability, SHARED_IDENTIFIER);
  }
}
