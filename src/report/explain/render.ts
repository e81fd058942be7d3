/**
 * An explained case on the terminal: what to do first, then what differs, then why each source was linked as it was.
 * Every bar has its number before it and every colour its word, so that it reads the same aloud.
 */
import { FIELDS } from "../../field/level.ts";
import type { KeyKind } from "../../match/keys.ts";
import { wrapText } from "../../text/wrap.ts";
import { AGREEMENT_LABELS, FIELD_LABELS, sourceLabel } from "../../words/comparison.ts";
import {
  EXPLAIN_HEADINGS,
  EXPLAIN_IDENTIFIER_WORDS,
  EXPLAIN_LABELS,
  EXPLAIN_SENTENCES,
  KEY_WORDS,
  LIKELIHOOD_WORDS,
  SOURCE_STATUS_LABELS,
} from "../../words/explain.ts";
import { ACTION_LABELS, DOCUMENT_NAMES, ROUTE_LABELS, VERDICT_LABELS } from "../../words/judgement.ts";
import { formatCount, formatDecimal, formatProbability, formatSigned } from "../../words/number.ts";
import { printable, quotable } from "../../words/printable.ts";
import type { Wording } from "../../words/sentence.ts";
import { capitalized } from "../../words/writing.ts";
import type { Style } from "../terminal.ts";
import type { CandidateView, CaseView, FieldInSource, FieldView, SourceView, Weights } from "./case-view.ts";
import type { FileNames } from "./file-names.ts";

const INDENT = "  ";
const DEEPER = "    ";

/** A bar shorter than this shows nothing. */
const SHORTEST_BAR = 8;
/** Less, in bits, would be shown as nothing. */
const NO_MARGIN = 0.05;
/** Beyond this nobody counts. */
const MOST_TIMES = 1_000_000;
/** Wider than the sign, three digits and a decimal. */
const WEIGHT_WIDTH = 6;

/**
 * @param names what the run's files are called
 * @param width columns of the terminal; lines are kept within it where words allow
 * @returns lines, each ended by a line feed
 */
