/**
 * One case as it is explained: plain data, masked unless asked otherwise, with its sentences in one language. It is
 * what `--json` prints and what the terminal shows, so that the two cannot tell different stories.
 */
import { identifierField } from "../../field/identifier-kinds.ts";
import { type Agreement, FIELDS, type Field } from "../../field/level.ts";
import type { RuleName } from "../../finding/action-table.ts";
import type { Action, Document, FindingCode, Route, Severity, Verdict } from "../../finding/codes.ts";
import { type Finding, ROSTER, type Side } from "../../finding/findings.ts";
import type { KeyKind } from "../../match/keys.ts";
import type { LinkStatus } from "../../match/link-status.ts";
import { FIELD_LABELS, sourceLabel } from "../../words/comparison.ts";
import { SETTLING_SENTENCES } from "../../words/explain.ts";
import { findingSentence } from "../../words/finding.ts";
import { formatSigned } from "../../words/number.ts";
import type { Language } from "../../words/sentence.ts";
import { digitFacts, nearestFacts } from "../explanation.ts";
import { differingDigits, maskedValues } from "../mask.ts";
import { maskedDate, maskedText, screenIdentifier } from "../mask-text.ts";
import { fileNames } from "./file-names.ts";
import type { CandidateRow, FindingRow, LinkRow, RecordedCase, RecordedRun } from "./recorded-case.ts";
import { toldRule } from "./rule-sentence.ts";

/** A source's value of a field beside the roster's. */
export interface FieldInSource {
  readonly source: string;
  readonly agreement: Agreement;
  /** Null where the run folder does not have it: values are kept where they differ. */
  readonly value: string | null;
}

export interface FieldView {
  readonly field: Field;
  readonly roster: string;
  readonly sources: readonly FieldInSource[];
}

interface FindingView {
  readonly source: string;
  readonly file: string;
  /** Null where there is no source row. */
  readonly row: number | null;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sentence: string;
}

/** What a candidate weighs, in bits; the fields and the prior add up to the sum. */
export interface Weights {
  readonly sum: number;
  readonly fields: Readonly<Record<Field, number>>;
  readonly prior: number;
  /** Key kinds that found it. */
  readonly keys: readonly KeyKind[];
  /** Whose values were weighed: the roster's own, or what another source confirmed. */
  readonly reading: string;
}

export interface CandidateView {
  readonly rank: number;
  readonly file: string;
  readonly row: number;
  readonly probability: number;
  /** How each field agrees: for the link, and for the candidates of an ambiguous one. */
  readonly agreement: Readonly<Record<Field, Agreement>> | null;
  /** Null where everything agreed and nothing was recorded. */
  readonly weights: Weights | null;
  /** Another roster row fits it better. */
  readonly taken: boolean;
}

export interface SourceView {
  readonly source: string;
  readonly status: LinkStatus;
  /** Best first. */
  readonly candidates: readonly CandidateView[];
  /** Bits between the first candidate and the second; null without a second. */
  readonly margin: number | null;
  /** What would settle an ambiguous link, in sentences. */
  readonly to_settle: readonly string[];
}

export interface CaseView {
  readonly case_id: string;
  readonly verdict: Verdict;
  readonly action: Action;
  /** Of the action table. */
  readonly rule: RuleName | null;
  readonly reason: string;
  readonly masked: boolean;
  /** The run itself was masked, so that nothing shows more. */
  readonly run_masked: boolean;
  readonly roster_file: string;
  readonly roster_row: number;
  readonly name: string;
  readonly unit: string;
  readonly proposed: Readonly<Partial<Record<Field, string>>>;
  readonly documents: readonly Document[];
  readonly route: Route | null;
  readonly fields: readonly FieldView[];
  readonly findings: readonly FindingView[];
  readonly sources: readonly SourceView[];
}

/** What a finding says, and of which values. */
type FindingValues = Pick<Finding, "code" | "sourceRow" | "rosterValue" | "sourceValue">;

/** How a person's values are shown. */
interface Shown {
  readonly value: (field: Field, text: string) => string;
  readonly pair: (values: FindingValues) => readonly [string, string];
}

const IN_FULL: Shown = {
  value: (_field, text) => text,
  pair: ({ rosterValue, sourceValue }) => [rosterValue, sourceValue],
};

const MASKED: Shown = {
  value(field, text) {
    if (field === "nik") return screenIdentifier(text);
    return field === "birth_date" ? maskedDate(text) : maskedText(text);
  },
  pair: (values) => maskedValues(values, { identifier: screenIdentifier, date: maskedDate }),
};

