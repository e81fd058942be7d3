import { describe, expect, it } from "vitest";
import { isBlank } from "../../src/field/blank.ts";

describe("a cell that says nothing", () => {
  it.each([
    "",
    "   ",
    "\t\u00a0\u200b\ufeff",
    "-",
    "–",
    "...",
    "?",
    "'",
    "0",
    "000",
    "0.0",
    "0000-00-00",
    "#####",
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "NULL",
    "null",
    "(null)",
    "<NULL>",
    "N/A",
    "n.a.",
    "NaN",
    "NaT",
    "Nihil",
    "None",
    "kosong",
    "(blank)",
    "TIDAK ADA",
    "tdk ada",
    "Belum ada",
    "undefined",
  ])("%j", (text) => expect(isBlank(text)).toBe(true));
});

describe("a cell that says something", () => {
  it.each([
    "1",
    "10",
    "00001",
    "1605095205909001",
    "#1605095205909001",
    "NA 1605095205909001",
    "Nia",
    "Banda",
    "Tidak ada hujan",
    "Kosong 1",
    "é",
    "٠",
    `NULL${" ".repeat(40)}x`,
  ])("%j", (text) => expect(isBlank(text)).toBe(false));
});
