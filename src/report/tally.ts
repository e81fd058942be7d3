/** Counts over the cases of a run, as they pass by: the figures of summary.json. */

import type { Case } from "../finding/case.ts";
import { PlainAgreement } from "../finding/cases.ts";
import { ACTIONS, type Action, FINDING_CODES, type FindingCode, VERDICTS } from "../finding/codes.ts";
import { codesOf } from "../finding/findings.ts";
import { byCodeUnits } from "../text/order.ts";
import type { RunSummary, UnitSummary } from "./summary.ts";

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

const CODES = Object.keys(FINDING_CODES) as FindingCode[];

export class Tally {
  private readonly verdicts = zeros(VERDICTS);
  private readonly actions = zeros(ACTIONS);
  private readonly codes = zeros(CODES);
  private readonly units = new Map<string, Record<Action, number>>();
  private total = 0;
  private nikUnchecked = 0;

  add(judged: Case | PlainAgreement): void {
    if (judged instanceof PlainAgreement) {
      const { judgement, nikHints, index, cases } = judged;
      this.addTo(cases.reconciled.roster.people.unit(index), judgement);
      for (const hint of nikHints) this.codes[hint]++;
      for (const code of judgement.absentCodes) this.codes[code]++;
    } else {
      this.addTo(judged.evidence.roster.unit, judged);
      if (judged.findings.length > 0) for (const code of codesOf(judged.findings)) this.codes[code]++;
    }
  }

  /** Adds what was counted over other cases. */
  addCounts(counts: RunSummary["cases"]): void {
    this.total += counts.total;
    this.nikUnchecked += counts.nik_unchecked ?? 0;
    for (const verdict of VERDICTS) this.verdicts[verdict] += counts.by_verdict[verdict];
    for (const action of ACTIONS) this.actions[action] += counts.by_action[action];
    for (const code of CODES) this.codes[code] += counts.by_code[code];
    for (const { unit, by_action } of counts.by_unit) {
      const actions = this.actionsOf(unit);
      for (const action of ACTIONS) actions[action] += by_action[action];
    }
  }

  private addTo(unit: string, { verdict, action, rule }: Pick<Case, "verdict" | "action" | "rule">): void {
    this.total++;
    if (rule === "nik_unchecked") this.nikUnchecked++;
    this.verdicts[verdict]++;
    this.actions[action]++;
    this.actionsOf(unit)[action]++;
  }

  private actionsOf(unit: string): Record<Action, number> {
    let actions = this.units.get(unit);
    if (actions === undefined) {
      actions = zeros(ACTIONS);
      this.units.set(unit, actions);
    }
    return actions;
  }

  counts(): RunSummary["cases"] {
    return {
      total: this.total,
      need_action: this.total - this.actions.none,
      by_verdict: this.verdicts,
      by_action: this.actions,
      ...(this.nikUnchecked > 0 ? { nik_unchecked: this.nikUnchecked } : {}),
      by_code: this.codes,
      by_unit: this.unitCounts(),
    };
  }

  /** Most cases needing action first, then by name. */
  private unitCounts(): UnitSummary[] {
    const counts = [...this.units].map(([unit, byAction]) => {
      const cases = ACTIONS.reduce((sum, action) => sum + byAction[action], 0);
      return { unit, cases, need_action: cases - byAction.none, by_action: byAction };
    });
    return counts.sort((a, b) => b.need_action - a.need_action || byCodeUnits(a.unit, b.unit));
  }
}
