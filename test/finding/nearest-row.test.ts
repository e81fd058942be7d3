/** Of somebody who was not found it is said which row comes nearest, where one is worth looking at. */
import { describe, expect, test } from "vitest";
import { runOn } from "../laws/run.ts";
import type { Row } from "../laws/town.ts";

const SITI: Row = {
  nik: "1605056303809222",
  name: "SITI AMINAH",
  place: "SURULANGUN",
  date: "23-03-1980",
  sex: "P",
};
/** A digit of the number and a word of the name: a slip in either, or her twin sister. */
const LIKE_A_TWIN: Row = { ...SITI, nik: "1605056303809232", name: "SITI AMINAH SAPUTRA" };
const STRANGER: Row = {
  nik: "1605091303809401",
  name: "BAMBANG WALUYO",
  place: "PALEMBANG",
  date: "13-03-1978",
  sex: "L",
};

async function absenceOf(roster: readonly Row[], dukcapil: readonly Row[]) {
  const { cases, findings, links } = await runOn({ roster: [roster], sources: { dukcapil } });
  const absence = findings.find(({ code }) => code === "record.not_found");
  return { decided: cases[0]!, absence, link: links[0]! };
}

describe("a number and a name that both differ a little, on one day and in one place", () => {
  test("are nobody who was found, and the row is named", async () => {
    const { decided, absence, link } = await absenceOf([LIKE_A_TWIN], [STRANGER, SITI]);
    expect(decided).toMatchObject({ verdict: "not_found", action: "interview" });
    expect(link).toMatchObject({ status: "not_found", source_row: "" });
    expect(absence).toMatchObject({
      source_row: "",
      source_value: "dukcapil.csv:3",
      explanation: "“SITI AMINAH SAPUTRA” tidak ditemukan di Dukcapil; yang paling dekat: dukcapil.csv:3.",
    });
    expect(decided["explanation"]).toContain("yang paling dekat: dukcapil.csv:3.");
  });

  test("are not named where the row is somebody else's of the roster", async () => {
    const { decided, absence } = await absenceOf([LIKE_A_TWIN, SITI], [STRANGER, SITI]);
    expect(decided["verdict"]).toBe("not_found");
    expect(absence).toMatchObject({ source_value: "" });
  });
});

describe("what speaks for a row and what against it", () => {
  test.each<[string, Partial<Row>, string]>([
    ["one in six such is the person: it is named", { name: "SITI AMINAH", date: "" }, "dukcapil.csv:3"],
    ["one in fifty: it is not", { name: "SITI SAPUTRI" }, ""],
  ])("%s", async (_, changes, place) => {
    const roster = { ...SITI, nik: "", place: "LAHAT", sex: "L", ...changes };
    const { absence } = await absenceOf([roster], [STRANGER, SITI]);
    expect(absence).toMatchObject({ source_value: place });
  });
});

test("nobody is near to whom nobody is", async () => {
  const { absence } = await absenceOf([LIKE_A_TWIN], [STRANGER]);
  expect(absence).toMatchObject({
    source_value: "",
    explanation: "“SITI AMINAH SAPUTRA” tidak ditemukan di Dukcapil.",
  });
});
