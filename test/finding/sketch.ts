/**
 * Evidence about one invented man, sketched by what differs: his rows say the same everywhere but where a test
 * says otherwise.
 */
import type { SourceKind } from "../../src/config/plan.ts";
import { BUILT_IN_SOURCES, DEFAULT_LEADING, isBuiltIn, usualAbsence } from "../../src/config/sources.ts";
import type { IdentifierKind } from "../../src/field/identifier.ts";
import { IDENTIFIER_KINDS } from "../../src/field/identifier-kinds.ts";
import type { DateOrder } from "../../src/field/written-date.ts";
import { type Case, judge } from "../../src/finding/case.ts";
import type { JudgingSettings } from "../../src/finding/compared-fields.ts";
import type {
  CaseEvidence,
  RosterEvidence,
  SourceEvidence,
  SourceRecord,
} from "../../src/finding/evidence.ts";
import type { RawCells } from "../../src/input/raw-cells.ts";
import { type Person, understandRow } from "../../src/input/record.ts";
import { readStatus } from "../../src/input/status.ts";
import { compareLevels } from "../../src/match/comparison.ts";

export const BUDI: RawCells = {
  nik: "1605091205909001",
  name: "BUDI SANTOSO",
  birthPlace: "MUARA BELITI",
  birthDate: "12-05-1990",
  sex: "L",
  status: "",
};

/** The personnel register: a registry under a name of its own. */
const SIMPEG = "simpeg";

type Cells = Partial<RawCells>;

/** What a source says: nothing of him, a row that differs so, several rows, or his NIK on somebody else's row. */
export type Said =
  | "absent"
  | Cells
  | { readonly candidates: readonly Cells[] }
  | { readonly holder: Cells; readonly link?: Cells; readonly swappedWith?: string };

export interface Sketch {
  readonly roster?: Cells;
  /** By name of the source, in the order of the plan. */
  readonly sources?: Readonly<Record<string, Said>>;
  readonly duplicates?: readonly string[];
  readonly sharesIdentifierWith?: string;
  readonly hasIdentifierColumn?: boolean;
  readonly hasNameColumn?: boolean;
  readonly hasBirthDateColumn?: boolean;
  /** In which the roster writes its dates. */
  readonly dateOrder?: DateOrder;
  readonly identifier?: IdentifierKind;
  /** Who leads for a field, where the configuration says so. */
  readonly leading?: Partial<JudgingSettings["leading"]>;
}

function personOf(cells: RawCells, kind: IdentifierKind): Person {
  const raw = { ...cells, row: 1, unit: "", familyCard: "" };
  return understandRow(raw, {
    field: IDENTIFIER_KINDS[kind],
    order: "dmy",
    asOf: 20_221_031,
    english: false,
    pria: false,
  });
}

export function evidenceOf(sketch: Sketch): CaseEvidence {
  const {
    identifier = "nik",
    sources = {},
    duplicates = [],
    sharesIdentifierWith = null,
    hasIdentifierColumn = true,
    hasNameColumn = true,
    hasBirthDateColumn = true,
    dateOrder = "dmy",
  } = sketch;
  const cells: RawCells = { ...BUDI, ...sketch.roster };
  const person = personOf(cells, identifier);
  const roster: RosterEvidence = {
    index: 0,
    file: "daftar.csv",
    row: 2,
    unit: "DINAS KESEHATAN",
    cells,
    person,
    hasIdentifierColumn,
    hasNameColumn,
    hasBirthDateColumn,
    dateOrder,
    duplicates,
    sharesIdentifierWith,
  };
  const recordOf = (name: string, row: number, said: Cells): SourceRecord => {
    const shown: RawCells = { ...BUDI, ...said };
    const other = personOf(shown, identifier);
    return {
      file: `${name}.csv`,
      row,
      cells: shown,
      person: other,
      levels: compareLevels(person, other, IDENTIFIER_KINDS[identifier]),
      probability: 0.999,
      status: readStatus(shown.status),
      keys: 1,
    };
  };
  const sourceOf = ([name, said]: [string, Said]): SourceEvidence => {
    const kind: SourceKind = isBuiltIn(name)
      ? BUILT_IN_SOURCES[name]
      : name === SIMPEG
        ? "registry"
        : "listing";
    const nothing = {
      name,
      kind,
      absent: usualAbsence(name),
      link: null,
      compared: null,
      candidates: [],
      nearest: null,
      holder: null,
      swappedWith: null,
      keepsLastDigits: () => true,
      considered: () => [],
    };
    if (said === "absent") return { ...nothing, status: "not_found" };
    if ("candidates" in said) {
      return {
        ...nothing,
        status: "ambiguous",
        candidates: said.candidates.map((candidate, i) => recordOf(name, i + 2, candidate)),
      };
    }
    if ("holder" in said) {
      const link = said.link === undefined ? null : recordOf(name, 2, said.link);
      return {
        ...nothing,
        status: link === null ? "not_found" : "linked",
        link,
        compared: link,
        holder: recordOf(name, 9, said.holder),
        swappedWith: said.swappedWith ?? null,
      };
    }
    const link = recordOf(name, 2, said);
    return { ...nothing, status: "linked", link, compared: link };
  };
  return { roster, sources: Object.entries(sources).map(sourceOf) };
}

/** The case that the sketched evidence makes, with the usual leading sources but where others are named. */
export function caseOf(sketch: Sketch): Case {
  const identifiers = IDENTIFIER_KINDS[sketch.identifier ?? "nik"];
  const leading = { ...DEFAULT_LEADING, ...sketch.leading };
  return judge(evidenceOf(sketch), "TEST-0001", { leading, identifiers });
}