export function renderCase(
  view: CaseView,
  names: FileNames,
  { identifier, language }: Wording,
  style: Style,
  width: number,
): string {
  const labelWidth = longest(FIELDS.map((field) => FIELD_LABELS[identifier][field][language])) + 2;
  const agreementWidth = longest(Object.values(AGREEMENT_LABELS).map((label) => label[language])) + 2;
  const barScale = scaleOf(view, width - (DEEPER.length + labelWidth + agreementWidth + WEIGHT_WIDTH + 2));
  const say = EXPLAIN_SENTENCES;
  const label = (key: keyof typeof EXPLAIN_LABELS) => EXPLAIN_LABELS[key][language];
  const indented = (text: string) => wrapText(text, width, INDENT, DEEPER);
  const deeper = (text: string) => wrapText(text, width, DEEPER, DEEPER);
  const heading = (text: string) => wrapText(text, width, "", INDENT).map((line) => style.heading(line));
  const strong = (text: string) => wrapText(text, width, "", INDENT).map((line) => style.strong(line));
  const nameOf = (source: string) => sourceLabel(source, language);

  const sections = [
    head(),
    judgement(),
    [...heading(EXPLAIN_HEADINGS.fields[language]), ...view.fields.flatMap(fieldLines)],
    findings(),
    ...view.sources.map(sourceLines),
    closing(),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function head(): string[] {
    const place = names.places([{ file: view.roster_file, row: view.roster_row }], language);
    return [
      ...strong(say.title[language]({ caseId: view.case_id, name: quotable(view.name) })),
      ...indented(view.unit === "" ? place : `${place}, ${quotable(view.unit)}`),
    ];
  }

  function judgement(): string[] {
    const facts = {
      verdict: VERDICT_LABELS[view.verdict][language],
      action: ACTION_LABELS[view.action][language],
    };
    const proposed = Object.entries(view.proposed).map(
      ([field, value]) =>
        `${FIELD_LABELS[identifier][field as keyof typeof view.proposed][language]} “${quotable(value)}”`,
    );
    const lines = [`${label("why")}: ${printable(view.reason)}`];
    if (proposed.length > 0) lines.push(`${label("proposed")}: ${proposed.join(", ")}.`);
    if (view.documents.length > 0) {
      lines.push(
        `${label("documents")}: ${view.documents.map((document) => DOCUMENT_NAMES[document]).join(", ")}.`,
      );
    }
    if (view.route !== null) lines.push(`${capitalized(ROUTE_LABELS[view.route][language])}.`);
    return [...strong(say.judgement[language](facts)), ...lines.flatMap(indented)];
  }

  function fieldLines({ field, roster, sources }: FieldView): string[] {
    const start = `${INDENT}${FIELD_LABELS[identifier][field][language].padEnd(labelWidth)}`;
    const value = roster.trim() === "" ? label("empty") : quotable(roster);
    const lines = wrapText(value, width, start, " ".repeat(start.length));
    for (const [agreement, list] of byAgreement(roster, sources)) {
      const begin = `${DEEPER}${agreement.padEnd(labelWidth - 2)}`;
      lines.push(...wrapText(list.join(", "), width, begin, " ".repeat(begin.length)));
    }
    return lines;
  }

  /** Sources that agree alike in one line, with the value of each that has another than the roster. */
  function byAgreement(roster: string, sources: readonly FieldInSource[]): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const { source, agreement, value } of sources) {
      const isFilled = agreement === "missing" && roster.trim() === "" && value !== null;
      const word = isFilled ? label("filled") : AGREEMENT_LABELS[agreement][language];
      // masked, another value can look like the roster's
      const differs = value !== null && value !== "" && value !== roster && agreement !== "same";
      const text = differs ? `${nameOf(source)} “${quotable(value)}”` : nameOf(source);
      groups.set(word, [...(groups.get(word) ?? []), text]);
    }
    return groups;
  }

  function findings(): string[] {
    if (view.findings.length === 0) return [];
    const told = view.findings.map(({ severity, sentence }) => {
      const text = names.inText(sentence);
      return `- ${severity === "hint" ? `${label("hint")}: ${text}` : text}`;
    });
    return [...heading(EXPLAIN_HEADINGS.findings[language]), ...told.flatMap(indented)];
  }

  function sourceLines({ source, status, candidates, margin, to_settle }: SourceView): string[] {
    const lines = heading(`${capitalized(nameOf(source))}: ${SOURCE_STATUS_LABELS[status][language]}`);
    if (candidates.length === 0) return [...lines, ...indented(say.nobody[language])];
    for (const candidate of candidates) lines.push(...candidateLines(candidate));
    if (margin !== null) {
      lines.push(...indented(marginText(margin)));
    } else if (candidates[0]!.weights !== null) lines.push(...indented(say.alone[language]));
    return [...lines, ...to_settle.flatMap(indented)];
  }

  function marginText(margin: number): string {
    const bits = formatDecimal(margin, language);
    if (margin < NO_MARGIN) return say.tie[language];
    const count = oneDigit(2 ** Math.min(margin, Math.log2(MOST_TIMES)));
    const times = count < MOST_TIMES ? say.times : say.moreTimes;
    return say.margin[language]({ bits, times: times[language](formatCount(count, language)) });
  }

  function candidateLines(candidate: CandidateView): string[] {
    const { rank, probability, weights, taken } = candidate;
    const lines = indented(
      say.candidate[language]({
        rank,
        place: names.places([candidate], language),
        likelihood: LIKELIHOOD_WORDS.find(({ least }) => probability >= least)![language],
        probability: formatProbability(probability, language),
      }),
    );
    if (taken) lines.push(...deeper(say.taken[language]));
    if (weights === null) return lines;
    if (!isWorthShowing(candidate)) return [...lines, ...deeper(inShort(weights))];
    const isConfirmed = weights.reading === "confirmed";
    if (isConfirmed) lines.push(...deeper(say.confirmed[language]));
    const keys = tellingKeys(weights.keys).map((key) => KEY_WORDS[identifier][key][language]);
    if (keys.length > 0) lines.push(...deeper(say.foundBy[language](keys.join("; "))));
    for (const field of FIELDS) {
      // how the roster's value agrees is not what was weighed when another's was
      const agreement = isConfirmed ? undefined : candidate.agreement?.[field];
      const word = agreement === undefined ? "" : AGREEMENT_LABELS[agreement][language];
      lines.push(weightLine(FIELD_LABELS[identifier][field][language], word, weights.fields[field]));
    }
    lines.push(weightLine(label("prior"), "", weights.prior), weightLine(label("total"), "", weights.sum));
    return lines;
  }

  function weightLine(name: string, agreement: string, bits: number): string {
    const start = `${DEEPER}${name.padEnd(labelWidth)}${agreement.padEnd(agreementWidth)}`;
    const line = `${start}${formatSigned(bits, language).padStart(WEIGHT_WIDTH)}`;
    const bar = (bits < 0 ? "-" : "#").repeat(Math.round(Math.abs(bits) * barScale));
    return bar === "" ? line : `${line}  ${style.faint(bar)}`;
  }

  function inShort({ sum, fields }: Weights): string {
    const [weakest] = [...FIELDS].sort((one, other) => fields[one] - fields[other]);
    return say.weak[language]({
      bits: formatSigned(sum, language),
      field: FIELD_LABELS[identifier][weakest!][language],
      weight: formatSigned(fields[weakest!], language),
    });
  }

  function closing(): string[] {
    const weighed = view.sources.some(({ candidates }) => candidates.some(({ weights }) => weights !== null));
    const lines: string[] = [(weighed ? say.legend : say.unrecorded)[language]];
    if (view.run_masked) lines.push(EXPLAIN_IDENTIFIER_WORDS[identifier].maskedRun[language]);
    else if (view.masked) lines.push(EXPLAIN_IDENTIFIER_WORDS[identifier].masked[language]);
    return lines.flatMap((line) => wrapText(line, width, "", "")).map((line) => style.faint(line));
  }
}

/** What else is in common where a key is: it says nothing more. */
const IMPLIED_KEYS: Partial<Readonly<Record<KeyKind, readonly KeyKind[]>>> = {
  identifier: ["identifier_pieces"],
  date_word: ["word_date_parts"],
  date_name: ["date_word", "word_date_parts", "name_year", "name_day_month"],
};

function tellingKeys(keys: readonly KeyKind[]): KeyKind[] {
  const implied = new Set(keys.flatMap((key) => IMPLIED_KEYS[key] ?? []));
  return keys.filter((key) => !implied.has(key));
}

/** The best candidate, and whoever comes near: of the others the outcome is enough. */
function isWorthShowing({ rank, agreement, weights }: CandidateView): boolean {
  return rank === 1 || agreement !== null || (weights !== null && weights.sum > 0);
}

/** Marks to a bit: one where there is room for the longest bar, none where there is no room to see anything. */
function scaleOf({ sources }: CaseView, room: number): number {
  if (room < SHORTEST_BAR) return 0;
  const weights = sources
    .flatMap(({ candidates }) => candidates.filter(isWorthShowing))
    .flatMap(({ weights }) =>
      weights === null ? [] : [...Object.values(weights.fields), weights.prior, weights.sum],
    );
  return Math.min(1, room / Math.max(1, ...weights.map(Math.abs)));
}

/** A whole number of which only the first digit is told: 30574 → 30000. */
function oneDigit(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.round(value / unit) * unit;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
