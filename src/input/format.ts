/**
 * What kind of file it is, by its first bytes and never by its name: files are renamed, web pages are saved under
 * `.xls`, and Excel saves a table of text so.
 */
import { startsWith } from "../text/byte-order-mark.ts";
import { detectEncoding } from "./encoding.ts";

/** What is read, or looked into: a ZIP archive may be a workbook. */
export type TableFormat = "csv" | "xlsx";

/** What is told apart so that each gets the advice that helps; `binary` is whatever else is no text. */
export const FOREIGN_FORMATS = [
  "web_page",
  "excel_xml",
  "old_excel",
  "locked_office",
  "old_word",
  "old_office",
  "rich_text",
  "pdf",
  "picture",
  "archive",
  "database",
  "binary",
] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** First bytes that only files of one kind have. */
const SIGNATURES: readonly (readonly [signature: string, format: TableFormat | ForeignFormat])[] = [
  ["PK\x03\x04", "xlsx"],
  ["%PDF-", "pdf"],
  ["{\\rtf", "rich_text"],
  ["\x89PNG\r\n\x1a\n", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["GIF87a", "picture"],
  ["GIF89a", "picture"],
  ["II*\0", "picture"],
  ["MM\0*", "picture"],
  ["Rar!\x1a\x07", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["\x1f\x8b\x08", "archive"],
  ["PK\x05\x06", "archive"],
  ["\0\x01\0\0Standard ", "database"],
  ["SQLite format 3\0", "database"],
];

/** The old container of office documents. What is in it is told by the names of its parts. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const OLE_PARTS: readonly (readonly [part: string, format: ForeignFormat])[] = [
  ["EncryptedPackage", "locked_office"],
  ["Workbook", "old_excel"],
  ["Book", "old_excel"],
  ["WordDocument", "old_word"],
];

/** Text has hardly any control characters but tab and line ends. Share of the bytes looked at. */
const MOST_CONTROLS = 0.1;
const LOOKED_AT = 1 << 14;

export function detectFormat(head: Buffer): TableFormat | ForeignFormat {
  const known = SIGNATURES.find(([signature]) => startsWith(head, Buffer.from(signature, "latin1")));
  if (known !== undefined) return known[1];
  if (startsWith(head, OLE)) return inOle(head);
  const bytes = head.subarray(0, LOOKED_AT);
  const marked = markup(bytes);
  if (marked !== null) return marked;
  if (/^utf-(16|32)/.test(detectEncoding(head))) return "csv";
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  return controls > bytes.length * MOST_CONTROLS ? "binary" : "csv";
}

/** Names of parts are UTF-16, and end in NUL. */
function inOle(head: Buffer): ForeignFormat {
  const found = OLE_PARTS.find(([part]) => head.includes(Buffer.from(`${part}\0`, "utf16le")));
  return found?.[1] ?? "old_office";
}

/** Markup in whatever encoding: its own letters are ASCII in all of them, with NULs between them in some. */
function markup(bytes: Buffer): ForeignFormat | null {
  const text = bytes.toString("latin1").replaceAll("\0", "");
  if (/^MIME-Version:.*?\nContent-Type:\s*(?:multipart\/related|text\/html)/is.test(text)) return "web_page";
  const start =
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*(?=<)/s.exec(
      text,
    );
  if (start === null) return null;
  const first = text.slice(start[0].length);
  if (/^<(?:!DOCTYPE html|html|head|meta|title|style|body|table|center|div|font|p|br)\b/i.test(first))
    return "web_page";
  return text.includes("urn:schemas-microsoft-com:office:spreadsheet") ? "excel_xml" : null;
}
