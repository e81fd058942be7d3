/**
 * What kind of file it is, by its first bytes and never by its name: files are renamed, and Excel saves a table of
 * text under `.xls`.
 */
import { detectEncoding, startsWith } from "./encoding.ts";

export type FileFormat = "csv" | "xlsx" | "binary";

const ZIP = Buffer.from("PK\x03\x04", "latin1");
/** Old Excel workbooks, and new ones with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PDF = Buffer.from("%PDF-", "latin1");
/** Text has hardly any control characters but tab and line ends. Share of the bytes looked at. */
const MOST_CONTROLS = 0.1;
const LOOKED_AT = 1 << 14;

export function detectFormat(head: Buffer): FileFormat {
  if (startsWith(head, ZIP)) return "xlsx";
  if (startsWith(head, OLE) || startsWith(head, PDF)) return "binary";
  if (/^utf-(16|32)/.test(detectEncoding(head))) return "csv";
  const bytes = head.subarray(0, LOOKED_AT);
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  return controls > bytes.length * MOST_CONTROLS ? "binary" : "csv";
}
