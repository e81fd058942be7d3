import { describe, expect, test } from "vitest";
import { detectFormat } from "../../src/input/format.ts";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ole = (part: string) => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(`${part}\0`, "utf16le")]);
const table = "<table><tr><td>NIK</td><td>Nama</td></tr></table>";

describe("a file is known by its first bytes", () => {
  test.each<[string, string | Buffer, string]>([
    ["a table of text", "NIK;Nama\n1;BUDI\n", "csv"],
    ["a table in UTF-16", Buffer.from("\uFEFFNIK;Nama\n", "utf16le"), "csv"],
    ["a table whose first header is in angle brackets", "<nik>;<nama>\n1;BUDI\n", "csv"],
    ["an archive, which may be a workbook", "PK\x03\x04", "xlsx"],
    ["a table of a web page", table, "web_page"],
    ["a web page", `<!DOCTYPE html>\n<html><body>${table}`, "web_page"],
    ["a web page behind blank lines", `\n\n  <HTML>${table}`, "web_page"],
    ["a web page behind its byte order mark", Buffer.from(`\uFEFF<html>${table}`), "web_page"],
    ["a web page in UTF-16", Buffer.from(`\uFEFF<html>${table}`, "utf16le"), "web_page"],
    ["a web page that is XML as well", `<?xml version="1.0"?>\n<!-- x --><html>${table}`, "web_page"],
    ["what Excel saves as a web page", `<html xmlns:x="urn:schemas-microsoft-com:office:excel">`, "web_page"],
    ["a web archive", "MIME-Version: 1.0\r\nX: y\r\nContent-Type: multipart/related; z\r\n", "web_page"],
    [
      "a workbook of Excel 2003 in XML",
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`,
      "excel_xml",
    ],
    ["an old workbook", ole("Workbook"), "old_excel"],
    ["an older workbook", ole("Book"), "old_excel"],
    ["a locked workbook", ole("EncryptedPackage"), "locked_office"],
    ["an old document of Word", ole("WordDocument"), "old_word"],
    ["another old document", ole("PowerPoint Document"), "old_office"],
    ["rich text", "{\\rtf1\\ansi", "rich_text"],
    ["a PDF", "%PDF-1.7 x", "pdf"],
    ["a photograph", Buffer.from("ffd8ffe000104a464946", "hex"), "picture"],
    ["a picture of the screen", Buffer.from("89504e470d0a1a0a0000", "hex"), "picture"],
    ["a RAR archive", "Rar!\x1a\x07\x01\0", "archive"],
    ["a database of Access", "\0\x01\0\0Standard ACE DB", "database"],
    [
      "bytes of no known kind",
      Buffer.from(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32)),
      "binary",
    ],
  ])("%s", (_, bytes, format) => {
    expect(detectFormat(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes)).toBe(format);
  });

  test("comments without end or number do not hold it up", () => {
    expect(detectFormat(Buffer.from("<!-- x -->".repeat(2000)))).toBe("csv");
    expect(detectFormat(Buffer.from("<!--".repeat(5000)))).toBe("csv");
  });
});
