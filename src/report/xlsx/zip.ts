/**
 * A ZIP archive written part by part to a file, each part deflated block by block, so that a part of any length
 * costs one block of memory. Carries no clock: the same parts give the same bytes. Writes no archive over 4 GiB
 * (numbers that do not fit throw) and no folder entries.
 *
 * Format: APPNOTE.TXT of PKWARE, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
 */
import { type FileHandle, open } from "node:fs/promises";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { FILE_MODE } from "../run-folder.ts";

interface Part {
  readonly name: Buffer;
  readonly offset: number;
  checksum: number;
  packed: number;
  size: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
/** Deflate is all a reader must know. */
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, where the calendar of ZIP begins. */
const NO_DATE = 0x0021;

/** Characters of a block: large enough to be packed well, small enough to be held many times over. */
const BLOCK = 1 << 16;
/** Ends a block on a whole byte and leaves the stream open: such blocks in a row are one deflate stream. */
const OPEN = { finishFlush: constants.Z_SYNC_FLUSH } as const;
/** Closes a deflate stream: an empty last block. */
const CLOSING = deflateRawSync(Buffer.alloc(0));

export class ZipFile {
  readonly #handle: FileHandle;
  readonly #parts: Part[] = [];
  #length = 0;
  #part: Part | null = null;
  #waiting = "";

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @throws the system's error when the file cannot be made or is there already */
  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, "wx", FILE_MODE));
  }

  /** Begins a part, which `write` fills; the part before it is closed. */
  async begin(name: string): Promise<void> {
    await this.#endPart();
    this.#part = { name: Buffer.from(name), offset: this.#length, checksum: 0, packed: 0, size: 0 };
    // lengths and checksum are filled in when they are known
    await this.#append(localHeader(this.#part));
  }

  /** Adds text to the part that was begun; resolves when the next can come. */
  write(text: string): void | Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= BLOCK) return this.#flush();
  }

  async close(): Promise<void> {
    await this.#endPart();
    const directory = Buffer.concat(this.#parts.map(directoryEntry));
    const end = Buffer.alloc(END_LENGTH);
    end.writeUInt32LE(END_SIGNATURE, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#length, 16);
    await this.#append(Buffer.concat([directory, end]));
    await this.#handle.close();
  }

  /** Closes without finishing: the file will be thrown away. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const block = Buffer.from(this.#waiting);
    this.#waiting = "";
    const part = this.#part!;
    part.checksum = crc32(block, part.checksum);
    part.size += block.length;
    await this.#appendTo(part, deflateRawSync(block, OPEN));
  }

  async #endPart(): Promise<void> {
    const part = this.#part;
    if (part === null) return;
    if (this.#waiting !== "") await this.#flush();
    await this.#appendTo(part, CLOSING);
    const header = localHeader(part);
    await this.#handle.write(header, 0, header.length, part.offset);
    this.#parts.push(part);
    this.#part = null;
  }

  async #appendTo(part: Part, packed: Buffer): Promise<void> {
    part.packed += packed.length;
    await this.#append(packed);
  }

  async #append(bytes: Buffer): Promise<void> {
    // unlike write, goes on until the system has taken all of it
    await this.#handle.appendFile(bytes);
    this.#length += bytes.length;
  }
}

function localHeader(part: Part): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeFacts(header, 4, part);
  return Buffer.concat([header, part.name]);
}

function directoryEntry(part: Part): Buffer {
  const entry = Buffer.alloc(ENTRY_LENGTH);
  entry.writeUInt32LE(ENTRY_SIGNATURE, 0);
  entry.writeUInt16LE(VERSION, 4);
  writeFacts(entry, 6, part);
  entry.writeUInt32LE(part.offset, 42);
  return Buffer.concat([entry, part.name]);
}

/** What the local header and the directory have in common. */
function writeFacts(target: Buffer, at: number, part: Part): void {
  target.writeUInt16LE(VERSION, at);
  target.writeUInt16LE(DEFLATED, at + 4);
  target.writeUInt16LE(NO_DATE, at + 8);
  target.writeUInt32LE(part.checksum, at + 10);
  target.writeUInt32LE(part.packed, at + 14);
  target.writeUInt32LE(part.size, at + 18);
  target.writeUInt16LE(part.name.length, at + 22);
}
