/**
 * The parts of a ZIP archive, by name, streamed as they are inflated: the only user of yauzl, which reads the format
 * and holds each part to the length it declares. In front of it stands what an office program never writes and an
 * attacker would: encrypted or repeated parts, too many of them, sizes out of all proportion. Writes nothing to disk
 * and follows no path.
 */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** Why an archive is refused; `file_archive` tells it. */
export type ArchiveFault =
  | "not_a_workbook"
  | "binary_workbook"
  | "open_document"
  | "text_document"
  | "zip_archive"
  | "damaged_archive"
  | "encrypted"
  | "too_large"
  | "suspicious_archive";

export class BadArchive extends Error {
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault) {
    super(fault);
    this.name = "BadArchive";
    this.fault = fault;
  }
}

export interface Archive {
  has(name: string): boolean;
  /** Bytes of the part once inflated, as declared. */
  sizeOf(name: string): number;
  /**
   * The part's bytes.
   * @throws BadArchive damaged_archive when the part is not there, does not inflate or is shorter than declared;
   *   suspicious_archive when it is longer
   */
  read(name: string): AsyncGenerator<Buffer, void>;
}

/** A workbook has a few dozen parts, with pictures and comments some hundreds. */
const MOST_PARTS = 10_000;
/** All parts together, inflated. A sheet of 150,000 persons is about 200 MB. Bytes. */
const LARGEST_INFLATED = 1 << 30;
/** The text of a sheet shrinks to a tenth or a twentieth; only made-up parts shrink further than this. */
const LARGEST_RATIO = 250;
/** Below this no ratio is dangerous. Bytes. */
const HARMLESS_SIZE = 1 << 24;

/** @throws BadArchive */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes).catch(refuse);
  const parts = await readDirectory(zip).catch(refuse);
  const partOf = (name: string): Entry => {
    const part = parts.get(name);
    if (part === undefined) throw new BadArchive("damaged_archive");
    return part;
  };
  return {
    has: (name) => parts.has(name),
    sizeOf: (name) => partOf(name).uncompressedSize,
    read: (name) => readPart(zip, partOf(name)),
  };
}

async function readDirectory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw new BadArchive("suspicious_archive");
  const parts = new Map<string, Entry>();
  let inflated = 0;
  for await (const part of zip.eachEntry()) {
    if (part.isEncrypted()) throw new BadArchive("encrypted");
    if (parts.has(part.fileName)) throw new BadArchive("suspicious_archive");
    const { uncompressedSize: size, compressedSize: packed } = part;
    inflated += size;
    if (inflated > LARGEST_INFLATED) throw new BadArchive("too_large");
    if (size > HARMLESS_SIZE && size > packed * LARGEST_RATIO) throw new BadArchive("suspicious_archive");
    parts.set(part.fileName, part);
  }
  return parts;
}

async function* readPart(zip: ZipFile, part: Entry): AsyncGenerator<Buffer, void> {
  const stream = await zip.openReadStreamPromise(part).catch(refuse);
  // a stream that complains twice, or after it was left half-way, would end the program
  stream.on("error", () => {});
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch(refuse);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** What yauzl and zlib say against an archive, as its fault; a part longer than it declares is a bomb's. */
function refuse(error: Error): never {
  if (error instanceof BadArchive) throw error;
  throw new BadArchive(error.message.startsWith("too many bytes") ? "suspicious_archive" : "damaged_archive");
}
