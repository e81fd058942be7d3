/** What came out of the run: how many of how many, what is to be done, what was found, in which agency. */
import type { Language } from "../../config/plan.ts";
import { FIELDS } from "../../field/level.ts";
import { ACTIONS, FINDING_CODES, type FindingCode, VERDICTS } from "../../finding/codes.ts";
import { ROSTER } from "../../finding/findings.ts";
import { FIELD_LABELS } from "../../words/comparison.ts";
import { FINDING_WORDS } from "../../words/finding.ts";
import { HTML_LABELS, HTML_NOTES, HTML_SENTENCES } from "../../words/html.ts";
import { ACTION_LABELS, ACTION_MEANINGS, SEVERITY_LABELS, VERDICT_LABELS } from "../../words/judgement.ts";
import { formatCount } from "../../words/number.ts";
import { capitalized } from "../../words/writing.ts";
import type { RowBalance, RunSummary } from "../summary.ts";
import { unitLabel } from "./case-item.ts";
import { bar } from "./charts.ts";
import { countCell, filterLink, othersIn, section, swatch, tableHead, tally } from "./parts.ts";
import { type Html, html } from "./template.ts";

/** Agencies shown; summary.json has them all. */
const UNITS_SHOWN = 100;

export function headline({ cases, inputs }: RunSummary, language: Language): Html {
  const total = formatCount(cases.total, language);
  if (cases.need_action === 0) {
    const { rejected } = rowsOfRoster(inputs);
    const subline =
      rejected === 0
        ? HTML_NOTES.nothingToDo[language]
        : HTML_SENTENCES.unchecked[language](formatCount(rejected, language));
    return html`<p class="headline">${HTML_SENTENCES.allFine[language](total)}</p><p class="subline">${subline}</p>`;
  }
  const needAction = formatCount(cases.need_action, language);
  const subline = HTML_SENTENCES.subline[language]({
    interview: formatCount(cases.by_action.interview, language),
    desk: formatCount(cases.by_action.fix_roster, language),
  });
  return html`<p class="headline">${HTML_SENTENCES.headline[language]({ needAction, total })}</p><p class="subline">${subline}</p>`;
}

/** What became of the rows of all roster files. */
function rowsOfRoster(inputs: RunSummary["inputs"]): Omit<RowBalance, "used"> {
  const rows = { read: 0, layout: 0, rejected: 0 };
  for (const { role, rows: balance } of inputs) {
    if (role !== ROSTER) continue;
    rows.read += balance.read;
    rows.layout += balance.layout;
    rows.rejected += balance.rejected;
  }
  return rows;
}

/** From all rows of the roster to those who must come; after each step, where the others went. */
export function funnel({ cases, inputs }: RunSummary, language: Language): Html {
  const rows = rowsOfRoster(inputs);
  const count = (value: number): string => formatCount(value, language);
  const { interview } = cases.by_action;
  const steps: readonly { value: number; label: string; tone: string; left?: string }[] = [
    {
      value: rows.read,
      tone: "t3",
      label: HTML_NOTES.rowsRead[language],
      left: HTML_SENTENCES.rowsLeft[language]({ layout: count(rows.layout), rejected: count(rows.rejected) }),
    },
    {
      value: cases.total,
      tone: "t3",
      label: HTML_NOTES.peopleChecked[language],
      left: HTML_SENTENCES.peopleFine[language](count(cases.total - cases.need_action)),
    },
    {
      value: cases.need_action,
      tone: "t2",
      label: HTML_NOTES.peopleNeedAction[language],
      left: HTML_SENTENCES.settledWithout[language](count(cases.need_action - interview)),
    },
    { value: interview, tone: "t1", label: HTML_NOTES.mustCome[language] },
  ];
  const items = steps.map(
    ({ value, label, tone, left }) =>
      html`<li><span><b>${count(value)}</b> ${label}</span>${bar([{ value, tone }], rows.read)}${left === undefined ? null : html`<span class="left">${left}</span>`}
`,
  );
  const longest = Math.max(...steps.map(({ value }) => count(value).length));
  return section("funnel", language, html`<ol class="funnel w${longest}">${items}</ol>`);
}

