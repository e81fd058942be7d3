/**
 * The page as a whole: one file that asks for nothing from outside. Its Content-Security-Policy forbids everything but
 * the one style sheet and the one script in it, each named by its hash, so that markup which got in could do nothing.
 */
import { createHash } from "node:crypto";
import type { Language } from "../../config/plan.ts";
import type { IdentifierKind } from "../../field/identifier.ts";
import { ROSTER } from "../../finding/findings.ts";
import { HTML_IDENTIFIER_WORDS, HTML_LABELS, HTML_NOTES, HTML_SENTENCES } from "../../words/html.ts";
import { formatCount } from "../../words/number.ts";
import { longDate } from "../../words/writing.ts";
import type { DuplicateRow } from "../duplicate-rows.ts";
import { WORKBOOK_FILE } from "../run-entries.ts";
import type { RunSummary } from "../summary.ts";
import type { AgreementCounts } from "./agreement-counts.ts";
import type { LabelName } from "./parts.ts";
import { about, duplicates, fields, pleaseNote, type RejectedRow, rejected, sources } from "./provenance.ts";
import { actions, codes, funnel, headline, units, verdicts } from "./results.ts";
import { SCRIPT } from "./script.ts";
import { fileLabel } from "./shown.ts";
import { STYLE } from "./style.ts";
import { Html, html } from "./template.ts";

export interface PageContent {
  readonly language: Language;
  readonly masked: boolean;
  readonly summary: RunSummary;
  readonly agreements: AgreementCounts;
  readonly duplicates: readonly DuplicateRow[];
  /** The first of them. */
  readonly rejected: readonly RejectedRow[];
  /** Files of the run folder that hold more cases than fit here. */
  readonly caseFiles: readonly string[];
}

/** The page up to where the cases stand, and from there on. `listed`: how many cases will stand there. */
export function frame(
  content: PageContent,
  listed: number,
): { readonly before: string; readonly after: string } {
  const { language, summary } = content;
  const text = (name: LabelName): string => HTML_LABELS[name][language];
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    `script-src '${hashOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const notes = pleaseNote(summary, language);
  const before = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy.join("; "))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text("title")}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#cases">${text("skip")}</a>
<header>
<h1>${text("title")}</h1>
${origin(content)}
${headline(summary, language)}
${contents(notes !== null, language)}
</header>
<main>
${notes}
${funnel(summary, language)}
<div class="pair">${actions(summary, language)}${verdicts(summary, language)}</div>
${codes(summary, language)}
${units(summary, language)}
${sources(summary, language)}
${fields(summary, content.agreements, language)}
${duplicates(summary, content.duplicates, language)}
${rejected(summary, content.rejected, language)}
<section id="cases" aria-labelledby="h-cases"><h2 id="h-cases">${text("cases")}</h2>
${listNote(content, listed)}
${filters(summary.options.identifier, language)}
${nobodyFits(content, listed)}
<ul class="cases" id="list">
`;
  const after = html`</ul>
</section>
${about(summary, content.masked, language)}
</main>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`;
  return { before: before.text, after: after.text };
}

/** Which state of which files the page shows, and whether it shows all of it. */
function origin({ summary, masked, language }: PageContent): Html {
  const files = summary.inputs.filter(({ role }) => role === ROSTER).map(({ path }) => fileLabel(path));
  const sentence = HTML_SENTENCES.madeFrom[language]({
    date: longDate(summary.as_of, language),
    files: files.join(", "),
  });
  const note = masked
    ? html` · <b>${HTML_IDENTIFIER_WORDS[summary.options.identifier].maskedHere[language]}</b>`
    : null;
  return html`<p class="origin">${sentence}${note}</p>`;
}

function hashOf(inline: string): string {
  return `sha256-${createHash("sha256").update(inline).digest("base64")}`;
}

const LINKED_SECTIONS = [
  "cases",
  "actions",
  "codes",
  "units",
  "sources",
  "duplicates",
  "rejected",
  "about",
] as const satisfies readonly LabelName[];

function contents(hasNotes: boolean, language: Language): Html {
  const sections = hasNotes ? (["notices", ...LINKED_SECTIONS] as const) : LINKED_SECTIONS;
  const links = sections.map((id) => html`<li><a href="#${id}">${HTML_LABELS[id][language]}</a>`);
  return html`<nav aria-label="${HTML_LABELS.contents[language]}"><ul>${links}</ul></nav>`;
}

function listNote(content: PageContent, listed: number): Html {
  const { summary, language } = content;
  const total = formatCount(summary.cases.total, language);
  const marks = html`<mark>${HTML_LABELS.marked[language]}</mark> ${HTML_NOTES.marks[language]}`;
  if (listed === summary.cases.total) {
    return html`<p class="note">${HTML_SENTENCES.allListed[language]({ total })} ${marks}</p>`;
  }
  const sentence = HTML_SENTENCES.someListed[language]({ listed: formatCount(listed, language), total });
  return html`<p class="note">${sentence} ${caseFileLinks(content)}. ${marks}</p>`;
}

/** Shown by the script, without which they do nothing. */
function filters(identifier: IdentifierKind, language: Language): Html {
  const text = (name: LabelName): string => HTML_LABELS[name][language];
  const choice = (id: string, label: LabelName): Html =>
    html`<label>${text(label)}<select id="${id}"><option value="">${text("all")}</option></select></label>`;
  const orders = [
    { value: "pressing", label: text("sortPressing") },
    { value: "name", label: text("sortName") },
    { value: "unit", label: text("sortUnit") },
    { value: "row", label: text("sortRow") },
  ].map(({ value, label }) => html`<option value="${value}">${label}</option>`);
  return html`<div class="filters" id="filters" role="search" hidden>
<label class="wide">${HTML_IDENTIFIER_WORDS[identifier].search[language]}<input id="f-search" type="search" autocomplete="off" spellcheck="false"></label>
${choice("f-unit", "unit")}
${choice("f-action", "action")}
${choice("f-code", "finding")}
<label>${text("sort")}<select id="f-sort">${orders}</select></label>
<div class="tools"><p id="status" role="status" data-sentence="${HTML_NOTES.shown[language]}" data-group="${formatCount(1000, language).charAt(1)}"></p>
<button type="button" id="reset">${text("reset")}</button>
<button type="button" id="open">${text("openAll")}</button>
<button type="button" id="close">${text("closeAll")}</button>
<button type="button" id="print">${text("print")}</button></div>
</div>`;
}

/** Shown in place of the list. Where the page has not got everybody it cannot tell that nobody is called so. */
function nobodyFits(content: PageContent, listed: number): Html {
  const { language } = content;
  const { total } = content.summary.cases;
  const counts = { listed: formatCount(listed, language), total: formatCount(total, language) };
  const links = caseFileLinks(content);
  const others = links.length === 0 ? null : html` ${HTML_NOTES.restIn[language]} ${links}.`;
  const only = listed === total ? null : html` ${HTML_SENTENCES.onlyListed[language](counts)}${others}`;
  return html`<p id="nobody" hidden>${HTML_LABELS.noneMatch[language]}${only}</p>`;
}

/** The files that have the cases which this page has not, each with what it has. */
function caseFileLinks({ caseFiles, language }: PageContent): readonly Html[] {
  return caseFiles.map((file, at) => {
    const whose = file === WORKBOOK_FILE ? HTML_NOTES.needingAction : HTML_NOTES.everybody;
    return html`${at === 0 ? "" : ", "}<a href="${file}">${file}</a> ${whose[language]}`;
  });
}
