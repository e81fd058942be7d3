/** What the results rest on: how each source was matched and agrees, which rows are double or rejected, what was read. */
import type { Language } from "../../config/plan.ts";
import { FIELDS } from "../../field/level.ts";
import type { Rejection } from "../../input/judged-rows.ts";
import { AGREEMENT_LABELS, FIELD_LABELS } from "../../words/comparison.ts";
import { HTML_IDENTIFIER_WORDS, HTML_LABELS, HTML_NOTES, HTML_SENTENCES } from "../../words/html.ts";
import { DUPLICATE_REASON_LABELS } from "../../words/judgement.ts";
import { formatCount, formatDecimal } from "../../words/number.ts";
import { REJECTION_SENTENCES } from "../../words/rejection.ts";
import { capitalized } from "../../words/writing.ts";
import type { DuplicateRow } from "../duplicate-rows.ts";
import { notices } from "../notices.ts";
import type { RunSummary } from "../summary.ts";
import { type AgreementCounts, SHOWN_AGREEMENTS } from "./agreement-counts.ts";
import { unitLabel } from "./case-item.ts";
import { bar } from "./charts.ts";
import { countCell, othersIn, section, sourceName, swatch, tableHead, wide } from "./parts.ts";
import { fileLabel, shown } from "./shown.ts";
import { type Html, html } from "./template.ts";

/** Rows shown of duplicates and of rejected rows; the CSV files have them all. */
export const ROWS_SHOWN = 200;
/** Digits of a file's hash that tell it from any other; summary.json has them all. */
const HASH_SHOWN = 16;

/** A rejected row and the file it stands in. */
export interface RejectedRow extends Rejection {
  readonly file: string;
}

/** What to know before relying on the rest, to the last word: a sentence cut short would keep its advice to itself. */
export function pleaseNote(summary: RunSummary, language: Language): Html | null {
  const lines = notices(summary, language);
  if (lines.length === 0) return null;
  const items = lines.map((line) => html`<li>${capitalized(line)}`);
  return section("notices", language, html`<ul class="notices">${items}</ul>`);
}

export function sources(summary: RunSummary, language: Language): Html {
  const rows = summary.sources.map((source) => {
    const counts = [source.rows, source.linked, source.ambiguous, source.not_found].map((count) =>
      countCell(count, language),
    );
    const expected = [source.expected_false_links, source.expected_missed_links].map(
      (links) => html`<td class="n">${formatDecimal(links, language)}`,
    );
    return html`<tr><th>${sourceName(source.name, language)}${counts}${expected}
`;
  });
  const heads = tableHead(
    [
      { label: "source" },
      { label: "sourceRows", numbers: true },
      { label: "linked", numbers: true },
      { label: "ambiguous", numbers: true },
      { label: "notFound", numbers: true },
      { label: "falseLinks", numbers: true },
      { label: "missedLinks", numbers: true },
    ],
    language,
  );
  return section("sources", language, wide("sources", language, html`<table>${heads}<tbody>${rows}</table>`));
}

/** Sources by fields: how many people agree how far. */
export function fields(
  { sources: all, options }: RunSummary,
  counts: AgreementCounts,
  language: Language,
): Html {
  const groups = all.map(({ name }) => {
    const ofSource = counts.of(name);
    const rows = FIELDS.flatMap((field) => {
      const found = ofSource[field];
      const total = SHOWN_AGREEMENTS.reduce((sum, agreement) => sum + found[agreement], 0);
      // a source without the column says nothing about the field
      if (found.missing === total) return [];
      const cells = SHOWN_AGREEMENTS.map((agreement) => countCell(found[agreement], language));
      const segments = SHOWN_AGREEMENTS.map((agreement) => ({
        value: found[agreement],
        tone: `g-${agreement}`,
      }));
      return [
        html`<tr><th>${capitalized(FIELD_LABELS[options.identifier][field][language])}${cells}<td class="b">${bar(segments, total)}
`,
      ];
    });
    if (rows.length === 0) return null;
    return html`<tbody><tr class="group"><th colspan="7" scope="rowgroup">${sourceName(name, language)}${rows}`;
  });
  const heads = SHOWN_AGREEMENTS.map(
    (agreement) =>
      html`<th class="n">${swatch(`g-${agreement}`)} ${capitalized(AGREEMENT_LABELS[agreement][language])}`,
  );
  const note = html`<p class="note">${HTML_NOTES.fieldsNote[language]}</p>`;
  const table = html`<table class="matrix"><thead><tr><th>${HTML_LABELS.field[language]}${heads}<td class="b">${groups}</table>`;
  return section("fields", language, html`${note}${wide("fields", language, table)}`);
}

