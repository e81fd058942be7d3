import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openTable } from "../../src/input/table.ts";
import type { Trouble } from "../../src/trouble.ts";
import { lines } from "./reading.ts";

const folder = mkdtempSync(join(tmpdir(), "cocok-trouble-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function troubleWith(path: string): Promise<Trouble> {
  const request = { path, role: "registry", mapping: {}, identifier: "nik", asOf: 20_251_231 } as const;
  return openTable(request).then(
    () => expect.unreachable(),
    (error) => error,
  );
}

function file(content: string | Uint8Array): string {
  const path = join(folder, "berkas.csv");
  writeFileSync(path, content);
  return path;
}

describe("a file that cannot be used stops with the reason", () => {
  test.each<[string, string, () => string]>([
    ["it is not there", "file_missing", () => join(folder, "tidak-ada.csv")],
    ["its folder is not there", "file_missing", () => join(folder, "tidak-ada", "berkas.csv")],
    ["a file stands where a folder should", "file_missing", () => join(file("x"), "berkas.csv")],
    ["it is a folder", "file_is_directory", () => folder],
    ["it is what a program reads when no file is named", "file_not_stored", () => "-"],
    ["its name is in no UTF-8", "file_name_unreadable", () => join(folder, "daftar\uFFFD.csv")],
    ["it is empty", "file_empty", () => file("")],
    ["it holds blank lines only", "file_no_rows", () => file("\n;;;\n  \n")],
    ["it holds nothing but a byte order mark", "file_no_rows", () => file("\uFEFF")],
    [
      "it holds a header and nobody below",
      "file_no_rows",
      () => file(lines("NIK;Nama", "1;2", ";", "JUMLAH;0")),
    ],
    ["it is an old workbook", "file_foreign", () => file(Buffer.from("d0cf11e0a1b11ae1", "hex"))],
    ["it is a web page", "file_foreign", () => file("<html><table><tr><td>NIK</td></tr></table></html>")],
    ["it is a PDF", "file_foreign", () => file("%PDF-1.7 x")],
    ["it is a picture", "file_foreign", () => file(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32))],
    [
      "it is only the mark of an open workbook",
      "file_is_open_mark",
      () => {
        const mark = join(folder, "~$daftar.xlsx");
        writeFileSync(mark, `\u0004Budi${" ".repeat(50)}B\0u\0d\0i\0`.padEnd(165, " \0"));
        return mark;
      },
    ],
    ["it is text, but no table", "columns_not_found", () => file(lines("Yth. Kepala Dinas", "di tempat"))],
  ])("%s", async (_, code, path) => {
    const { problems } = await troubleWith(path());
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.facts).toMatchObject({ file: path(), role: "registry" });
  });

  test.runIf(existsSync("/dev/null"))("it is a device", async () => {
    expect((await troubleWith("/dev/null")).problems).toMatchObject([{ code: "file_not_stored" }]);
  });

  // on Windows the disk would hold all of it, not its length alone
  const isSparse = process.platform !== "win32";
  test.runIf(isSparse)(
    "a workbook longer than any list is refused by its size, before it is read",
    async () => {
      const path = file("PK\x03\x04");
      // longer than can be read at once
      truncateSync(path, 2_300_000_000);
      const { problems } = await troubleWith(path);
      truncateSync(path, 0);
      expect(problems).toMatchObject([{ code: "file_archive", facts: { reason: "too_large" } }]);
    },
  );

  test("no message shows a person of a table without headers", async () => {
    const given = file(
      lines(
        "1605091205909001;1605092508129001;BUDI SANTOSO;12-05-1990",
        "1605094107929002;1605092508129002;SITI;1-7-1992",
      ),
    );
    const { problems } = await troubleWith(given);
    // the name of a temporary folder is drawn at random and may hold any digits of its own
    const told = problems.map(({ code, facts }) => [code, { ...facts, file: facts["file"] === given }]);
    expect(told).toEqual([["columns_not_found", expect.objectContaining({ file: true })]]);
    expect(JSON.stringify(told)).not.toMatch(/\d{4}|BUDI|SITI/);
  });
});
