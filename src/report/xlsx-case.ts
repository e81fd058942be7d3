/**
 * A case as it stands in a workbook: one row a person. It is boiled down to plain data when it passes by, so that it
 * can wait for its sheet; xlsx-columns.ts puts it into columns then. Adds nothing to what the case says.
 */
import { yearOf } from "../field/birth-date.ts";
import { FIELDS, type Field } from "../field/level.ts";
import type { Case } from "../finding/case.ts";
import type { Action, FindingCode, Verdict } from "../finding/codes.ts";
import { type RosterEvidence, reference, type SourceRecord } from "../finding/evidence.ts";
import { type Finding, namesRows, ROSTER } from "../finding/findings.ts";
import { levelEntry } from "../match/levels.ts";
import { FIELD_LABELS, sourceLabel } from "../words/comparison.ts";
import { FINDING_WORDS } from "../words/finding.ts";
import { DOCUMENT_NAMES, ROUTE_LABELS } from "../words/judgement.ts";
import { printable } from "../words/printable.ts";
import type { Language, Wording } from "../words/sentence.ts";
import { NO_UNIT } from "../words/terminal.ts";
import { WORKBOOK_SENTENCES, WORKBOOK_WORDS } from "../words/workbook.ts";
import { capitalized } from "../words/writing.ts";
import { markField, markProposed, readAlike } from "./difference.ts";
import { explainCase, explainFinding } from "./explanation.ts";
import type { Marked, Piece } from "./pieces.ts";
import type { Run } from "./xlsx/sheet.ts";

/** What waits of a person of whom no more is shown than their row of the roster. */
export interface PersonLine {
  readonly caseId: string;
  readonly file: string;
  readonly row: number;
  readonly nik: string;
  readonly name: string;
  readonly place: string;
  /** As read, and yyyymmdd where a true date can be shown; else 0. */
  readonly date: string;
  readonly packedDate: number;
  readonly sex: string;
}

/** What waits of a case; everything but codes is ready to be shown. */
export interface CaseLine extends PersonLine {
  readonly verdict: Verdict;
  readonly action: Action;
  readonly unit: string;
  /** Labels of what was found, one a line. */
  readonly differs: string;
  /** The values that differ, one a line; the lines of both belong together. */
  readonly rosterValues: readonly Run[];
  readonly sourceValues: readonly Run[];
  /** The values to put into the roster: of which fields, instead of what, from where. */
  readonly fields: string;
  readonly current: readonly Run[];
  readonly proposed: readonly Run[];
  readonly leading: string;
  /** Who else may be meant, one a line. */
  readonly others: string;
  readonly documents: string;
  readonly route: string;
  readonly explanation: string;
}

/** Day numbers of a spreadsheet are not to be trusted before. */
const FIRST_YEAR = 1901;
const LINE_END: Run = { text: "\n", marked: false };

/** @param packed the birth date as it was understood, yyyymmdd, or 0 */
export function personLine(
  caseId: string,
  { file, row, cells }: Pick<RosterEvidence, "file" | "row" | "cells">,
  packed: number,
): PersonLine {
  return {
    caseId,
    file,
    row,
    nik: cells.nik,
    name: cells.name,
    place: cells.birthPlace,
    date: cells.birthDate,
    packedDate: yearOf(packed) >= FIRST_YEAR ? packed : 0,
    sex: cells.sex,
  };
}

/** @param explain the sentence of a finding */
export function caseLine(judged: Case, wording: Wording, explain = explainFinding): CaseLine {
  const { identifier, language } = wording;
  const { roster } = judged.evidence;
  const weighty = judged.findings.filter((finding) => finding.severity !== "hint");
  const pairs = pairsOf(judged);
  // what stands side by side in the row need not be told again
  const untold = weighty.filter(
    (finding) => finding.code === OF_ANOTHER || comparedBy(finding, judged) === null,
  );
  const { differing } = judged.facts;
  const corrections = differing.map(({ field, leadRecord }) =>
    markProposed(field, roster, leadRecord, judged.proposed[field]),
  );
  const fieldLabel = ({ field }: { readonly field: Field | "record" }) =>
    FIELD_LABELS[identifier][field][language];
  // one by one: an object spread into a larger one takes V8 several times as long
  const { caseId, file, row, nik, name, place, date, packedDate, sex } = personLine(
    judged.caseId,
    roster,
    roster.person.birthDate.packed,
  );
  return {
    caseId,
    file,
    row,
    nik,
    name,
    place,
    date,
    packedDate,
    sex,
    verdict: judged.verdict,
    action: judged.action,
    unit: unitLabel(roster.unit, language),
    differs: lines(weighty.map(({ code }) => FINDING_WORDS[identifier][code].label[language])),
    rosterValues: runLines(pairs, (pair) =>
      labelled(fieldLabel(pair), valueRuns(pair.marked.roster, language)),
    ),
    sourceValues: runLines(pairs, (pair) => [
      ...labelled(labels(pair.sources, language), sourceRuns(pair.marked, language)),
      ...(pair.field === "record" ? [] : sidingWithRoster(judged, pair.field, language)),
    ]),
    fields: lines(differing.map(fieldLabel)),
    current: runLines(corrections, ({ roster: pieces }) => valueRuns(pieces, language)),
    proposed: runLines(corrections, (marked) => sourceRuns(marked, language)),
    leading: lines(differing.map(({ lead }) => sourceLabel(lead, language))),
    others: lines(othersOf(judged, language)),
    documents: lines(judged.documents.map((document) => DOCUMENT_NAMES[document])),
    route: judged.route === null ? "" : routeCell(ROUTE_LABELS[judged.route][language]),
    explanation: explainCase(
      { ...judged, findings: untold },
      wording,
      untold.map((finding) => explain(finding, wording)),
    ),
  };
}

