/** The parts that every section of the page is made of: headings, tables of counts, links, notes on what is left out. */
import type { Language } from "../../config/plan.ts";
import { sourceLabel } from "../../words/comparison.ts";
import { HTML_LABELS, HTML_SENTENCES } from "../../words/html.ts";
import { formatCount, formatShare } from "../../words/number.ts";
import type { Bilingual } from "../../words/sentence.ts";
import { capitalized } from "../../words/writing.ts";
import { bar, type Segment } from "./charts.ts";
import { shown } from "./shown.ts";
import { type Html, html } from "./template.ts";

export type LabelName = keyof typeof HTML_LABELS;

/** A column of a table: its heading, and whether it holds numbers. */
export interface Column {
  readonly label: LabelName | Bilingual;
  readonly numbers?: boolean;
}

export function section(id: LabelName, language: Language, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${HTML_LABELS[id][language]}</h2>
${content}
</section>
`;
}

/** A table that may be wider than a phone: it scrolls by itself, also with the keyboard. */
export function wide(id: LabelName, language: Language, table: Html): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${HTML_LABELS[id][language]}">${table}</div>`;
}

export function tableHead(columns: readonly Column[], language: Language): Html {
  return html`<thead><tr>${columns.map(({ label, numbers }) => {
    const heading = (typeof label === "string" ? HTML_LABELS[label] : label)[language];
    return numbers === true ? html`<th class="n">${heading}` : html`<th>${heading}`;
  })}`;
}

export function countCell(count: number, language: Language): Html {
  return html`<td class="n${count === 0 ? " zero" : ""}">${formatCount(count, language)}`;
}

interface TallyRow {
  readonly label: Html;
  readonly count: number;
  readonly tone: Segment["tone"];
}

/** Counts of people with their share of all and a bar. */
export function tally(first: LabelName, rows: readonly TallyRow[], whole: number, language: Language): Html {
  const body = rows.map(
    ({ label, count, tone }) =>
      html`<tr><th>${label}${countCell(count, language)}<td class="n share">${formatShare(count, whole, language)}<td class="b">${bar([{ value: count, tone }], whole)}
`,
  );
  const heads = tableHead([{ label: first }, { label: "people", numbers: true }], language);
  return html`<table class="tally">${heads}<th class="n share">${HTML_LABELS.share[language]}<td class="b"><tbody>${body}</table>`;
}

/** A label that leads to the cases it counts: to the list, where the script also sets the filter. */
export function filterLink(filter: "action" | "code" | "unit", value: string, label: string): Html {
  return html`<a href="#cases" data-filter="${filter}" data-value="${value}">${label}</a>`;
}

export function swatch(tone: Segment["tone"]): Html {
  return html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="${tone}" width="10" height="10"/></svg>`;
}

/** Where to find what a long list leaves out; nothing when it leaves out nothing. */
export function othersIn(file: string, left: number, language: Language): Html | null {
  if (left <= 0) return null;
  return html`<p class="note">${HTML_SENTENCES.othersIn[language](formatCount(left, language))} <a href="${file}">${file}</a>.</p>`;
}

export function sourceName(name: string, language: Language): string {
  return capitalized(shown(sourceLabel(name, language)));
}
