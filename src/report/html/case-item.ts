/**
 * One case as an item of the list: a line that says who and what, and behind it the roster's row side by side with
 * what each source has. Written without spare spaces, since the size of the page decides how many cases it can list.
 */
import type { Language } from "../../config/plan.ts";
import { FIELDS, type Field } from "../../field/level.ts";
import type { Case } from "../../finding/case.ts";
import { ACTIONS, type FindingCode } from "../../finding/codes.ts";
import type { SourceEvidence, SourceRecord } from "../../finding/evidence.ts";
import { cellOf, ROSTER } from "../../finding/findings.ts";
import { levelEntry } from "../../match/levels.ts";
import { AGREEMENT_LABELS, FIELD_LABELS, sourceLabel } from "../../words/comparison.ts";
import { FINDING_WORDS } from "../../words/finding.ts";
import { HTML_IDENTIFIER_WORDS, HTML_LABELS, HTML_SENTENCES } from "../../words/html.ts";
import { ACTION_LABELS, DOCUMENT_NAMES, ROUTE_LABELS, VERDICT_LABELS } from "../../words/judgement.ts";
import type { Wording } from "../../words/sentence.ts";
import { NO_UNIT } from "../../words/terminal.ts";
import { capitalized } from "../../words/writing.ts";
import { markField, markProposed, readAlike } from "../difference.ts";
import { explainCase, explainFinding } from "../explanation.ts";
import type { Piece } from "../pieces.ts";
import type { LabelName } from "./parts.ts";
import { fileLabel, shown, shownPieces } from "./shown.ts";
import { type Standing, standingIn } from "./standing.ts";
import { type Html, html } from "./template.ts";

/** Findings named on the line itself; the others stand behind it. */
const CODES_ON_LINE = 3;
/** Candidates shown of an ambiguous link, best first; links.csv has them all. */
const CANDIDATES_SHOWN = 3;

/** A list item whose id is the case number; the script filters and sorts by its data attributes. */
export function caseItem(judged: Case, wording: Wording): Html {
  const { language } = wording;
  const { roster } = judged.evidence;
  const codes = [...new Set(judged.findings.map((finding) => finding.code))];
  const line = [
    html`<span class="act a${ACTIONS.indexOf(judged.action)}">${ACTION_LABELS[judged.action][language]}</span>`,
    html`<b>${shown(roster.cells.name)}</b>`,
    html`<span class="nik">${shown(roster.cells.nik)}</span>`,
    html`<span class="opd">${unitLabel(roster.unit, language)}</span>`,
    html`<span class="what">${lineOf(judged, codes, wording)}</span>`,
  ];
  const detail = [
    html`<p>${explainCase(judged, wording)}</p>`,
    sideBySide(judged, wording),
    particulars(judged, wording),
  ];
  return html`<li id="${judged.caseId}" data-action="${judged.action}" data-code="${codes.join(" ")}" data-row="${roster.index}"><details><summary>${line}</summary>${detail}</details>
`;
}

/** What an agency is called on the page, also where the roster names none. */
export function unitLabel(unit: string, language: Language): string {
  return shown(unit) || NO_UNIT[language];
}

/** What was found, in few words; the verdict where that says more. */
function lineOf(judged: Case, codes: readonly FindingCode[], { identifier, language }: Wording): string {
  const weighty = new Set(
    judged.findings.filter((finding) => finding.severity !== "hint").map((finding) => finding.code),
  );
  const named = codes.filter((code) => weighty.has(code));
  if (named.length === 0) return VERDICT_LABELS[judged.verdict][language];
  const labels = named.slice(0, CODES_ON_LINE).map((code) => FINDING_WORDS[identifier][code].label[language]);
  const rest = named.length - labels.length;
  return rest === 0
    ? labels.join(" · ")
    : `${labels.join(" · ")} · ${HTML_SENTENCES.otherFindings[language](String(rest))}`;
}

/** A source's place in the table: its row, or that there is none. */
interface Column {
  readonly source: SourceEvidence;
  readonly label: string;
  /** What of the source it is, where that is not simply its row. */
  readonly role: string;
  readonly record: SourceRecord | null;
  /** The row is another person's: shown to see whose, not held against the roster. */
  readonly isOther: boolean;
}

function columnsOf(judged: Case, { identifier, language }: Wording): Column[] {
  // whoever holds the NIK in one source mostly holds it in all: the first, most trusted one is enough
  const holding = judged.findings.find((finding) => finding.code === "nik.belongs_to_other")?.source;
  return judged.evidence.sources.flatMap((source) => {
    const label = capitalized(sourceLabel(source.name, language));
    const column = (record: SourceRecord | null, role = "", isOther = false): Column => ({
      source,
      label,
      role,
      record,
      isOther,
    });
    const columns =
      source.compared !== null
        ? [column(source.compared)]
        : source.candidates
            .slice(0, CANDIDATES_SHOWN)
            .map((record, at) => column(record, HTML_SENTENCES.candidate[language](at + 1)));
    if (source.name === holding)
      columns.push(column(source.holder, HTML_IDENTIFIER_WORDS[identifier].holder[language], true));
    return columns.length > 0 ? columns : [column(null)];
  });
}