export function duplicates(
  { duplicates: found, options }: RunSummary,
  rows: readonly DuplicateRow[],
  language: Language,
): Html {
  if (rows.length === 0) {
    return section("duplicates", language, html`<p>${HTML_NOTES.noDuplicates[language]}</p>`);
  }
  const labels = DUPLICATE_REASON_LABELS[options.identifier];
  const body = rows.slice(0, ROWS_SHOWN).map((row) => {
    const reasons = row.reasons.map((reason) => labels[reason]?.[language] ?? reason);
    const where = HTML_SENTENCES.fileRow[language]({ file: fileLabel(row.file), row: row.row });
    return html`<tr><td>${row.group}<th>${shown(row.name)}<td class="nik">${shown(row.nik)}<td class="nik">${shown(row.birthDate)}<td>${unitLabel(row.unit, language)}<td>${where}<td>${reasons.join(", ")}
`;
  });
  const heads = tableHead(
    [
      { label: "group" },
      { label: "name" },
      { label: HTML_IDENTIFIER_WORDS[options.identifier].heading },
      { label: "birthDate" },
      { label: "unit" },
      { label: "row" },
      { label: "inCommon" },
    ],
    language,
  );
  const sentence = HTML_SENTENCES.duplicates[language]({
    records: formatCount(found.records, language),
    groups: formatCount(found.groups, language),
  });
  return section(
    "duplicates",
    language,
    html`${found.groups === 0 ? null : html`<p>${sentence}</p>`}${wide("duplicates", language, html`<table>${heads}<tbody>${body}</table>`)}${othersIn("duplicates.csv", rows.length - ROWS_SHOWN, language)}`,
  );
}

/** @param rows the first `ROWS_SHOWN` rejected rows of all inputs, in the order they were read */
export function rejected({ inputs }: RunSummary, rows: readonly RejectedRow[], language: Language): Html {
  const total = inputs.reduce((sum, input) => sum + input.rows.rejected, 0);
  if (total === 0) return section("rejected", language, html`<p>${HTML_NOTES.noRejected[language]}</p>`);
  const body = rows.map(({ file, row, reason, text }) => {
    const where = HTML_SENTENCES.fileRow[language]({ file: fileLabel(file), row });
    return html`<tr><td>${where}<td>${REJECTION_SENTENCES[reason][language]}<td>${shown(text)}
`;
  });
  const heads = tableHead([{ label: "row" }, { label: "reason" }, { label: "text" }], language);
  return section(
    "rejected",
    language,
    html`${wide("rejected", language, html`<table>${heads}<tbody>${body}</table>`)}${othersIn("rejected.csv", total - rows.length, language)}`,
  );
}

/** What was read, and by what: the record of the processing that UU 27/2022 asks for (domain.md §7). */
export function about({ inputs, version, options }: RunSummary, masked: boolean, language: Language): Html {
  const rows = inputs.map(({ role, path, rows: balance, encoding, sha256 }) => {
    const counts = [balance.read, balance.used, balance.rejected, balance.layout].map((count) =>
      countCell(count, language),
    );
    return html`<tr><th>${sourceName(role, language)}<td>${shown(path)}${counts}<td>${encoding}<td class="code">${sha256.slice(0, HASH_SHOWN)}…
`;
  });
  const heads = tableHead(
    [
      { label: "source" },
      { label: "file" },
      { label: "read", numbers: true },
      { label: "used", numbers: true },
      { label: "rejectedRows", numbers: true },
      { label: "layout", numbers: true },
      { label: "encoding" },
    ],
    language,
  );
  const sentence = masked ? HTML_IDENTIFIER_WORDS[options.identifier].masked : HTML_NOTES.personalData;
  return section(
    "about",
    language,
    html`<p>${sentence[language]} ${HTML_SENTENCES.madeBy[language](version)}</p>${wide("about", language, html`<table>${heads}<th>SHA-256<tbody>${rows}</table>`)}`,
  );
}