/** A route's label without the words that lead up to it: those are the header's. */
function routeCell(label: string): string {
  return capitalized(label.slice(label.indexOf(":") + 1).trim());
}

export function unitLabel(unit: string, language: Language): string {
  return unit === "" ? NO_UNIT[language] : printable(unit);
}

/** Says of the roster's NIK whose it is: a name, which is no value to put beside a number. */
const OF_ANOTHER = "nik.belongs_to_other" satisfies FindingCode;

/** One value that differs from the roster's, and the sources that have it. */
interface Pair {
  /** `record`: what a source says against the person as a whole, beside the name. */
  readonly field: Field | "record";
  readonly meaning: string;
  readonly sources: string[];
  readonly marked: Marked;
}

function pairsOf(judged: Case): Pair[] {
  const pairs: Pair[] = [];
  for (const finding of judged.findings) {
    const pair = finding.severity === "hint" ? null : pairOf(finding, judged);
    if (pair === null) continue;
    const same = pairs.find(({ field, meaning }) => field === pair.field && meaning === pair.meaning);
    if (same !== undefined) same.sources.push(...pair.sources);
    else pairs.push(pair);
  }
  return pairs.sort((a, b) => PAIR_ORDER.indexOf(a.field) - PAIR_ORDER.indexOf(b.field));
}

const PAIR_ORDER: readonly Pair["field"][] = [...FIELDS, "record"];

function pairOf(finding: Finding, judged: Case): Pair | null {
  const sources = [finding.source];
  const compared = comparedBy(finding, judged);
  if (compared !== null) {
    const { field, record } = compared;
    const marked = markField(field, judged.evidence.roster, record);
    return { field, meaning: meaningOf(field, record), sources, marked };
  }
  const { field, source, rosterValue, sourceValue } = finding;
  // rows that may be meant have a column of their own, and the nearest to somebody not found stands in the sentence
  if (field !== "record" || source === ROSTER || namesRows(finding) || sourceValue === "") return null;
  const marked = { roster: unmarked(rosterValue), source: unmarked(sourceValue) };
  return { field, meaning: sourceValue, sources, marked };
}

function unmarked(text: string): Piece[] {
  return [{ text, differs: false }];
}

/** The field and the source's row that a finding is about, null where it is about no two values. */
function comparedBy(
  { source, field, code }: Finding,
  { evidence }: Case,
): { readonly field: Field; readonly record: SourceRecord } | null {
  if (field === "record") return null;
  const record = evidence.sources.find(({ name }) => name === source)?.compared;
  if (record == null) return null;
  // an answer is about the roster's own number, whoever it belongs to
  if (code === OF_ANOTHER && levelEntry(record.levels, field).agreement === "same") return null;
  return { field, record };
}

/** Two sources that say the same in another writing share a line. */
function meaningOf(field: Field, { cells, person }: SourceRecord): string {
  switch (field) {
    case "nik":
      return person.identifier.value || cells.nik;
    case "name":
      return person.name.words.join(" ") || cells.name;
    case "birth_date":
      return String(person.birthDate.packed || cells.birthDate);
    case "birth_place":
      return printable(cells.birthPlace).toUpperCase();
    case "sex":
      return String(person.sex || cells.sex);
  }
}

/** Documents that have the roster's value where another source has not. */
function sidingWithRoster({ evidence }: Case, field: Field, language: Language): Run[] {
  const siding = evidence.sources.filter(({ kind, compared }) => {
    if (kind === "listing" || compared === null) return false;
    const { agreement } = levelEntry(compared.levels, field);
    return agreement === "same" || agreement === "equivalent";
  });
  if (siding.length === 0) return [];
  const sources = labels(
    siding.map(({ name }) => name),
    language,
  );
  return [{ text: ` (${WORKBOOK_SENTENCES.sameAsRoster[language](sources)})`, marked: false }];
}

/** The candidates of an ambiguous link, and the person's other rows in the roster. */
function othersOf({ evidence }: Case, language: Language): string[] {
  const candidates = evidence.sources.flatMap(({ name, candidates: records }) =>
    records.map(({ cells, file, row }) => {
      const values = [cells.name, cells.nik, cells.birthPlace, cells.birthDate].filter(
        (value) => value !== "",
      );
      return `${sourceLabel(name, language)}: ${values.map(printable).join(", ")} (${reference(file, row)})`;
    }),
  );
  return [
    ...candidates,
    ...evidence.roster.duplicates.map((other) => `${sourceLabel("roster", language)}: ${other}`),
  ];
}

function labels(sources: readonly string[], language: Language): string {
  return sources.map((source) => sourceLabel(source, language)).join(", ");
}

function labelled(label: string, runs: readonly Run[]): Run[] {
  return [{ text: `${label}: `, marked: false }, ...runs];
}

function valueRuns(pieces: readonly Piece[], language: Language): Run[] {
  if (pieces.length === 0) return [{ text: WORKBOOK_WORDS.empty[language], marked: false }];
  return pieces.map(({ text, differs }) => ({ text: printable(text), marked: differs }));
}

/** A source's value; masked, it can look like the roster's and would be no difference. */
function sourceRuns(marked: Marked, language: Language): Run[] {
  return readAlike(marked)
    ? [{ text: WORKBOOK_WORDS.masked[language], marked: false }]
    : valueRuns(marked.source, language);
}

function lines(texts: Iterable<string>): string {
  return [...new Set(texts)].join("\n");
}

function runLines<T>(items: readonly T[], runsOf: (item: T) => readonly Run[]): Run[] {
  return items.flatMap((item, at) => (at === 0 ? runsOf(item) : [LINE_END, ...runsOf(item)]));
}
