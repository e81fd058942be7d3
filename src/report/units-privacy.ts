/**
 * What a unit may see of other people: where their row stands, and nothing else.
 *
 * A unit's workbook leaves the personnel office. A case can speak of somebody besides its own person: who holds the
 * NIK in a source, who else carries it in the roster, whom it was swapped with, who else may be meant. Those are
 * people of other units, of other districts or nobody's staff at all, and their name beside the number would tell the
 * unit whose NIK it is. The unit needs to know that there is somebody; the office can look up who. Only a name from
 * the unit's own roster rows is told, since the unit wrote it there itself.
 */
import type { Case } from "../finding/case.ts";
import type { Finding } from "../finding/findings.ts";
import type { Language } from "../words/sentence.ts";
import { WORKBOOK_WORDS } from "../words/workbook.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { reference } from "./xlsx-case.ts";

const SHARED = "shared_nik";

/** The case as its unit may see it. Rows of the same person elsewhere in the roster stay: they are given as places. */
export function withoutOthers(judged: Case, language: Language): Case {
  const { evidence } = judged;
  return {
    ...judged,
    findings: judged.findings.map((finding) => withoutName(finding, judged, language)),
    evidence: {
      roster: { ...evidence.roster, sharesIdentifierWith: null },
      sources: evidence.sources.map((source) => ({
        ...source,
        candidates: [],
        considered: () => [],
        holder: null,
        swappedWith: null,
      })),
    },
  };
}

function withoutName(finding: Finding, { evidence }: Case, language: Language): Finding {
  switch (finding.code) {
    case "nik.belongs_to_other":
      return { ...finding, sourceValue: reference(finding.sourceFile, finding.sourceRow) };
    case "record.swapped_nik": {
      const holder = evidence.sources.find(({ swappedWith }) => swappedWith !== null)?.holder;
      return { ...finding, sourceValue: holder == null ? "" : reference(holder.file, holder.row) };
    }
    case "record.shared_nik":
      return { ...finding, sourceValue: WORKBOOK_WORDS.otherRow[language] };
    default:
      return finding;
  }
}

/** Who shares an identifier with whom, known when all rows have been held against each other. */
export class SharedIdentifiers {
  /** By the place of a row: the rows of the groups it is in. */
  readonly #groups = new Map<string, DuplicateRow[][]>();

  constructor(duplicates: readonly DuplicateRow[]) {
    const byName = new Map<string, DuplicateRow[]>();
    for (const row of duplicates) {
      if (!row.reasons.includes(SHARED)) continue;
      const group = byName.get(row.group);
      if (group === undefined) byName.set(row.group, [row]);
      else group.push(row);
    }
    for (const group of byName.values()) {
      for (const { file, row } of group) {
        const place = reference(file, row);
        const groups = this.#groups.get(place);
        if (groups === undefined) this.#groups.set(place, [group]);
        else groups.push(group);
      }
    }
  }

  /** The rows of other people that carry the identifier of a row, as its unit may see them. */
  othersOf(file: string, row: number, unit: string): string[] {
    const own = reference(file, row);
    return (this.#groups.get(own) ?? []).flat().flatMap((other) => {
      const place = reference(other.file, other.row);
      if (place === own) return [];
      // without a unit nobody is anybody's colleague
      return unit !== "" && other.unit === unit ? `${place} (${other.name})` : place;
    });
  }
}
