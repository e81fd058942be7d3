import { describe, expect, test } from "vitest";
import {
  isMaritalStatus,
  isStatusText,
  readKnownStatus,
  readStatus,
  type Status,
} from "../../src/input/status.ts";

const STATUSES: Readonly<Record<Status, readonly string[]>> = {
  deceased: [
    "11",
    "MENINGGAL",
    "Meninggal Dunia",
    "11 - MENINGGAL DUNIA",
    "Wafat",
    "Mati",
    "Cerai mati, sudah meninggal",
    "Tidak ditolak tapi meninggal",
  ],
  double: ["12", "DATA GANDA", "NIK Ganda", "12 (GANDA)", "Duplicate"],
  inactive: ["14", "14 - NONAKTIF", "NON AKTIF", "Non-Aktif", "TIDAK AKTIF", "nonaktif"],
  not_registered: [
    "13",
    "15",
    "Data Tidak Ditemukan",
    "TIDAK DITEMUKAN",
    "Belum Terdaftar",
    "tidak terdata",
    "NIK tidak di temukan",
  ],
  blocked: [
    "DIBLOKIR",
    "Blokir",
    "TOLAK",
    "Ditolak",
    "BTS",
    "TMS",
    "Tidak Memenuhi Syarat",
    "Blm memenuhi syarat",
    "BELUM MEMENUHI SYARAT",
    "Tidak lolos",
    "tidak disetujui",
  ],
  "": [
    "",
    "-",
    "TERDAFTAR",
    "AKTIF",
    "OK",
    "Sesuai",
    "Ditemukan",
    "R2",
    "R3/T",
    "Honorer",
    "10",
    "200",
    "Belum diblokir",
    "tidak ditolak",
    "TDK TERTOLAK",
    "Bukan TMS",
    "Tidak pernah diblokir",
    "NIK tidak ganda",
    "Belum meninggal",
    "CERAI MATI",
    "Cerai Mati Tahun 2019",
    "4 - CERAI MATI",
    "Janda mati",
    "Duda ditinggal mati",
  ],
};

describe("a status text says what stands against a person", () => {
  test.each(Object.entries(STATUSES).flatMap(([status, texts]) => texts.map((text) => [text, status])))(
    "%j is %j",
    (text, status) => {
      expect(readStatus(text)).toBe(status);
    },
  );
});

test.each([
  ["AKTIF", true],
  ["Memenuhi Syarat", true],
  ["Sudah padan", true],
  ["11", true],
  ["Guru honorer", false],
  ["pindah 2019", false],
  ["", false],
])("%j is known as a status: %s", (text, known) => {
  expect(isStatusText(text)).toBe(known);
});

test.each([
  "APS",
  "R4",
  "Honorer",
  "99",
  "Menunggu verifikasi",
  "BELUM DIVERIFIKASI",
  "Belum terverifikasi",
  "Menunggu berkas dari pengadilan ".repeat(4),
])("%j says nothing known, and is told from what says nothing against a person", (text) => {
  expect(readKnownStatus(text)).toBeNull();
  expect(readStatus(text)).toBe("");
});

test.each([
  "",
  "-",
  "TERDAFTAR",
  "TERVERIFIKASI",
  "Sudah diverifikasi",
  "Memenuhi Syarat",
  "LOLOS",
  "Disetujui",
  "tidak ditolak",
  "CERAI MATI",
  "KAWIN",
  "Belum Kawin",
  "DUDA",
])("%j says nothing against a person", (text) => {
  expect(readKnownStatus(text)).toBe("");
});

test.each([
  ["KAWIN", true],
  ["Belum Kawin", true],
  ["CERAI HIDUP", true],
  ["4 - CERAI MATI", true],
  ["Kawin belum tercatat", true],
  ["Janda mati", true],
  ["Duda", true],
  ["MATI", false],
  ["TIDAK TERCATAT", false],
  ["Cerai mati, sudah meninggal", false],
  ["AKTIF", false],
  ["", false],
])("%j says whether somebody is married and nothing else: %s", (text, marital) => {
  expect(isMaritalStatus(text)).toBe(marital);
  if (marital) expect(isStatusText(text)).toBe(false);
});

test.each<[string, Status]>([
  ["TIDAK (MENINGGAL)", "deceased"],
  ["Duda, meninggal 2020", "deceased"],
  ["Valid: tidak, NIK ganda", "double"],
  ["Belum, TMS", "blocked"],
  ["tidak di tolak", ""],
  ["tidak ada data ganda", ""],
  ["Tidak pernah di blokir", ""],
  ["Meninggal, tidak ditemukan", "not_registered"],
  ["Ganda - tidak aktif", "double"],
])("across a mark nothing is denied: %j is %j", (text, status) => {
  expect(readStatus(text)).toBe(status);
});

test.each<[string, Status]>([
  ["MENINGGAL? Tidak", ""],
  ["Meninggal : TIDAK", ""],
  ["Status meninggal = tdk", ""],
  ["Apakah sudah meninggal? Belum.", ""],
  ["Ganda (tidak)", ""],
  ["NIK ganda - tidak ada", ""],
  ["Non-Aktif: N", ""],
  ["Deceased: No", ""],
  ["ALMARHUM: bukan; BLOKIR: 0", ""],
  ["Meninggal? Ya", "deceased"],
  ["Meninggal? Tidak; Ganda? Ya", "double"],
  ["Status aktif: tidak", "inactive"],
  ["Terdaftar? Belum", "not_registered"],
  ["Valid: tidak", "blocked"],
  ["14 - MENINGGAL? TIDAK", "inactive"],
])("a question is denied by what is answered behind its mark: %j is %j", (text, status) => {
  expect(readKnownStatus(text)).toBe(status);
});
