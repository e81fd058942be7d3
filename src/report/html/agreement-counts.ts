/** How the fields of the people found in each source agree with the roster: counts, and nothing else, per case. */
import { type Agreement, FIELDS, type Field } from "../../field/level.ts";
import type { Case } from "../../finding/case.ts";
import type { PlainAgreement } from "../../finding/cases.ts";
import { levelEntry, type PackedLevels } from "../../match/levels.ts";

/** Agreements told apart; `same` takes in `equivalent`, which is a difference of writing only. */
export const SHOWN_AGREEMENTS = ["same", "near", "different", "damaged", "missing"] as const;
type ShownAgreement = (typeof SHOWN_AGREEMENTS)[number];

type Agreements = Record<ShownAgreement, number>;

export class AgreementCounts {
  private readonly sources = new Map<string, Record<Field, Agreements>>();

  add(judged: Case): void {
    for (const { name, link } of judged.evidence.sources) if (link !== null) this.count(name, link.levels);
  }

  agree({ judgement, cases }: PlainAgreement): void {
    const { sources } = cases.reconciled;
    for (const [i, levels] of judgement.levels.entries()) {
      if (levels !== null) this.count(sources[i]!.plan.name, levels);
    }
  }

  /** Counts over the people linked to a source; zeros where nobody was. */
  of(source: string): Readonly<Record<Field, Agreements>> {
    let counts = this.sources.get(source);
    if (counts === undefined) {
      counts = Object.fromEntries(FIELDS.map((field) => [field, zeros()])) as Record<Field, Agreements>;
      this.sources.set(source, counts);
    }
    return counts;
  }

  private count(source: string, levels: PackedLevels): void {
    const counts = this.of(source);
    for (const field of FIELDS) counts[field][shownAgreement(levelEntry(levels, field).agreement)]++;
  }
}

function zeros(): Agreements {
  return { same: 0, near: 0, different: 0, damaged: 0, missing: 0 };
}

function shownAgreement(agreement: Agreement): ShownAgreement {
  return agreement === "equivalent" ? "same" : agreement;
}
