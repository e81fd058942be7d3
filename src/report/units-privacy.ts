/**
 * What a unit may see of other people: where their row of the roster stands, and nothing else.
 *
 * A unit's workbook leaves the personnel office. A case can speak of somebody besides its own person: who holds the
 * NIK in a source, about whom Dukcapil was asked under it, who else carries it in the roster, whom it was swapped with,
 * who else may be meant. Those are people of other units, of other districts or nobody's staff at all, and their name
 * beside the number would tell the unit whose NIK it is. The unit needs to know that there is somebody; the office can
 * look up who. A row of a source would not help, since the unit does not have the file. Only a name from the unit's own
 * roster rows is told, since the unit wrote it there itself.
 */
import type { Case } from "../finding/case.ts";
import type { FindingCode } from "../finding/codes.ts";
import { reference, type SourceRecord } from "../finding/evidence.ts";
import type { Finding } from "../finding/findings.ts";
import { MOST_ROWS_NAMED } from "../finding/gather.ts";
import { askedNameIn, withAskedName } from "../input/answer.ts";
import { sourceLabel } from "../words/comparison.ts";
import { findingSentence } from "../words/finding.ts";
import type { Bilingual, Language, Wording } from "../words/sentence.ts";
import { WORKBOOK_WORDS } from "../words/workbook.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { explainFinding } from "./explanation.ts";

const SHARED = "shared_nik";

/** The case as its unit may see it. Rows of the same person elsewhere in the roster stay: they are given as places. */
export function withoutOthers(judged: Case, language: Language): Case {
  const { evidence, facts } = judged;
  const unasked = (record: SourceRecord) => withoutAskedName(record, language);
  return {
    ...judged,
    findings: judged.findings.map((finding) => withoutName(finding, language)),
    facts: {
      ...facts,
      differing: facts.differing.map((field) => ({ ...field, leadRecord: unasked(field.leadRecord) })),
    },
    evidence: {
      roster: { ...evidence.roster, sharesIdentifierWith: null },
      sources: evidence.sources.map((source) => ({
        ...source,
        link: source.link && unasked(source.link),
        compared: source.compared && unasked(source.compared),
        candidates: [],
        nearest: null,
        considered: () => [],
        holder: null,
        swappedWith: null,
      })),
    },
  };
}

/** Codes whose source value is the name of somebody else, and what a unit is told in place of it. */
const NAMING_OTHERS: Readonly<Partial<Record<FindingCode, Bilingual>>> = {
  "nik.belongs_to_other": WORKBOOK_WORDS.nameWithheld,
  "record.swapped_nik": WORKBOOK_WORDS.nameWithheld,
  "record.shared_nik": WORKBOOK_WORDS.otherRow,
};

function withoutName(finding: Finding, language: Language): Finding {
  const instead = NAMING_OTHERS[finding.code];
  // an answer of Dukcapil names nobody: BKPSDM does not know either
  if (instead !== undefined && finding.sourceValue !== "")
    return { ...finding, sourceValue: instead[language] };
  return { ...finding, sourceValue: withheld(finding.sourceValue, language) };
}

/** A source's row as the unit may see it. Where an answer is about nobody else it is the same row. */
function withoutAskedName(record: SourceRecord, language: Language): SourceRecord {
  const name = withheld(record.cells.name, language);
  if (name === record.cells.name) return record;
  const { file, row, person, levels, probability, status, keys } = record;
  return { file, row, cells: { ...record.cells, name }, person, levels, probability, status, keys };
}

/** What was answered about somebody else, without the name that was asked. */
function withheld(text: string, language: Language): string {
  const { asked, answered } = askedNameIn(text);
  return asked === "" ? text : withAskedName(WORKBOOK_WORDS.nameWithheld[language], answered);
}

/** The explanation of a finding of such a case: what stands in place of a name is no name and not in its place. */
export function explainToUnit(finding: Finding, wording: Wording): string {
  const { code, source, rosterValue, sourceValue } = finding;
  if (NAMING_OTHERS[code] === undefined || sourceValue === "") return explainFinding(finding, wording);
  const sourceName = sourceLabel(source, wording.language);
  return findingSentence(code, { roster: rosterValue, source: "", sourceName, extra: sourceValue }, wording);
}

/** Who shares an identifier with whom, known when all rows have been held against each other. */
export class SharedIdentifiers {
  /** By the place of a row: the rows of its group, of one person no more than are ever named. */
  readonly #groups = new Map<string, DuplicateRow[]>();
  /** By the place of a row that its person has more of: the group of these. */
  readonly #persons = new Map<string, string>();

  /** @param duplicates those of one person before those that share an identifier */
  constructor(duplicates: readonly DuplicateRow[]) {
    const byName = new Map<string, DuplicateRow[]>();
    const copies = new Map<string, number>();
    for (const row of duplicates) {
      const place = reference(row.file, row.row);
      if (!row.reasons.includes(SHARED)) {
        this.#persons.set(place, row.group);
        continue;
      }
      let group = byName.get(row.group);
      if (group === undefined) {
        group = [];
        byName.set(row.group, group);
      }
      this.#groups.set(place, group);
      const copy = `${row.group} ${this.#persons.get(place) ?? place}`;
      const before = copies.get(copy) ?? 0;
      copies.set(copy, before + 1);
      if (before < MOST_ROWS_NAMED) group.push(row);
    }
  }

  /** The first rows of other people that carry the identifier of a row, as its unit may see them. */
  othersOf(file: string, row: number, unit: string): string[] {
    const own = reference(file, row);
    const person = this.#persons.get(own);
    const others: string[] = [];
    for (const other of this.#groups.get(own) ?? []) {
      if (others.length === MOST_ROWS_NAMED) break;
      const place = reference(other.file, other.row);
      if (place === own || (person !== undefined && this.#persons.get(place) === person)) continue;
      // without a unit nobody is anybody's colleague
      others.push(unit !== "" && other.unit === unit ? `${place} (${other.name})` : place);
    }
    return others;
  }
}
