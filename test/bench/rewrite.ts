/** Reads and rewrites the generator's files row by row, in memory that does not grow with them. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { LineWriter } from "../quality/generator/write.ts";

/** Copies a file of plain cells with every row changed in place: `change` gets the row's number, 0 for the heading. */
export async function rewriteAll(
  from: string,
  to: string,
  delimiter: string,
  endOfLine: string,
  change: (cells: string[], row: number) => void,
): Promise<void> {
  const writer = await LineWriter.create(to, endOfLine);
  let row = 0;
  for await (const cells of linesOf(from, delimiter)) {
    change(cells, row++);
    if (writer.add(cells.join(delimiter))) await writer.flush();
  }
  await writer.close();
}

/** The same with the heading as it is. */
export function rewrite(
  from: string,
  to: string,
  delimiter: string,
  endOfLine: string,
  change: (cells: string[]) => void,
): Promise<void> {
  return rewriteAll(from, to, delimiter, endOfLine, (cells, row) => {
    if (row > 0) change(cells);
  });
}

/** Rows without the heading. */
export async function* rowsOf(file: string, delimiter: string): AsyncGenerator<string[]> {
  const lines = linesOf(file, delimiter);
  await lines.next();
  yield* lines;
}

/** @throws Error where a cell is quoted: these files are the generator's, which has none in them */
async function* linesOf(file: string, delimiter: string): AsyncGenerator<string[]> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.includes('"')) throw new Error(`${file} has quoted cells`);
    yield line.split(delimiter);
  }
}
