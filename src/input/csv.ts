/**
 * A CSV or TSV file as a source of rows: bytes → UTF-8 → whole records, one batch at a time. Records that are no more
 * than a line are handed on as they are; others are split into cells here.
 */
import { type FileFacts, newHash, readChunks } from "./bytes.ts";
import { innerCells, splitCells } from "./csv-cells.ts";
import { cutRecords, type Dialect, type Run } from "./csv-records.ts";
import { type DelimiterChoice, detectDelimiter } from "./delimiter.ts";
import { detectEncoding, type Encoding, mendLines, utf8Stream } from "./encoding.ts";
import { endsLine } from "./line-ends.ts";
import {
  type Cells,
  type Damage,
  type FileEnd,
  HEAD_ROWS,
  type PlainLines,
  type RowSource,
  type SplitRows,
  type UnreadBatch,
} from "./rows.ts";

/** A longer record is no person's row; its end is dropped so that memory stays bounded. Bytes. */
const LONGEST_RECORD = 1 << 20;

const EMPTY = Buffer.alloc(0);

export function csvSource(file: FileFacts, role: string, chunkBytes: number): RowSource {
  const encoding = detectEncoding(file.head);
  const isWhole = file.head.length === file.size;
  const stream = utf8Stream(encoding);
  const bytes = Buffer.concat([stream.push(file.head), isWhole ? stream.end() : EMPTY]);
  const dialect = detectDelimiter(mendLines(bytes).bytes, isWhole);
  const head = headRows(bytes, isWhole, dialect);
  return {
    format: "csv",
    encoding,
    delimiter: dialect.inner || dialect.delimiter,
    size: file.size,
    is1904: false,
    head,
    isHeadWhole: isWhole && head.length < HEAD_ROWS,
    batches: () => batches(file.path, role, chunkBytes, encoding, dialect),
  };
}

function headRows(bytes: Buffer, isWhole: boolean, dialect: DelimiterChoice): Cells[] {
  const { runs, end } = cutRecords(bytes, isWhole, dialect);
  // A head without a single line end is one record cut off: better than nothing to look at.
  const whole =
    end > 0 ? runs : [{ start: 0, end: bytes.length, quotes: false, simple: true, damaged: false }];
  const rows: Cells[] = [];
  for (const run of whole) {
    if (rows.length >= HEAD_ROWS) break;
    rows.push(...splitRun(bytes, run, dialect, HEAD_ROWS - rows.length).rows);
  }
  return rows;
}

function splitRun(
  bytes: Buffer,
  run: Run,
  { delimiter, inner }: Pick<DelimiterChoice, "delimiter" | "inner">,
  most?: number,
): { rows: Cells[]; mended: number } {
  const utf8 = mendLines(bytes.subarray(run.start, run.end));
  const rows = splitCells(utf8.bytes, delimiter, run.quotes, most);
  return {
    rows: inner === "" ? rows : rows.map((cells) => innerCells(cells, inner)),
    mended: utf8.mended,
  };
}

/** One line split by another delimiter than its file's; null where it is not one sound record under that. */
export function splitLine(text: string, delimiter: string): Cells | null {
  const bytes = Buffer.from(text);
  const dialect: Dialect = { delimiter, width: 0 };
  const { runs } = cutRecords(bytes, true, dialect);
  const run = runs[0];
  if (runs.length !== 1 || run === undefined || run.damaged) return null;
  const { rows } = splitRun(bytes, run, { delimiter, inner: "" });
  return rows.length === 1 ? rows[0]! : null;
}

function partOf(
  bytes: Buffer,
  run: Run,
  damage: Damage | null,
  dialect: DelimiterChoice,
): { part: SplitRows | PlainLines; mended: number } {
  // what is read from the bytes of a line has its cells side by side
  if (!run.simple || dialect.inner !== "") {
    const { rows, mended } = splitRun(bytes, run, dialect);
    return { part: { rows, damage }, mended };
  }
  const utf8 = mendLines(bytes.subarray(run.start, run.end));
  const part = { lines: utf8.bytes, quotes: run.quotes, delimiter: dialect.delimiter, damage };
  return { part, mended: utf8.mended };
}

async function* batches(
  path: string,
  role: string,
  chunkBytes: number,
  encoding: Encoding,
  dialect: DelimiterChoice,
): AsyncGenerator<UnreadBatch, FileEnd> {
  const hash = newHash();
  const stream = utf8Stream(encoding);
  const joined = new Joined();
  let pending: Buffer = EMPTY;
  let isDropping = false;
  let bytesRead = 0;
  let mendedLines = 0;

  function take(fresh: Buffer, atEnd: boolean): UnreadBatch | null {
    let rest = fresh;
    const wasDropping = isDropping;
    if (isDropping) {
      const lineEnd = fresh.findIndex(endsLine);
      if (lineEnd === -1 && !atEnd) return null;
      rest = lineEnd === -1 ? EMPTY : fresh.subarray(lineEnd);
      isDropping = false;
    }
    const bytes = pending.length === 0 ? rest : joined.of(pending, rest);
    const { runs, end } = cutRecords(bytes, atEnd, dialect);
    pending = bytes.subarray(end);
    if (pending.length > LONGEST_RECORD) {
      // it waits for the end of the record, however many chunks are written over until then
      pending = Buffer.from(pending.subarray(0, LONGEST_RECORD));
      isDropping = true;
    }
    if (end === 0) return null;
    const parts = runs.map((run, i) => {
      const damage = run.damaged ? "open_quote" : wasDropping && i === 0 ? "overlong" : null;
      const { part, mended } = partOf(bytes, run, damage, dialect);
      mendedLines += mended;
      return part;
    });
    return { parts, bytes: bytesRead };
  }

  for await (const chunk of readChunks(path, role, chunkBytes, hash)) {
    bytesRead += chunk.length;
    const batch = take(stream.push(chunk), false);
    if (batch !== null) yield batch;
  }
  const last = take(stream.end(), true);
  if (last !== null) yield last;
  return { sha256: hash.digest("hex"), mendedLines };
}

/** What is left of one chunk and the next as one, in the same memory each time: it holds until the next are joined. */
class Joined {
  private bytes: Buffer = EMPTY;

  /** @param left of a chunk, or of what was joined before */
  of(left: Buffer, next: Buffer): Buffer {
    const length = left.length + next.length;
    const to = length <= this.bytes.length ? this.bytes : Buffer.allocUnsafeSlow(2 * length);
    left.copy(to);
    next.copy(to, left.length);
    this.bytes = to;
    return to.subarray(0, length);
  }
}
