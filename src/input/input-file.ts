/**
 * One file of a plan: opened and understood, then streamed once while its rows are counted. Every row read is used,
 * rejected or layout; the balance is what summary.json shows.
 */
import type { InputPlan, Plan, SourceKind } from "../config/plan.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { type Problem, Trouble } from "../trouble.ts";
import type { PeopleBatch, Rejection } from "./judged-rows.ts";
import type { People } from "./people.ts";
import type { RowContext } from "./record.ts";
import { abandon } from "./rows.ts";
import { openTable, type Table } from "./table.ts";

export class InputFile {
  /** `roster` or the source's name. */
  readonly role: string;
  readonly path: string;
  readonly table: Table;
  /** What must be known to understand one of its rows. */
  readonly context: RowContext;
  readonly balance = { read: 0, used: 0, rejected: 0, layout: 0 };
  /** Of the bytes; known when the file has been read. */
  sha256 = "";

  constructor(role: string, path: string, table: Table, context: RowContext) {
    this.role = role;
    this.path = path;
    this.table = table;
    this.context = context;
  }

  /** False where an empty identifier is no gap: there is no column for it. */
  get hasIdentifierColumn(): boolean {
    return this.table.understanding.columns.some(({ field }) => field === "nik");
  }

  /** False where an empty name is no gap: there is no column for it. */
  get hasNameColumn(): boolean {
    return this.table.understanding.columns.some(({ field }) => field === "name");
  }

  /** False where an empty birth date is no gap: there is no column for it. */
  get hasBirthDateColumn(): boolean {
    const { columns } = this.table.understanding;
    return columns.some(({ field }) => field === "birth_date" || field === "birth_place_and_date");
  }

  /**
   * Adds the rows in file order to a store; stops between two batches when the signal says so.
   * @param number of the file among those of the store
   * @throws Trouble file_no_people, file_no_rows when no row of the whole file was used
   */
  async *batches(signal: AbortSignal, people: People, number: number): AsyncGenerator<PeopleBatch> {
    const batches = this.table.batches(people, number, this.context);
    let firstRejected: Rejection | null = null;
    try {
      for (;;) {
        signal.throwIfAborted();
        const next = await batches.next();
        if (next.done === true) {
          this.sha256 = next.value.sha256;
          const problem = nobodyIn(this.path, this.role, this.balance.used, firstRejected);
          if (problem !== null) throw new Trouble(problem);
          return;
        }
        const batch = next.value;
        this.balance.read += batch.read;
        this.balance.used += batch.added;
        this.balance.rejected += batch.rejected.length;
        this.balance.layout += batch.layout;
        firstRejected ??= batch.rejected[0] ?? null;
        yield batch;
      }
    } finally {
      await abandon(batches);
    }
  }
}

/**
 * Why a file that was read to its end is no use, null where one of its rows was used. A list of nobody would call
 * nobody in, or miss everybody, and look like a list that was checked.
 */
export function nobodyIn(
  file: string,
  role: string,
  used: number,
  firstRejected: Pick<Rejection, "row" | "reason"> | null,
): Problem | null {
  if (used > 0) return null;
  if (firstRejected === null) return { code: "file_no_rows", facts: { file, role } };
  const { row, reason } = firstRejected;
  return { code: "file_no_people", facts: { file, role, row, reason } };
}

/** Problems of a table, which knows what kind of input it is, told by the name that people gave it. */
export function asNamed(role: string, problems: readonly Problem[]): Problem[] {
  return problems.map(({ code, facts }) => ({ code, facts: { ...facts, role } }));
}

export interface Inputs {
  readonly roster: readonly InputFile[];
  /** In the order of the plan's sources. */
  readonly sources: readonly (readonly InputFile[])[];
}

/**
 * Opens every file of a plan before any work begins.
 * @throws Trouble with every problem of every file at once; the signal's reason when interrupted
 */
export async function openInputs(plan: Plan, signal: AbortSignal): Promise<Inputs> {
  const problems: Problem[] = [];
  const open = async (role: string, kind: "roster" | SourceKind, input: InputPlan): Promise<InputFile[]> => {
    const files: InputFile[] = [];
    for (const path of input.files) {
      signal.throwIfAborted();
      try {
        const { identifier, asOf } = plan;
        const table = await openTable({ path, role: kind, mapping: input.mapping, identifier, asOf });
        const { dateOrder: order, is1904, english, pria, otherLists } = table.understanding;
        const context = {
          field: identifierField(identifier),
          order,
          asOf,
          is1904,
          english,
          pria,
          otherLists,
        };
        files.push(new InputFile(role, path, table, context));
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        problems.push(...asNamed(role, error.problems));
      }
    }
    return files;
  };
  const roster = await open("roster", "roster", plan.roster);
  const sources: InputFile[][] = [];
  for (const source of plan.sources) sources.push(await open(source.name, source.kind, source));
  if (problems.length > 0) throw new Trouble(...problems);
  return { roster, sources };
}
