/**
 * A ZIP archive written part by part to a file, each part deflated block by block, so that a part of any length
 * costs one block of memory. Carries no clock: the same parts give the same bytes. Writes no archive over 4 GiB
 * (numbers that do not fit throw) and no folder entries.
 *
 * Format: APPNOTE.TXT of PKWARE, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
 */
import { appendFileSync, closeSync, openSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { FILE_MODE } from "../run-entries.ts";

/** A part deflated beforehand, for several archives. */
export interface PackedPart {
  readonly bytes: Buffer;
  readonly checksum: number;
  /** Before it was deflated. */
  readonly size: number;
}

interface Part {
  readonly name: Buffer;
  readonly offset: number;
  /** As it waits to be written; its numbers are filled in when they are known. */
  readonly header: Buffer;
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
/** Bytes that are written at once: most archives are smaller, and one call to the system writes them. */
const MOST_WAITING = 1 << 15;
/** Ends a block on a whole byte and leaves the stream open: such blocks in a row are one deflate stream. */
const OPEN = { finishFlush: constants.Z_SYNC_FLUSH } as const;
/** Closes a deflate stream: an empty last block. */
const CLOSING = deflateRawSync(Buffer.alloc(0));

/** @param text not longer than a block, or it costs more memory than the rest of the archive */
export function packPart(text: string): PackedPart {
  const block = Buffer.from(text);
  return {
    bytes: deflateRawSync(block, OPEN),
    checksum: crc32(block),
    size: block.length,
  };
}

export class ZipFile {
  readonly #file: number;
  readonly #parts: Part[] = [];
  #part: Part | null = null;
  #text = "";
  /** What is ready to be written, and its length. */
  #waiting: Buffer[] = [];
  #waitingLength = 0;
  /** Of the file, when all that waits is written. */
  #length = 0;

  /** @throws the system's error when the file cannot be made or is there already */
  constructor(path: string) {
    this.#file = openSync(path, "wx", FILE_MODE);
  }

  /** Begins a part, which `write` fills; the part before it is closed. */
  begin(name: string): void {
    this.#endPart();
    const written = Buffer.from(name);
    const header = Buffer.concat([Buffer.alloc(LOCAL_LENGTH), written]);
    this.#part = {
      name: written,
      offset: this.#length,
      header,
      checksum: 0,
      packed: 0,
      size: 0,
    };
    this.#append(header);
  }

  /** Adds text to the part that was begun; resolves when the next can come. */
  write(text: string): void | Promise<void> {
    this.#text += text;
    if (this.#text.length < BLOCK) return;
    this.#packBlock();
    if (this.#waitingLength >= MOST_WAITING) return this.#writeWaiting();
  }

  add(name: string, { bytes, checksum, size }: PackedPart): void {
    this.begin(name);
    const part = this.#part!;
    part.checksum = checksum;
    part.size = size;
    this.#appendTo(part, bytes);
  }

  close(): void {
    this.#endPart();
    const directory = Buffer.concat(this.#parts.map(directoryEntry));
    const end = Buffer.alloc(END_LENGTH);
    end.writeUInt32LE(END_SIGNATURE, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#length, 16);
    this.#append(directory);
    this.#append(end);
    this.#flush();
    closeSync(this.#file);
  }

  /** Closes without finishing: the file will be thrown away. */
  abandon(): void {
    closeSync(this.#file);
  }

  #packBlock(): void {
    const block = Buffer.from(this.#text);
    this.#text = "";
    const part = this.#part!;
    part.checksum = crc32(block, part.checksum);
    part.size += block.length;
    this.#appendTo(part, deflateRawSync(block, OPEN));
  }

  #endPart(): void {
    const part = this.#part;
    if (part === null) return;
    if (this.#text !== "") this.#packBlock();
    this.#appendTo(part, CLOSING);
    fillHeader(part);
    const isWritten = part.offset < this.#length - this.#waitingLength;
    if (isWritten) writeSync(this.#file, part.header, 0, part.header.length, part.offset);
    this.#parts.push(part);
    this.#part = null;
  }

  #appendTo(part: Part, packed: Buffer): void {
    part.packed += packed.length;
    this.#append(packed);
  }

  #append(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    this.#length += bytes.length;
  }

  /** Lets the event loop turn, so that an interruption is heard. */
  async #writeWaiting(): Promise<void> {
    this.#flush();
    await setImmediate();
  }

  #flush(): void {
    // unlike writeSync, goes on until the system has taken all of it
    appendFileSync(this.#file, Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#waitingLength = 0;
  }
}

function fillHeader(part: Part): void {
  part.header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeFacts(part.header, 4, part);
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
