/** Whole runs on lists that a test made up: written as files, reconciled, and the tables of the run read back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { SILENT } from "../../src/cli/progress.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import type { IdentifierKind } from "../../src/field/identifier.ts";
import { reconcile } from "../../src/reconcile.ts";
import type { RunSummary } from "../../src/report/summary.ts";
import type { Row } from "./town.ts";

const TABLES = ["cases", "findings", "links", "duplicates"] as const;

/** One row of a written table, by column. */
export type Line = Readonly<Record<string, string>>;

export interface Run {
  readonly cases: readonly Line[];
  readonly findings: readonly Line[];
  readonly links: readonly Line[];
  readonly duplicates: readonly Line[];
  readonly summary: RunSummary;
}

/** What a run wrote; tables are taken apart when they are asked for, since most tests ask for one or two. */
class WrittenRun implements Run {
  readonly summary: RunSummary;
  readonly #texts: readonly string[];
  readonly #tables = new Map<string, readonly Line[]>();

  /** @param texts of `TABLES` */
  constructor(texts: readonly string[], summary: RunSummary) {
    this.#texts = texts;
    this.summary = summary;
  }

  get cases(): readonly Line[] {
    return this.#table("cases");
  }

  get findings(): readonly Line[] {
    return this.#table("findings");
  }

  get links(): readonly Line[] {
    return this.#table("links");
  }

  get duplicates(): readonly Line[] {
    return this.#table("duplicates");
  }

  #table(name: (typeof TABLES)[number]): readonly Line[] {
    let lines = this.#tables.get(name);
    if (lines === undefined) {
      lines = parse(this.#texts[TABLES.indexOf(name)]!, { bom: true, columns: true }) as Line[];
      this.#tables.set(name, lines);
    }
    return lines;
  }
}

/** The roster in one file or several, and the sources by name. */
export interface Lists {
  readonly roster: readonly (readonly Row[])[];
  readonly sources: Readonly<Record<string, readonly Row[]>>;
  /** By default a NIK. */
  readonly identifier?: IdentifierKind;
}

const HEADER = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK";

/** First line of data in a file: behind the header. */
export const FIRST_ROW = 2;

/** Dates are written year first: the order of day and month in a file of few rows is not what is tested here. */
function csv(rows: readonly Row[]): string {
  const lines = rows.map(({ nik, name, place, date, sex }) =>
    [nik, `"${name}"`, place, date.split("-").reverse().join("-"), sex].join(","),
  );
  return [HEADER, ...lines, ""].join("\n");
}

/** Reconciles the lists; every file and folder is gone afterwards. File names in the tables are without folder. */
export async function runOn({ roster, sources, identifier = "nik" }: Lists): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-law-"));
  try {
    const write = (name: string, rows: readonly Row[]): string => {
      const file = path.join(folder, `${name}.csv`);
      writeFileSync(file, csv(rows));
      return file;
    };
    const out = path.join(folder, "out");
    const plan = resolvePlan(
      {
        roster: roster.map((rows, i) => write(`daftar-${i}`, rows)),
        source: [],
        ...Object.fromEntries(Object.entries(sources).map(([name, rows]) => [name, [write(name, rows)]])),
        // with few rows and many blanks the contents alone would not tell what a column is
        map: ["roster", ...Object.keys(sources)].map((name) => `${name}.nik=NIK`),
        identifier,
        asOf: "2022-10-31",
        // what is for people says nothing that the tables do not
        formats: "csv",
        out,
      },
      null,
    );
    const { summary } = await reconcile(plan, SILENT, new AbortController().signal);
    const written = (name: string): string =>
      readFileSync(path.join(out, `${name}.csv`), "utf8").replaceAll(folder + path.sep, "");
    return new WrittenRun(TABLES.map(written), summary);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
