/** Puts the lines of cases together for the tables, and counts the cases: for any part of a run, on any thread. */
import type { Language } from "../config/plan.ts";
import type { Cases } from "../finding/cases.ts";
import { addCase } from "./case-report.ts";
import { CaseTables } from "./case-tables.ts";
import { CsvLines } from "./csv-lines.ts";
import { CASE_TABLE_NAMES, type TableLines } from "./tables.ts";
import { Tally } from "./tally.ts";

/** Room for each table at first: it grows with the first parts, and is used again for the others. */
const FIRST_BYTES = 1 << 16;

export class CaseRenderer {
  readonly tally = new Tally();
  private readonly cases: Cases;
  private readonly tables: CaseTables;

  constructor(cases: Cases, language: Language) {
    this.cases = cases;
    const lines = (): CsvLines => new CsvLines(FIRST_BYTES);
    const { identifiers } = cases.reconciled.roster;
    this.tables = new CaseTables(
      { language, identifier: identifiers.kind },
      {
        cases: lines(),
        findings: lines(),
        links: lines(),
        candidates: lines(),
      },
    );
  }

  /** The lines of the cases in `[from, to)`. */
  render(from: number, to: number): TableLines {
    const { cases, tables, tally } = this;
    const { lines } = tables;
    for (let index = from; index < to; index++) {
      const judged = cases.of(index);
      tally.add(judged);
      addCase(tables, judged);
    }
    return {
      cases: lines.cases.take(),
      findings: lines.findings.take(),
      links: lines.links.take(),
      candidates: lines.candidates.take(),
    };
  }

  /** Gives bytes back that are needed no more, to be written over. */
  giveBack(written: TableLines): void {
    for (const name of CASE_TABLE_NAMES) this.tables.lines[name].giveBack(written[name]);
  }
}
