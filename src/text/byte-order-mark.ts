/** Byte order marks: by them programs say at the beginning of a text how it is encoded. */

/** Asked in this order: the mark of UTF-16LE begins that of UTF-32LE. */
const MARKS = [
  ["utf-8-bom", Buffer.of(0xef, 0xbb, 0xbf)],
  ["utf-32le", Buffer.of(0xff, 0xfe, 0, 0)],
  ["utf-32be", Buffer.of(0, 0, 0xfe, 0xff)],
  ["utf-16le", Buffer.of(0xff, 0xfe)],
  ["utf-16be", Buffer.of(0xfe, 0xff)],
] as const;

export type MarkedEncoding = (typeof MARKS)[number][0];

/** What the mark says, null where there is none. */
export function markedEncoding(bytes: Buffer): MarkedEncoding | null {
  return MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? null;
}

export function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