/** @param full shows identifiers and birth dates as they are */
export function viewCase(recorded: RecordedCase, language: Language, full: boolean): CaseView {
  const { run, row } = recorded;
  const shown = full ? IN_FULL : MASKED;
  const { rule, sentence } = toldRule(row.explanation, run, language, run.sources);
  return {
    case_id: row.case_id,
    verdict: row.verdict as Verdict,
    action: row.action as Action,
    rule,
    // what no rule of ours says may hold anything
    reason: `${rule === null && !full ? maskedText(sentence) : sentence}.`,
    masked: !full || run.masked,
    run_masked: run.masked,
    roster_file: row.roster_file,
    roster_row: Number(row.roster_row),
    name: shown.value("name", row.name),
    unit: full ? row.unit : maskedText(row.unit),
    proposed: proposedOf(recorded, shown),
    documents: (row.documents === "" ? [] : row.documents.split(";")) as Document[],
    route: row.route === "" ? null : (row.route as Route),
    fields: FIELDS.map((field) => fieldView(field, recorded, shown)),
    findings: recorded.findings.map((finding) => findingView(finding, run, language, shown)),
    sources: run.sources.map((source) => sourceView(source, recorded, language)),
  };
}

const PROPOSED_FIELDS = ["nik", "name", "birth_place", "birth_date"] as const satisfies readonly Field[];

/** What looks like the roster's own value once it is masked proposes nothing. */
function proposedOf({ row }: RecordedCase, shown: Shown): CaseView["proposed"] {
  const proposed = PROPOSED_FIELDS.map(
    (field) => [field, shown.value(field, row[`proposed_${field}`])] as const,
  );
  return Object.fromEntries(
    proposed.filter(([field, value]) => value !== "" && value !== shown.value(field, row[field])),
  );
}

function fieldView(field: Field, { row, links, findings }: RecordedCase, shown: Shown): FieldView {
  const roster = shown.value(field, row[field]);
  const sources = links
    // candidates of which none is chosen agree each in its own way
    .filter(
      (link) => link.source_row !== "" && links.filter((other) => other.source === link.source).length === 1,
    )
    .map(({ source, [field]: agreed }) => {
      const agreement = agreed as Agreement;
      const found = findings.find((finding) => finding.source === source && isAboutValue(finding, field));
      const [, differing = null] = found === undefined ? [] : shown.pair(valuesOf(found));
      const absent = agreement === "missing" && row[field] !== "" ? "" : null;
      return { source, agreement, value: agreement === "same" ? roster : (differing ?? absent) };
    });
  return { field, roster, sources };
}

/** A finding that holds the source's value of the field. */
function isAboutValue({ field: about, code }: FindingRow, field: Field): boolean {
  return about === field && code !== "nik.belongs_to_other";
}

function valuesOf({ code, source_row, roster_value, source_value }: FindingRow): FindingValues {
  return {
    code: code as FindingCode,
    sourceRow: Number(source_row),
    rosterValue: roster_value,
    sourceValue: source_value,
  };
}

function findingView(finding: FindingRow, run: RecordedRun, language: Language, shown: Shown): FindingView {
  const values = valuesOf(finding);
  const { code } = values;
  const [roster, source] = shown.pair(values);
  const wording = { identifier: run.identifier, language };
  const { clean } = identifierField(run.identifier);
  const [one, other] = [clean(finding.roster_value).value, clean(finding.source_value).value];
  return {
    source: finding.source,
    file: finding.source_file,
    row: values.sourceRow === 0 ? null : values.sourceRow,
    code,
    severity: finding.severity as Severity,
    sentence: findingSentence(
      code,
      {
        roster,
        source,
        sourceName: sourceLabel(finding.source, language),
        damaged: damagedSide(finding, run),
        ...nearestFacts({ ...values, sourceValue: source }),
        ...digitFacts(differingDigits(code, one, other), wording),
      },
      wording,
    ),
  };
}

/**
 * Whose value a finding calls damaged. Masked values do not tell and the table has no column for it, but its sentence
 * does: it is the one of the two that `findingSentence` makes of the row.
 */
function damagedSide(
  { code, source, roster_value, source_value, explanation }: FindingRow,
  run: RecordedRun,
): Side {
  const facts = {
    roster: roster_value,
    source: source_value,
    sourceName: sourceLabel(source, run.language),
    damaged: "source",
  } as const;
  return findingSentence(code as FindingCode, facts, run) === explanation ? "source" : ROSTER;
}