/** Fields down, the roster and its sources across; on a narrow screen the style sheet puts them one below the other. */
function sideBySide(judged: Case, wording: Wording): Html {
  const { identifier, language } = wording;
  const { roster } = judged.evidence;
  const columns = columnsOf(judged, wording);
  const fields = FIELDS.filter((field) =>
    [roster, ...columns.map(({ record }) => record)].some(
      (row) => row !== null && cellOf(row.cells, field) !== "",
    ),
  );
  const heads = columns.map(({ label, role, record }) => {
    const notes = [role, record === null ? "" : HTML_SENTENCES.row[language](record.row)];
    return html`<th>${label}${notes.filter((note) => note !== "").map((note) => html` <small>${note}</small>`)}`;
  });
  const rosterRow = HTML_SENTENCES.row[language](roster.row);
  const rows = fields.map((field, at) => {
    const standing = standingIn(field, judged);
    const cells = columns.map((column) => {
      if (column.record !== null) return sourceCell(field, judged, column, column.record, standing, language);
      // said once, beside all fields
      return at === 0 ? notFoundCell(column, fields.length, language) : null;
    });
    return html`<tr class="f-${field}"><th>${capitalized(FIELD_LABELS[identifier][field][language])}${rosterCell(field, judged, standing, language)}${cells}`;
  });
  return html`<table class="side"><thead><tr><th>${HTML_LABELS.field[language]}<th>${HTML_LABELS.roster[language]} <small>${rosterRow}</small>${heads}<tbody>${rows}</table>`;
}

/** The roster's value, marked where it differs from the leading source's. */
function rosterCell(field: Field, judged: Case, { against, alone }: Standing, language: Language): Html {
  const { roster } = judged.evidence;
  const value =
    against === null
      ? unmarked(cellOf(roster.cells, field))
      : markField(field, roster, against.leadRecord).roster;
  const tags = alone === ROSTER ? [HTML_LABELS.lone[language]] : [];
  return cell(HTML_LABELS.roster[language], value, tags);
}

/** A source's value, marked where it differs from the roster's, and in which way it does. */
function sourceCell(
  field: Field,
  judged: Case,
  { label, role, source, isOther }: Column,
  record: SourceRecord,
  { against, alone }: Standing,
  language: Language,
): Html {
  const name = role === "" ? label : `${label}, ${role}`;
  if (isOther) return cell(name, unmarked(cellOf(record.cells, field)), []);
  const { agreement } = levelEntry(record.levels, field);
  const tags: string[] = [];
  if (agreement === "near" || agreement === "different" || agreement === "damaged") {
    tags.push(AGREEMENT_LABELS[agreement][language]);
  }
  if (record === source.compared) {
    if (source.name === alone) tags.push(HTML_LABELS.lone[language]);
    if (source.name === against?.lead) tags.push(HTML_LABELS.lead[language]);
  }
  return cell(name, markField(field, judged.evidence.roster, record).source, tags);
}

function notFoundCell({ label }: Column, rows: number, language: Language): Html {
  const text = HTML_LABELS.notFound[language].toLowerCase();
  return html`<td data-s="${label}" class="none" rowspan="${rows}">${text}`;
}

function unmarked(text: string): Piece[] {
  return [{ text, differs: false }];
}

function cell(label: string, value: readonly Piece[], tags: readonly string[]): Html {
  const isMarked = value.some((piece) => piece.differs);
  const shownTags = tags.map((tag) => html` <small>${tag}</small>`);
  return isMarked
    ? html`<td data-s="${label}" class="off">${shownPieces(value)}${shownTags}`
    : html`<td data-s="${label}">${shownPieces(value)}${shownTags}`;
}

/** What follows from the comparison, and where the row stands. */
function particulars(judged: Case, wording: Wording): Html {
  const { identifier, language } = wording;
  const { roster } = judged.evidence;
  const proposed = FIELDS.flatMap((field) => {
    const differing = judged.facts.differing.find((other) => other.field === field);
    if (judged.proposed[field] === undefined || differing === undefined) return [];
    const value = markProposed(field, roster, differing.leadRecord, judged.proposed[field]);
    if (readAlike(value)) return [];
    return [
      html`<dd>${capitalized(FIELD_LABELS[identifier][field][language])}: <b>${shownPieces(value.source)}</b>`,
    ];
  });
  const documents = judged.documents.map((document) => DOCUMENT_NAMES[document]).join(", ");
  const hints = judged.findings
    .filter((finding) => finding.severity === "hint")
    .map((finding) => html`<dd>${explainFinding(finding, wording)}`);
  const entries = [
    entry("proposed", proposed, language),
    entry("documents", documents === "" ? [] : [html`<dd>${documents}`], language),
    entry(
      "settledBy",
      judged.route === null ? [] : [html`<dd>${ROUTE_LABELS[judged.route][language]}`],
      language,
    ),
    entry("hints", hints, language),
  ].filter((part) => part !== null);
  const where = HTML_SENTENCES.fileRow[language]({ file: fileLabel(roster.file), row: roster.row });
  return html`${entries.length === 0 ? null : html`<dl>${entries}</dl>`}<p class="note">${VERDICT_LABELS[judged.verdict][language]} · ${judged.caseId} · ${where}</p>`;
}

function entry(label: LabelName, contents: readonly Html[], language: Language): Html | null {
  return contents.length === 0
    ? null
    : html`<div class="${label}"><dt>${HTML_LABELS[label][language]}${contents}</div>`;
}
