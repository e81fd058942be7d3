/** Counts over the cases of a run, as they pass by: the figures of summary.json. */

import type { Case } from "../finding/case.ts";
import { ACTIONS, type Action, FINDING_CODES, type FindingCode, VERDICTS } from "../finding/codes.ts";
import type { RunSummary, UnitSummary } from "./summary.ts";

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

export class Tally {
  private readonly verdicts = zeros(VERDICTS);
  private readonly actions = zeros(ACTIONS);
  private readonly codes = zeros(Object.keys(FINDING_CODES) as FindingCode[]);
  private readonly units = new Map<string, Record<Action, number>>();
  private total = 0;

  add(judged: Case): void {
    this.total++;
    this.verdicts[judged.verdict]++;
    this.actions[judged.action]++;
    for (const code of new Set(judged.findings.map((finding) => finding.code))) this.codes[code]++;
    const { unit } = judged.evidence.roster;
    let actions = this.units.get(unit);
    if (actions === undefined) {
      actions = zeros(ACTIONS);
      this.units.set(unit, actions);
    }
    actions[judged.action]++;
  }

  counts(): RunSummary["cases"] {
    return {
      total: this.total,
      need_action: this.total - this.actions.none,
      by_verdict: this.verdicts,
      by_action: this.actions,
      by_code: this.codes,
      by_unit: this.unitCounts(),
    };
  }

  /** Most cases needing action first, then by name in code-unit order, which no locale changes. */
  private unitCounts(): UnitSummary[] {
    const counts = [...this.units].map(([unit, byAction]) => {
      const cases = ACTIONS.reduce((sum, action) => sum + byAction[action], 0);
      return { unit, cases, need_action: cases - byAction.none, by_action: byAction };
    });
    return counts.sort(
      (a, b) => b.need_action - a.need_action || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0),
    );
  }
}
