/**
 * Bytes of a file, in large chunks, never held whole. Turns what the file system says into Trouble the user can
 * mend. Knows nothing of encodings or rows.
 */
import { createHash, type Hash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { isPattern } from "../config/file-pattern.ts";
import { Trouble, trouble } from "../trouble.ts";

/** Read at a time: enough that system calls do not show, and so little that the rows of a batch are soon garbage. */
export const CHUNK_BYTES = 1 << 18;
/** What the understanding of a file is made from. Fixed, so that it does not depend on the chunk size. */
const HEAD_BYTES = 1 << 20;

/** How a command line names the input of a program. */
const STANDARD_INPUT = "-";

/** What stands in a name for bytes that are no UTF-8: under the name as it is handed over there is no such file. */
const UNREADABLE_LETTER = "\uFFFD";

export interface FileFacts {
  readonly path: string;
  readonly size: number;
  /** The first HEAD_BYTES, or the whole file when it is shorter. */
  readonly head: Buffer;
}

/**
 * Opens, checks and reads the head of a file.
 * @throws Trouble file_missing, file_name_unreadable, file_pattern_unmatched, file_is_directory, file_not_stored,
 *   file_unreadable, file_empty; facts: file, role.
 */
export async function readHead(path: string, role: string): Promise<FileFacts> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw trouble("file_is_directory", { file: path, role });
    if (!facts.isFile()) throw trouble("file_not_stored", { file: path, role });
    if (facts.size === 0) throw trouble("file_empty", { file: path, role });
    const head = Buffer.alloc(Math.min(HEAD_BYTES, facts.size));
    const handle = await open(path, "r");
    try {
      const length = await fill(handle, head);
      return { path, size: facts.size, head: head.subarray(0, length) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileTrouble(error, path, role);
  }
}

export async function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** One is read while one is worked on, and the one before may still be looked at. */
const BUFFERS = 3;

/**
 * Chunks of the file from its start; every byte that leaves here has gone into `hash`. The next chunk is read from the
 * disk while one is worked on. A chunk holds until the next but one is asked for; then its bytes are written over, since
 * a buffer for every chunk of a long file leaves the memory in pieces.
 */
export async function* readChunks(
  path: string,
  role: string,
  chunkBytes: number,
  hash: Hash,
): AsyncGenerator<Buffer, void> {
  try {
    const handle = await open(path, "r");
    // of a small file all in one, and a byte more, which tells that it has ended
    const { size } = await handle.stat();
    const length = Math.min(chunkBytes, size + 1);
    const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(length));
    let turn = 0;
    const readNext = async (): Promise<Buffer> => {
      const buffer = buffers[turn++ % BUFFERS]!;
      return buffer.subarray(0, await fill(handle, buffer));
    };
    let next = readNext();
    try {
      for (;;) {
        const chunk = await next;
        if (chunk.length === 0) return;
        next = readNext();
        hash.update(chunk);
        yield chunk;
      }
    } finally {
      // what was read ahead for nobody may fail unheard
      await next.catch(() => {});
      await handle.close();
    }
  } catch (error) {
    throw fileTrouble(error, path, role);
  }
}

export function newHash(): Hash {
  return createHash("sha256");
}

interface Readable {
  read(buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number }>;
}

/** Reads until the buffer is full or the file ends: a single read may return less than asked for. */
async function fill(handle: Readable, buffer: Buffer): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/** What the file system said, as Trouble; other errors, and Trouble itself, as they are. */
export function fileTrouble(error: unknown, path: string, role: string): unknown {
  if (error instanceof Trouble || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  // what other programs read their input by; a file that is called so comes first
  if (code === "ENOENT" && path === STANDARD_INPUT) return trouble("file_not_stored", { file: path, role });
  if (code === "ENOENT" && path.includes(UNREADABLE_LETTER))
    return trouble("file_name_unreadable", { file: path, role });
  if (code === "ENOENT" || code === "ENOTDIR")
    return trouble(isPattern(path) ? "file_pattern_unmatched" : "file_missing", { file: path, role });
  if (code === "EISDIR") return trouble("file_is_directory", { file: path, role });
  return trouble("file_unreadable", { file: path, role, reason: code });
}
