/** Counts over the cases of a run, as they pass by: the figures of summary.json. */

import type { RememberedJudgement } from "../finding/agreements.ts";
import type { Case } from "../finding/case.ts";
import { PlainAgreement } from "../finding/cases.ts";
import { ACTIONS, type Action, FINDING_CODES, type FindingCode, VERDICTS } from "../finding/codes.ts";
import { codesOf } from "../finding/findings.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { byCodeUnits } from "../text/order.ts";
import type { RunSummary, UnitSummary } from "./summary.ts";

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

/** How many people one judgement was passed on, by number of their unit. */
interface Agreed {
  readonly judgement: RememberedJudgement;
  readonly units: Dictionary;
  readonly counts: number[];
}

const CODES = Object.keys(FINDING_CODES) as FindingCode[];

export class Tally {
  private readonly verdicts = zeros(VERDICTS);
  private readonly actions = zeros(ACTIONS);
  private readonly codes = zeros(CODES);
  private readonly units = new Map<string, Record<Action, number>>();
  /** What is remembered of most people, by number of the judgement: counted with the others when somebody asks. */
  private agreed: Agreed[] = [];
  private total = 0;
  private nikUnchecked = 0;

  add(judged: Case | PlainAgreement): void {
    if (judged instanceof PlainAgreement) {
      this.addAgreement(judged);
    } else {
      this.addTo(judged.evidence.roster.unit, judged, 1);
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

  private addAgreement({ judgement, nikHints, index, cases }: PlainAgreement): void {
    const { people } = cases.reconciled.roster;
    let agreed = this.agreed[judgement.number];
    if (agreed === undefined) {
      agreed = { judgement, units: people.units, counts: [] };
      this.agreed[judgement.number] = agreed;
    }
    const unit = people.unitNumber(index);
    agreed.counts[unit] = (agreed.counts[unit] ?? 0) + 1;
    for (const hint of nikHints) this.codes[hint]++;
  }

  private countAgreed(): void {
    this.agreed.forEach(({ judgement, units, counts }) => {
      counts.forEach((times, unit) => {
        this.addTo(units.text(unit), judgement, times);
        for (const code of judgement.absentCodes) this.codes[code] += times;
      });
    });
    this.agreed = [];
  }

  private addTo(
    unit: string,
    { verdict, action, rule }: Pick<Case, "verdict" | "action" | "rule">,
    times: number,
  ): void {
    this.total += times;
    if (rule === "nik_unchecked") this.nikUnchecked += times;
    this.verdicts[verdict] += times;
    this.actions[action] += times;
    this.actionsOf(unit)[action] += times;
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
    this.countAgreed();
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
