/**
 * The parts of an XLSX workbook around its sheets: which sheets there are, the texts they share, and which of their
 * number styles show dates (ECMA-376 part 1: 18.2 workbook, 18.4 shared strings, 18.8 styles). Reads values only: no
 * formulas, links, macros or pictures.
 */
import { BadXml, type XmlHandler, XmlScanner } from "./xml.ts";
import { type Archive, type ArchiveFault, BadArchive } from "./zip.ts";

export interface Sheet {
  readonly name: string;
  /** Name of its part in the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly archive: Archive;
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
  readonly sharedTexts: readonly string[];
  /** By style number: whether its numbers are dates. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
}

/** Shared texts are held in memory. Bytes of their part. */
const LARGEST_SHARED_TEXTS = 1 << 28;

/** @throws BadArchive, BadXml */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const root = await readRelations(archive, "");
  const part = root.byType.get("officeDocument") ?? "xl/workbook.xml";
  if (!archive.has(part) || part.startsWith("word/")) throw new BadArchive(await whatElse(archive));
  if (part.endsWith(".bin")) throw new BadArchive("binary_workbook");
  if (!part.endsWith(".xml")) throw new BadArchive("not_a_workbook");
  const relations = await readRelations(archive, part);
  const sheets: Sheet[] = [];
  let is1904 = false;
  await scanPart(archive, part, {
    open(name, attribute) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const target = relations.byId.get(attribute("id") ?? "");
      if (target === undefined || !archive.has(target)) return;
      const isHidden = (attribute("state") ?? "visible") !== "visible";
      sheets.push({ name: attribute("name") ?? "", part: target, isHidden });
    },
  });
  return {
    archive,
    sheets,
    sharedTexts: await readSharedTexts(archive, relations.byType.get("sharedStrings")),
    dateStyles: await readDateStyles(archive, relations.byType.get("styles")),
    is1904,
  };
}

/** What an archive without a workbook is, by the parts that stand in every one of its kind. */
async function whatElse(archive: Archive): Promise<ArchiveFault> {
  if (archive.has("word/document.xml")) return "text_document";
  if (!archive.has("mimetype")) return "zip_archive";
  const chunks: Buffer[] = [];
  for await (const chunk of archive.read("mimetype")) chunks.push(chunk);
  const type = Buffer.concat(chunks).toString("latin1");
  if (/opendocument\.spreadsheet/.test(type)) return "open_document";
  return /opendocument\.text/.test(type) ? "text_document" : "zip_archive";
}

async function scanPart(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  const decoder = new TextDecoder();
  for await (const chunk of archive.read(part)) scanner.push(decoder.decode(chunk, { stream: true }));
  scanner.end();
}

interface Relations {
  readonly byId: ReadonlyMap<string, string>;
  /** By the last word of the relation's type, the first of each. */
  readonly byType: ReadonlyMap<string, string>;
}

/** The part that a relation means: its target is an address relative to the folder of the part that refers to it. */
function partOf(target: string, folder: string): string {
  try {
    const { pathname } = new URL(target, `zip:///${folder}`);
    return decodeURIComponent(pathname).slice(1);
  } catch {
    // no address at all: there is no such part
    return "";
  }
}

/** What a part refers to; "" for the archive itself. Names are those of parts in the archive. */
async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  if (archive.has(name)) {
    await scanPart(archive, name, {
      open(element, attribute) {
        if (element !== "Relationship") return;
        const partName = partOf(attribute("Target") ?? "", folder);
        const type = attribute("Type") ?? "";
        const word = type.slice(type.lastIndexOf("/") + 1);
        byId.set(attribute("Id") ?? "", partName);
        if (!byType.has(word)) byType.set(word, partName);
      },
    });
  }
  return { byId, byType };
}

async function readSharedTexts(archive: Archive, part: string | undefined): Promise<string[]> {
  if (part === undefined || !archive.has(part)) return [];
  if (archive.sizeOf(part) > LARGEST_SHARED_TEXTS) throw new BadArchive("too_large");
  const texts: string[] = [];
  const runs = new TextRuns();
  await scanPart(archive, part, {
    open(name) {
      if (name === "si") runs.clear();
      else runs.open(name);
    },
    close(name) {
      if (name === "si") texts.push(runs.text);
      else runs.close(name);
    },
    text: (text) => runs.add(text),
  });
  return texts;
}

/** The text of a cell or shared string: its runs put together, without phonetic readings. */
export class TextRuns {
  #text = "";
  #isText = false;
  #isPhonetic = false;

  clear(): void {
    this.#text = "";
    this.#isText = false;
    this.#isPhonetic = false;
  }

  open(name: string): void {
    if (name === "t") this.#isText = true;
    else if (name === "rPh") this.#isPhonetic = true;
  }

  close(name: string): void {
    if (name === "t") this.#isText = false;
    else if (name === "rPh") this.#isPhonetic = false;
  }

  add(text: string): void {
    if (this.#isText && !this.#isPhonetic) this.#text += text;
  }

  get text(): string {
    return unescapeMarks(this.#text);
  }
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeMarks(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  if (part === undefined || !archive.has(part)) return [];
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCells = false;
  await scanPart(archive, part, {
    open(name, attribute) {
      if (name === "numFmt") {
        codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      } else if (name === "cellXfs") isInCells = true;
      else if (name === "xf" && isInCells) {
        const format = Number(attribute("numFmtId") ?? 0);
        const code = codes.get(format);
        styles.push(code === undefined ? isBuiltInDate(format) : isDateCode(code));
      }
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
  });
  if (styles.length > MOST_STYLES) throw new BadXml("styles");
  return styles;
}
/** Excel's own limit is 65,490. */
const MOST_STYLES = 1 << 16;

/** ECMA-376 part 1, 18.8.30: 14–17 and 22 everywhere, 27–36 and 50–58 in East Asian languages. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 36) ||
    (format >= 50 && format <= 58)
  );
}

/** Days or years outside quotes and brackets; hours and minutes alone make a time. */
function isDateCode(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}