export function actions({ cases }: RunSummary, language: Language): Html {
  const rows = ACTIONS.map((action) => ({
    label: html`${filterLink("action", action, ACTION_LABELS[action][language])} <small>${ACTION_MEANINGS[action][language]}</small>`,
    count: cases.by_action[action],
    tone: action === "none" ? "t3" : "t1",
  }));
  return section("actions", language, tally("action", rows, cases.total, language));
}

export function verdicts({ cases }: RunSummary, language: Language): Html {
  const rows = VERDICTS.map((verdict) => ({
    label: html`${VERDICT_LABELS[verdict][language]}`,
    count: cases.by_verdict[verdict],
    tone: verdict === "match" ? "t3" : "t1",
  }));
  return section("verdicts", language, tally("verdict", rows, cases.total, language));
}

/** What was found, by field; the bars are measured by the most frequent finding. */
export function codes({ cases, options }: RunSummary, language: Language): Html {
  const found = (Object.entries(cases.by_code) as [FindingCode, number][]).filter(([, count]) => count > 0);
  // sorting is stable: codes found equally often stay in the order of the contract
  found.sort(([, one], [, other]) => other - one);
  const most = found[0]?.[1] ?? 0;
  const groups = ([...FIELDS, "record"] as const).map((field) => {
    const rows = found.flatMap(([code, count]) => {
      const entry = FINDING_CODES[code];
      if (entry.field !== field) return [];
      const isHint = entry.severity === "hint";
      const label = filterLink("code", code, FINDING_WORDS[options.identifier][code].label[language]);
      const tag = isHint ? html` <small>${SEVERITY_LABELS.hint[language]}</small>` : null;
      const segments = [{ value: count, tone: isHint ? "t3" : "t1" }];
      return [
        html`<tr><th>${label}${tag}${countCell(count, language)}<td class="b">${bar(segments, most)}
`,
      ];
    });
    if (rows.length === 0) return null;
    const heads = html`<thead><tr><th>${capitalized(FIELD_LABELS[options.identifier][field][language])}<th class="n">${HTML_LABELS.people[language]}<td class="b">`;
    return html`<table class="tally">${heads}<tbody>${rows}</table>`;
  });
  return section(
    "codes",
    language,
    found.length === 0
      ? html`<p>${HTML_NOTES.nothingFound[language]}</p>`
      : html`<p class="note">${HTML_NOTES.codesNote[language]}</p><div class="packed">${groups}</div>`,
  );
}

export function units({ cases }: RunSummary, language: Language): Html {
  const largest = cases.by_unit.reduce((most, unit) => Math.max(most, unit.cases), 0);
  const rows = cases.by_unit.slice(0, UNITS_SHOWN).map((unit) => {
    const label = unitLabel(unit.unit, language);
    const { interview } = unit.by_action;
    const segments = [
      { value: interview, tone: "t1" },
      { value: unit.need_action - interview, tone: "t2" },
      { value: unit.cases - unit.need_action, tone: "t3" },
    ];
    const counts = [unit.cases, unit.need_action, interview].map((count) => countCell(count, language));
    return html`<tr><th>${filterLink("unit", label, label)}${counts}<td class="b">${bar(segments, largest)}
`;
  });
  const legend = [
    { tone: "t1", label: ACTION_LABELS.interview[language] },
    { tone: "t2", label: HTML_LABELS.otherActions[language] },
    { tone: "t3", label: ACTION_LABELS.none[language] },
  ].map(({ tone, label }) => html`<span>${swatch(tone)} ${label}</span> `);
  const heads = tableHead(
    [
      { label: "unit" },
      { label: "people", numbers: true },
      { label: "needAction", numbers: true },
      { label: "calledIn", numbers: true },
    ],
    language,
  );
  return section(
    "units",
    language,
    html`<p class="legend">${legend}</p><table class="tally">${heads}<td class="b"><tbody>${rows}</table>${othersIn("summary.json", cases.by_unit.length - UNITS_SHOWN, language)}`,
  );
}
