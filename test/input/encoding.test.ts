import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectEncoding, type Encoding, mendLines, utf8Stream } from "../../src/input/encoding.ts";

const TEXT = "NIK;NAMA\n1605091205909001;JOSÉ D’ORSAY\n";
const utf16le = (text: string): Buffer => Buffer.from(text, "utf16le");
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const utf32 = (text: string, isLittle: boolean): Buffer =>
  Buffer.concat(
    Array.from(text, (letter) => {
      const bytes = Buffer.alloc(4);
      if (isLittle) bytes.writeUInt32LE(letter.codePointAt(0)!);
      else bytes.writeUInt32BE(letter.codePointAt(0)!);
      return bytes;
    }),
  );
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll("’", "\x92"), "latin1");

describe("the encoding is found by looking", () => {
  test.each<[string, Buffer, string]>([
    ["plain UTF-8", Buffer.from(TEXT), "utf-8"],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${TEXT}`), "utf-8-bom"],
    ["UTF-16LE with byte order mark", utf16le(`\uFEFF${TEXT}`), "utf-16le"],
    ["UTF-16BE with byte order mark", utf16be(`\uFEFF${TEXT}`), "utf-16be"],
    ["UTF-32LE by its byte order mark", utf32(`\uFEFF${TEXT}`, true), "utf-32le"],
    ["UTF-32BE by its byte order mark", utf32(`\uFEFF${TEXT}`, false), "utf-32be"],
    ["UTF-16LE by its zeros", utf16le(TEXT), "utf-16le"],
    ["UTF-16BE by its zeros", utf16be(TEXT), "utf-16be"],
    ["Windows-1252", windows1252(TEXT), "windows-1252"],
  ])("%s", (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    const stream = utf8Stream(detectEncoding(bytes));
    const utf8 = Buffer.concat([stream.push(bytes), stream.end()]);
    expect(mendLines(utf8).bytes.toString()).toBe(TEXT);
  });

  test("a character cut off at the end of the head does not make it Windows-1252", () => {
    const bytes = Buffer.from("NIK;NAMA\n1;JOSÉ");
    expect(detectEncoding(bytes.subarray(0, bytes.length - 1))).toBe("utf-8");
  });
});

test("one line of another encoding does not rename the file", () => {
  const bytes = Buffer.concat([Buffer.from("JOSÉ\nANDRÉ\n"), windows1252("RENÉ\n")]);
  expect(detectEncoding(bytes)).toBe("utf-8");
});

test("so does none of a file whose lines end in CR, cut off within a character", () => {
  const bytes = Buffer.from("NIK;NAMA\r1;JOSÉ\r2;RENÉ");
  expect(detectEncoding(bytes.subarray(0, bytes.length - 1))).toBe("utf-8");
});

test("a line that is not UTF-8 is read as Windows-1252, the others stay what they are", () => {
  const bytes = Buffer.concat([Buffer.from("JOSÉ\r"), windows1252("RENÉ D’ARC\n"), Buffer.from("ANDRÉ\n")]);
  const { bytes: mended, mended: lines } = mendLines(bytes);
  expect(mended.toString()).toBe("JOSÉ\rRENÉ D’ARC\nANDRÉ\n");
  expect(lines).toBe(1);
});

test("what is no character in UTF-32 is shown as one that could not be read", () => {
  const stream = utf8Stream("utf-32le");
  const bytes = Buffer.concat([utf32("\uFEFFA", true), Buffer.from([255, 255, 255, 255, 66])]);
  expect(`${stream.push(bytes)}${stream.end()}`).toBe("A\uFFFD\uFFFD");
});

function written(text: string, encoding: Encoding): Buffer {
  if (encoding.startsWith("utf-32")) return utf32(text, encoding === "utf-32le");
  if (encoding === "utf-16be") return utf16be(text);
  return encoding === "utf-16le" ? utf16le(text) : Buffer.from(text);
}

test("decoding does not depend on where a chunk ends", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.toWellFormed());
  const encodings = fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "utf-16be", "utf-32le", "utf-32be");
  fc.assert(
    fc.property(text, encodings, fc.integer({ min: 1, max: 5 }), (text, encoding, size) => {
      const marked = encoding === "utf-8" ? text : `\uFEFF${text}`;
      const bytes = written(marked, encoding);
      const stream = utf8Stream(encoding);
      const parts: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += size) parts.push(stream.push(bytes.subarray(at, at + size)));
      parts.push(stream.end());
      fc.pre(encoding !== "utf-8" || !text.startsWith("\uFEFF"));
      expect(Buffer.concat(parts).toString()).toBe(text);
    }),
  );
});