function sourceView(source: string, recorded: RecordedCase, language: Language): SourceView {
  const links = recorded.links.filter((link) => link.source === source);
  const status = (links[0]?.status ?? "not_found") as LinkStatus;
  const weighed = recorded.candidates.filter((candidate) => candidate.source === source);
  const candidates =
    weighed.length > 0
      ? weighed.map((candidate) => candidateView(candidate, links, status))
      : links.filter((link) => link.source_row !== "").map(unweighedView);
  const [first, second] = candidates.map((candidate) => candidate.weights?.sum);
  return {
    source,
    status,
    candidates,
    margin: first === undefined || second === undefined ? null : roundedBits(first - second),
    to_settle: status === "ambiguous" ? settlingSentences(candidates, recorded, language) : [],
  };
}

function roundedBits(bits: number): number {
  return Math.round(bits * 100) / 100;
}

function candidateView(
  candidate: CandidateRow,
  links: readonly LinkRow[],
  status: LinkStatus,
): CandidateView {
  const link = links.find(
    (other) => other.source_row === candidate.source_row && other.source_file === candidate.source_file,
  );
  const sum = Number(candidate.bits);
  return {
    rank: Number(candidate.rank),
    file: candidate.source_file,
    row: Number(candidate.source_row),
    probability: Number(candidate.probability),
    agreement: link === undefined ? null : agreementOf(link),
    weights: {
      sum,
      fields: byField((field) => Number(candidate[`weight_${field}`])),
      prior: Number(candidate.weight_prior),
      keys: (candidate.keys === "" ? [] : candidate.keys.split(";")) as KeyKind[],
      reading: candidate.confirmed,
    },
    // likelier the person than not, and yet not found: only another row of the roster can be the reason
    taken: status === "not_found" && sum > 0,
  };
}

function unweighedView(link: LinkRow, i: number): CandidateView {
  return {
    rank: i + 1,
    file: link.source_file,
    row: Number(link.source_row),
    probability: Number(link.probability),
    agreement: agreementOf(link),
    weights: null,
    taken: false,
  };
}

function agreementOf(link: LinkRow): Readonly<Record<Field, Agreement>> {
  return byField((field) => link[field] as Agreement);
}

function byField<V>(read: (field: Field) => V): Readonly<Record<Field, V>> {
  return Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as Record<Field, V>;
}

/** Less than this is no evidence either way. */
const NOTEWORTHY_BITS = 0.5;

/** Fields that point to one person wherever they are known. */
const TELLING_FIELDS = ["nik", "name", "birth_date"] as const satisfies readonly Field[];

function settlingSentences(
  candidates: readonly CandidateView[],
  { row, run, findings }: RecordedCase,
  language: Language,
): string[] {
  const sentences: string[] = [];
  const listed = candidates.filter((candidate) => candidate.agreement !== null);
  const names = fileNames(run.files);
  const labels = (fields: readonly Field[]) =>
    fields.map((field) => FIELD_LABELS[run.identifier][field][language]).join(", ");
  const isTwice = findings.some((finding) => finding.code === "record.duplicate");
  if (isTwice) sentences.push(SETTLING_SENTENCES.twice[language]);
  const rows = names.places(listed, language);
  if (listed.length > 1) {
    sentences.push(SETTLING_SENTENCES.oneOfSeveral[language](rows));
    const telling = FIELDS.filter((field) => spreadOf(listed, field) >= NOTEWORTHY_BITS);
    sentences.push(
      telling.length > 0
        ? SETTLING_SENTENCES.toldApartBy[language](labels(telling))
        : SETTLING_SENTENCES.notToldApart[language],
    );
  } else if (!isTwice) {
    sentences.push(SETTLING_SENTENCES.onlyOne[language](rows));
    const weights = listed[0]?.weights?.fields;
    const against = FIELDS.filter((field) => (weights?.[field] ?? 0) <= -NOTEWORTHY_BITS);
    if (against.length > 0) {
      const shown = against.map((field) => `${labels([field])} ${formatSigned(weights![field], language)}`);
      sentences.push(SETTLING_SENTENCES.against[language](shown.join(", ")));
    }
  }
  const lacking = TELLING_FIELDS.filter((field) => {
    const agreement = listed[0]?.agreement?.[field];
    return agreement === "damaged" || (agreement === "missing" && row[field] === "");
  });
  if (lacking.length > 0) sentences.push(SETTLING_SENTENCES.lacking[language](labels(lacking)));
  return sentences;
}

/** How far apart candidates are in one field, in bits. */
function spreadOf(candidates: readonly CandidateView[], field: Field): number {
  const weights = candidates.map((candidate) => candidate.weights?.fields[field] ?? 0);
  return Math.max(...weights) - Math.min(...weights);
}
