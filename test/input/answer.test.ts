/** Files of Dukcapil's answers: their words, their columns, and what happens where they are taken for people's data. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../src/field/answer.ts";
import { NIK } from "../../src/field/nik.ts";
import { askedNameIn, readAnswerStatus, understandAnswer, withAskedName } from "../../src/input/answer.ts";
import type { RawRow, RowContext } from "../../src/input/record.ts";
import { Trouble } from "../../src/trouble.ts";
import { lines, readTable } from "./reading.ts";

const CONTEXT: RowContext = { field: NIK, order: "dmy", asOf: 20_221_031, english: false, pria: false };
const EMPTY: RawRow = {
  row: 2,
  nik: "1605091205909001",
  name: "",
  birthPlace: "",
  birthDate: "",
  sex: "",
  unit: "",
  status: "",
  familyCard: "",
};

describe("an answer about a field", () => {
  test.each([
    ["Sesuai", "same"],
    ["SESUAI", "same"],
    ["Sesuai (100)", "same"],
    ["Sesuai(100%)", "same"],
    ["Sesuai (100.00)", "same"],
    ["Sesuai (92)", "near"],
    ["Sesuai (99,5)", "near"],
    ["sesuai  (1)", "near"],
    ["Sesuai (0)", "near"],
    ["Tidak Sesuai", "different"],
    ["Tidak Sesuai (0)", "different"],
    ["TDK SESUAI (78)", "different"],
    ["", "missing"],
    ["-", "missing"],
    ["Budi Santoso", "missing"],
    ["Tidak", "missing"],
    ["Belum Sesuai", "missing"],
    ["Sesuai KTP", "missing"],
    ["Data Tidak Ditemukan", "missing"],
  ])("%j is %s", (text, answer) => {
    expect(readAnswer(text)).toBe(answer);
  });

  test("is never the same by a score below 100, however it is written", () => {
    const writing = fc.constantFrom("Sesuai (N)", "SESUAI(N)", "sesuai N%", " Sesuai  ( N ) ");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), writing, (score, text) => {
        expect(readAnswer(text.replace("N", String(score)))).toBe("near");
      }),
    );
  });

  test("is never the same where the text has a no in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(readAnswer(`${before} tidak ${after}`)).not.toBe("same");
      }),
    );
  });
});

describe("an answer about the record", () => {
  test.each([
    ["11", "deceased"],
    ["12", "double"],
    ["13", "not_registered"],
    ["14", "inactive"],
    ["15", "not_registered"],
    ["Data ditemukan, status meninggal dunia", "deceased"],
    ["Data ditemukan, status data ganda", "double"],
    [
      "Data ditemukan, status non aktif, silahkan hubungi Dinas Dukcapil kabupaten atau kota setempat",
      "inactive",
    ],
    ["Data Tidak Ditemukan", "not_registered"],
    ["NIK tidak terdapat di database Kependudukan", "not_registered"],
    ["Data Ditemukan", ""],
    ["", ""],
  ])("%j is %j", (text, status) => {
    expect(readAnswerStatus(text)).toBe(status);
  });

  test.each([
    "Kuota akses hari ini telah habis",
    "IP Address tidak terdaftar",
    "User tidak ditemukan",
    "User ID diblokir",
    "Login gagal, password tidak ada",
    "Error 500",
    "05",
    "Token is not found",
  ])("%j is about the call and says nothing of the person", (text) => {
    expect(readAnswerStatus(text)).toBe("");
  });

  test("is found in whichever column it was written", () => {
    const { raw, answers } = understandAnswer({ ...EMPTY, name: "Data Tidak Ditemukan" }, CONTEXT);
    expect(raw.status).toBe("Data Tidak Ditemukan");
    expect(Object.values(answers)).toEqual(["missing", "missing", "missing", "missing"]);
  });
});

test("an answer row holds nobody but the NIK that was asked", () => {
  const { person } = understandAnswer(
    { ...EMPTY, name: "Sesuai (92)", birthDate: "Sesuai", sex: "Sesuai" },
    CONTEXT,
  );
  expect(person.identifier.value).toBe("1605091205909001");
  expect(person.name.words).toEqual([]);
  expect(person.birthDate.state).toBe("missing");
  expect(person.sex).toBe(0);
});

test("a date or sex that is only similar is another", () => {
  const { answers } = understandAnswer({ ...EMPTY, birthDate: "Sesuai (90)", sex: "Sesuai (50)" }, CONTEXT);
  expect(answers).toMatchObject({ birth_date: "different", sex: "different" });
});

describe("a file of answers", () => {
  const DUKCAPIL = lines(
    "NIK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN",
    "1605091205909001,Sesuai (100),Sesuai (100),Sesuai,Sesuai",
    "1605091205909002,Sesuai (92),Tidak Sesuai (0),Tidak Sesuai,Sesuai",
    "1605091205909003,Data Tidak Ditemukan,,,",
  );

  test("is read cell by cell", async () => {
    const { rows } = await readTable(DUKCAPIL, { role: "answers" });
    expect(rows.map(({ nik, name, birthDate }) => [nik, name, birthDate])).toEqual([
      ["1605091205909001", "Sesuai (100)", "Sesuai"],
      ["1605091205909002", "Sesuai (92)", "Tidak Sesuai"],
      ["1605091205909003", "Data Tidak Ditemukan", ""],
    ]);
  });

  test("may repeat what was asked, beside the answers", async () => {
    const { rows } = await readTable(
      lines(
        "NIK,NAMA_LGKP,TGL_LHR,HASIL NAMA_LGKP,HASIL TGL_LHR",
        "1605091205909001,BUDI SANTOSO,12-05-1990,Sesuai (100),Sesuai",
        "1605091205909002,SITI AMINAH,12-05-1990,Sesuai (92),Tidak Sesuai",
      ),
      { role: "answers" },
    );
    // the name that was asked is kept: an answer about another name is not about the row
    expect(rows.map(({ name, birthDate }) => [name, birthDate])).toEqual([
      ["BUDI SANTOSO → Sesuai (100)", "Sesuai"],
      ["SITI AMINAH → Sesuai (92)", "Tidak Sesuai"],
    ]);
    expect(rows.map(({ name }) => askedNameIn(name).asked)).toEqual(["BUDI SANTOSO", "SITI AMINAH"]);
  });

  test("keeps what was asked and what was answered apart, whatever was asked", () => {
    const text = fc.string({ unit: fc.constantFrom("A", " ", "→", "-", "Sesuai", "Tidak Sesuai") });
    fc.assert(
      fc.property(text, text, (asked, answered) => {
        const parts = askedNameIn(withAskedName(asked, answered));
        if (asked !== "") expect(parts).toEqual({ asked: asked.replaceAll("→", "-"), answered });
      }),
    );
  });

  test("may have nothing but codes", async () => {
    const { rows } = await readTable(lines("NIK,STATUS", "1605091205909001,13", "1605091205909002,14"), {
      role: "answers",
    });
    expect(rows.map(({ status }) => status)).toEqual(["13", "14"]);
  });

  test.each([
    ["RESPON", "14", ["Kuota akses hari ini telah habis", "13", "Kuota akses hari ini telah habis"]],
    ["Pesan", "14", ["Kuota akses hari ini telah habis", "13", "Kuota akses hari ini telah habis"]],
    ["Kode Respon", "14", ["00", "00", "00", "00"]],
  ])("has its code under %s, whatever else was said of others", async (header, code, others) => {
    const told = [code, ...others].map((text, at) => `160509120590900${at},Sesuai,${text}`);
    const { rows } = await readTable(lines(`NIK,NAMA_LGKP,${header}`, ...told), { role: "answers" });
    expect(rows[0]?.status).toBe(code);
  });

  test("rejects an answer about nobody", async () => {
    const { rows, rejected } = await readTable(`${DUKCAPIL},Sesuai (100),Sesuai (100),Sesuai,Sesuai\r\n`, {
      role: "answers",
    });
    expect(rows).toHaveLength(3);
    expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([[5, "no_identity"]]);
  });

  const troubleOf = async (
    content: string,
    role: "answers" | "registry" | "document" | "listing" | "roster",
  ) => {
    const refused = await readTable(content, { role }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Trouble);
    return (refused as Trouble).problems.map(({ code }) => code);
  };

  test.each(["registry", "document", "listing", "roster"] as const)(
    "is refused as a %s, where everybody would seem to be called Sesuai",
    async (role) => {
      expect(await troubleOf(DUKCAPIL, role)).toEqual(["answers_undeclared"]);
      const plain = lines(
        "NIK,NAMA,TGL_LHR",
        "1605091205909001,Sesuai,Sesuai",
        "1605091205909002,Tidak Sesuai,Sesuai",
      );
      expect(await troubleOf(plain, role)).toEqual(["answers_undeclared"]);
    },
  );

  test("is not what people's data are", async () => {
    const people = lines(
      "NIK,NAMA,TGL_LHR",
      "1605091205909001,BUDI,12-05-1990",
      "1605091205909002,SITI,13-05-1990",
    );
    expect(await troubleOf(people, "answers")).toEqual(["answers_not_found"]);
  });
});
