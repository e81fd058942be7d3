/** Decisions that a clerk would have to answer for: what a name that is missing, a number that is misused and a document that is damaged come to. */
import { describe, expect, test } from "vitest";
import { type Line, runOn } from "../laws/run.ts";
import type { Row } from "../laws/town.ts";

const SUTRISNO: Row = {
  nik: "1605090510839101",
  name: "SUTRISNO HADI",
  place: "MUSI RAWAS",
  date: "05-10-1983",
  sex: "L",
};
const SITI: Row = {
  nik: "1605094203859102",
  name: "SITI AMINAH",
  place: "LUBUKLINGGAU",
  date: "02-03-1985",
  sex: "P",
};
const BAMBANG: Row = { ...SUTRISNO, name: "BAMBANG IRAWAN", place: "PALEMBANG", date: "15-07-1990" };
/** As Excel shows it; the comma needs quotation marks. */
const SCIENTIFIC = '"1,60509E+15"';
const but = (changes: Partial<Row>): Row => ({ ...SUTRISNO, ...changes });

type Sources = Readonly<Record<string, readonly Row[]>>;

/** The line of the first row of the roster. */
async function judged(roster: Row, sources: Sources): Promise<Line> {
  const { cases } = await runOn({ roster: [[roster, SITI]], sources });
  return cases[0]!;
}

describe("a row without a name", () => {
  test.each<[string, string, Sources]>([
    [
      "is no match, whoever has its number",
      "",
      { dukcapil: [but({ name: "BAMBANG IRAWAN" }), SITI], ktp: [SUTRISNO, SITI] },
    ],
    ["nor where it says that there is none", "TIDAK ADA", { dukcapil: [SUTRISNO, SITI] }],
    ["nor where all sources have one name", "-", { dukcapil: [SUTRISNO, SITI], ktp: [SUTRISNO, SITI] }],
  ])("%s", async (_, name, sources) => {
    expect(await judged(but({ name }), sources)).toMatchObject({
      verdict: "clarify",
      action: "interview",
      codes: "name.different",
    });
  });

  test("is no match either where no source has one", async () => {
    const sources = { dukcapil: [but({ name: "" }), SITI] };
    expect(await judged(but({ name: "" }), sources)).toMatchObject({
      verdict: "clarify",
      action: "interview",
    });
  });

  test("is not corrected in another field at the desk", async () => {
    const sources = { dukcapil: [SUTRISNO, SITI], ktp: [SUTRISNO, SITI] };
    for (const slip of [{ nik: "1605090510839107" }, { date: "10-05-1983" }])
      expect(await judged(but({ name: "", ...slip }), sources)).toMatchObject({ action: "interview" });
  });
});

describe("a number that somebody else's row has too", () => {
  const misused = { ...SITI, nik: SUTRISNO.nik };

  test("in a document asks nothing of whom the registry confirms", async () => {
    const sources = { dukcapil: [SUTRISNO, SITI], ktp: [SUTRISNO, misused] };
    expect(await judged(SUTRISNO, sources)).toMatchObject({
      verdict: "match",
      action: "none",
      codes: "nik.belongs_to_other",
    });
  });

  test("here and on that person's KTP is not swapped with it", async () => {
    const sources = { dukcapil: [SUTRISNO], ktp: [SUTRISNO, misused] };
    const { cases, findings } = await runOn({ roster: [[SUTRISNO, misused]], sources });
    expect(cases).toMatchObject([
      { verdict: "match", action: "none" },
      { verdict: "mismatch", action: "interview" },
    ]);
    expect(findings.map(({ code }) => code)).not.toContain("record.swapped_nik");
  });

  test("does not hide that the person's own KTP has another", async () => {
    const other = but({ nik: "1605090510839988" });
    const sources = { dukcapil: [SUTRISNO, SITI], ktp: [other, misused] };
    expect(await judged(SUTRISNO, sources)).toMatchObject({ verdict: "clarify", action: "refer_dukcapil" });
  });

  test("in the registry itself is for the person to clear up, whatever the KTP says", async () => {
    for (const ktp of [SUTRISNO, but({ date: "06-10-1983" })])
      expect(await judged(SUTRISNO, { dukcapil: [SUTRISNO, BAMBANG, SITI], ktp: [ktp, SITI] })).toMatchObject(
        { verdict: "clarify", action: "interview", route: "dukcapil_correction" },
      );
  });

  test("with the same name and another date is the same person's, and which of the two is newer no list tells", async () => {
    const sources = { dukcapil: [SUTRISNO, but({ date: "05-10-1984" }), SITI], ktp: [SUTRISNO, SITI] };
    expect(await judged(SUTRISNO, sources)).toMatchObject({
      verdict: "ambiguous",
      action: "review",
      codes: "record.ambiguous",
    });
  });

  test("with the same name and the birth date that the roster lacks is the same person's", async () => {
    for (const source of ["ktp", "dukcapil"]) {
      const found = await judged(but({ date: "" }), { [source]: [SUTRISNO, but({ place: "LAHAT" }), SITI] });
      expect(found).toMatchObject({ verdict: "clarify", action: "interview", codes: "birth_date.missing" });
    }
  });

  test.each<[string, Partial<Row>, string]>([
    ["a birth date that cannot be read", { date: "31-02-1984" }, "interview birth_date.unreadable"],
    ["another birth date", { date: "29-11-1971" }, "interview birth_date.different"],
    ["another name", { name: "BAMBANG SURYA" }, "interview name.different"],
    ["a slip in the name", { name: "SUTRISNO HADY" }, "fix_roster name.spelling"],
  ])(
    "with what the other row says too is the same person's where the roster has %s",
    async (_, change, outcome) => {
      const twice = [SUTRISNO, but({ place: "LAHAT" }), SITI];
      const found = await judged(but(change), { dukcapil: twice, ktp: [SUTRISNO, SITI] });
      expect(`${found!["action"]} ${found!["codes"]!.split(";").at(-1)}`).toBe(outcome);
      expect(found!["codes"]).not.toContain("nik.belongs_to_other");
    },
  );

  test("with one name and two dates is no other's where the roster has a slip in the name", async () => {
    const misspelt = but({ name: "SUTRISNO HADY" });
    for (const source of ["ktp", "dukcapil"]) {
      const sources = { [source]: [SUTRISNO, but({ date: "05-10-1984" }), SITI] };
      expect(await judged(misspelt, sources)).toMatchObject({ verdict: "ambiguous", action: "review" });
    }
  });

  test("is not given a birth date at the desk of which the KTP says two things", async () => {
    const [own, newer] = [but({ date: "05-10-1984" }), SUTRISNO];
    for (const ktp of [
      [own, newer],
      [newer, own],
    ]) {
      const found = await judged(own, { dukcapil: [SUTRISNO, SITI], ktp: [...ktp, SITI] });
      expect(found).toMatchObject({ verdict: "ambiguous", action: "review" });
    }
  });
});

describe("a damaged number in a document", () => {
  test.each(["160509051083910", "16050905108391011", "ADA"])("(%s) decides nothing", async (nik) => {
    for (const source of ["ktp", "ijazah"])
      expect(
        await judged(SUTRISNO, { dukcapil: [SUTRISNO, SITI], [source]: [but({ nik }), SITI] }),
      ).toMatchObject({ verdict: "match", action: "none" });
  });

  test.each(["160509051083910", "1605090510839100", "ADA"])(
    "(%s) sides with nobody where the roster's has a slip",
    async (nik) => {
      const sources = { dukcapil: [SUTRISNO, SITI], ktp: [but({ nik }), SITI] };
      expect(await judged(but({ nik: "1605090510839107" }), sources)).toMatchObject({ action: "interview" });
    },
  );

  test.each<[string, string]>([
    ["", "317101550677987"],
    ["160509051083910", "317101550677987"],
    ["160509051083910", "16050905108391012"],
    [SCIENTIFIC, "317101550677987"],
  ])("is no reason to overlook that it is another (roster “%s”, KTP %s)", async (roster, ktp) => {
    const sources = { dukcapil: [SUTRISNO, SITI], ktp: [but({ nik: ktp }), SITI] };
    expect(await judged(but({ nik: roster }), sources)).toMatchObject({ action: "interview" });
  });

  test("is what Excel left of the right one, and takes nothing from its other witnesses", async () => {
    const cut = but({ nik: SCIENTIFIC });
    const sources = { dukcapil: [SUTRISNO, SITI], ktp: [cut, SITI] };
    expect(await judged(cut, sources)).toMatchObject({ action: "fix_roster", proposed_nik: SUTRISNO.nik });
  });

  test.each(["160509051083910", "1605090510839100"])(
    "(%s) is no witness for the roster's, damaged alike",
    async (nik) => {
      const sources = { dukcapil: [SUTRISNO, SITI], ktp: [but({ nik }), SITI] };
      expect(await judged(but({ nik }), sources)).toMatchObject({ action: "interview" });
    },
  );
});

describe("a gap that no source fills", () => {
  const cut = { nik: "160509051083910" };

  test.each<[string, Partial<Row>, string]>([
    ["a NIK that is missing", { nik: "" }, "nik.missing"],
    ["a NIK that is cut", cut, "nik.malformed"],
    ["a birth date that is missing", { date: "" }, "birth_date.missing"],
    ["a birth date that cannot be read", { date: "31-02-1983" }, "birth_date.unreadable"],
  ])("(%s) is not closed by BKN's list", async (_, gap, code) => {
    const sources = { dukcapil: [but(gap), SITI], bkn: [SUTRISNO, SITI] };
    const found = await judged(but(gap), sources);
    expect(found).toMatchObject({ verdict: "clarify", action: "interview" });
    expect(found["codes"]!.split(";")).toContain(code);
  });

  test("is not left to the school where the diploma differs as well", async () => {
    const sources = { dukcapil: [but({ nik: "" }), SITI], ijazah: [but({ date: "06-10-1983" }), SITI] };
    expect(await judged(but({ nik: "" }), sources)).toMatchObject({ action: "interview" });
  });

  test("is not left open where another field is corrected at the desk", async () => {
    const sources = { dukcapil: [but({ nik: "" }), SITI], ijazah: [but({ nik: "" }), SITI] };
    const slip = but({ nik: "", name: "SOETRISNO HADI" });
    expect(await judged(slip, sources)).toMatchObject({ action: "interview" });
  });
});

describe("what is damaged in Dukcapil", () => {
  test.each<[string, Partial<Row>]>([
    ["a number that is cut", { nik: "160509051083910" }],
    ["a number with a digit too many", { nik: "16050905108391017" }],
    ["a number as Excel shows it", { nik: SCIENTIFIC }],
    ["a birth date that does not exist", { date: "31-02-1983" }],
  ])("(%s) goes to Disdukcapil where KTP and roster agree", async (_, damage) => {
    const dukcapil = [but(damage), SITI];
    const found = await judged(SUTRISNO, { dukcapil, ktp: [SUTRISNO, SITI] });
    expect(found).toMatchObject({
      verdict: "clarify",
      action: "refer_dukcapil",
      route: "dukcapil_correction",
    });
    expect(found["explanation"]).toContain("KTP dan daftar sama, Dukcapil berbeda pada");
    expect(await judged(SUTRISNO, { dukcapil })).toMatchObject({ action: "interview" });
  });
});

describe("what is left of a number in the roster", () => {
  const sources = { dukcapil: [SUTRISNO, SITI], ktp: [SUTRISNO, SITI] };

  test.each([
    ["cut at its end", "1605090510839"],
    ["cut at its beginning", "0510839101"],
    ["with a run lost within", "160509839101"],
    ["with two digits lost here and there", "10509051083101"],
    ["with one lost and one wrong", "160509051083911"],
    ["with one added and one wrong", "16050905108391112"],
    ["zeroed, with a wrong digit before", "1605090510838100"],
    ["as Excel shows it", SCIENTIFIC],
    ["that is no NIK at all", "198310052010011003"],
    ["that is too short to tell", "160509051"],
    ["with letters for what is not known", "160509051083XXXX"],
  ])("%s, is put right where Dukcapil and KTP agree", async (_, nik) => {
    expect(await judged(but({ nik }), sources)).toMatchObject({
      action: "fix_roster",
      proposed_nik: SUTRISNO.nik,
    });
  });

  test.each([
    ["15 digits", "317101010190001"],
    ["14 digits", "31710101019000"],
    ["17 digits", "31710101019000122"],
    ["10 digits of a neighbour", "1605091201"],
    ["16 digits, the last zeroed", "3171010101900000"],
    ["scientific notation", '"3,17101E+15"'],
    ["scientific notation of the next sub-district", '"1,60510E+15"'],
  ])("that is another's (%s) calls for an interview, as the whole number would", async (_, nik) => {
    expect(await judged(but({ nik }), sources)).toMatchObject({
      verdict: "clarify",
      action: "interview",
      codes: expect.stringContaining("nik.different"),
    });
  });
});

describe("where the date inside vouches for Dukcapil's number, a KTP", () => {
  const slip = but({ nik: "1605090610839101" });
  const lost = but({ nik: "160509051083901" });
  const dukcapil = [SUTRISNO, SITI];

  test.each<[string, readonly Row[]]>([
    ["as Excel shows it", [but({ nik: SCIENTIFIC }), SITI]],
    [
      "zeroed by Excel like its others",
      [but({ nik: "1605090510839100" }), { ...SITI, nik: "1605094203859100" }],
    ],
    ["that cannot be read", [but({ nik: "XXXX" }), SITI]],
    ["with a number typed to get past the cell", [but({ nik: "9999999999999999" }), SITI]],
  ])("%s bars no correction", async (_, ktp) => {
    for (const roster of [slip, lost]) {
      const corrected = { action: "fix_roster", proposed_nik: SUTRISNO.nik };
      expect(await judged(roster, { dukcapil })).toMatchObject(corrected);
      expect(await judged(roster, { dukcapil, ktp })).toMatchObject(corrected);
    }
  });

  test.each<[string, readonly Row[]]>([
    ["with another number", [but({ nik: "1605090510839111" }), SITI]],
    ["with a 0 at the end, its others being whole", [but({ nik: "1605090510839100" }), SITI]],
    ["zeroed by Excel from the roster's number", [but({ nik: "1605090610839100" })]],
    ["cut from another's", [but({ nik: "317101010190001" }), SITI]],
  ])("%s does", async (_, ktp) => {
    expect(await judged(slip, { dukcapil, ktp })).toMatchObject({ action: "interview" });
  });
});

describe("where the KTP leads for the number", () => {
  const ktp = [SUTRISNO, SITI];

  test.each([
    ["with its last digit zeroed", "1605090510839100"],
    ["with a digit lost", "160509051083101"],
    ["with a digit too many", "16050905108391012"],
    ["with a slip in its date", "1605090610839101"],
    ["with two digits of its date swapped", "1605090150839101"],
  ])("the roster's own digits and the date inside vouch for it (%s)", async (_, nik) => {
    expect(await judged(but({ nik }), { ktp })).toMatchObject({
      action: "fix_roster",
      proposed_nik: SUTRISNO.nik,
    });
  });

  test.each([
    ["that is empty", ""],
    ["that is cut", "1605090510839"],
    ["as Excel shows it", SCIENTIFIC],
    ["with a slip in its date and one in its serial", "1605090610839107"],
    ["that cannot be read", "ADA"],
  ])("the date inside is none other than the KTP's word (roster's %s)", async (_, nik) => {
    expect(await judged(but({ nik }), { ktp })).toMatchObject({
      action: "interview",
      proposed_nik: SUTRISNO.nik,
    });
    // what another document has too is confirmed
    expect(await judged(but({ nik }), { ktp, ijazah: ktp })).toMatchObject({ action: "fix_roster" });
    // and so is what the registry has issued with this date
    expect(await judged(but({ nik }), { dukcapil: ktp })).toMatchObject({ action: "fix_roster" });
  });
});

describe("where only the diploma has the number whole", () => {
  const cut = but({ nik: "160509051083910" });
  const scientific = [but({ nik: SCIENTIFIC }), SITI];

  test.each<[string, Row, Sources]>([
    ["it alone has one", cut, {}],
    ["Dukcapil's is cut like the roster's", cut, { dukcapil: [cut, SITI] }],
    ["Dukcapil's and the KTP's are as Excel shows them", cut, { dukcapil: scientific, ktp: scientific }],
    ["the roster's is so too", scientific[0]!, { dukcapil: scientific, ktp: scientific }],
    [
      "all others keep the digits that Excel leaves",
      but({ nik: '"1,60509051083910E+15"' }),
      { dukcapil: [but({ nik: '"1,60509051083910E+15"' }), SITI] },
    ],
  ])("it is put into the roster by nobody (%s)", async (_, roster, sources) => {
    expect(await judged(roster, { ...sources, ijazah: [SUTRISNO, SITI] })).toMatchObject({
      verdict: "clarify",
      action: "interview",
    });
  });
});

describe("what is left of another's number in a document", () => {
  test.each([
    ["15 digits", "317101550677987"],
    ["17 digits", "31710155067798712"],
    ["scientific notation", '"3,17101E+15"'],
  ])("(%s) is out of step as the whole number would be", async (_, nik) => {
    for (const [source, action] of [
      ["ktp", "refer_dukcapil"],
      ["ijazah", "refer_school"],
    ] as const)
      expect(
        await judged(SUTRISNO, { dukcapil: [SUTRISNO, SITI], [source]: [but({ nik }), SITI] }),
      ).toMatchObject({ verdict: "clarify", action, codes: "nik.different" });
  });
});

describe("a number that ends in 0 in Dukcapil and in the KTP", () => {
  const right = but({ nik: "1605090510839100" });
  const zeroed = { ...SITI, nik: "1605094203859100" };
  const slip = but({ nik: "1605090510839105" });

  test("ends so by right where their other numbers do not", async () => {
    const found = await judged(slip, { dukcapil: [right, SITI], ktp: [right, SITI] });
    expect(found).toMatchObject({ action: "fix_roster", codes: "nik.typo", proposed_nik: right.nik });
  });

  test.each<[string, Sources]>([
    ["all of both do", { dukcapil: [right, zeroed], ktp: [right, zeroed] }],
    ["all of Dukcapil's do", { dukcapil: [right, zeroed], ktp: [right, SITI] }],
    ["all of the KTP's do", { dukcapil: [right, SITI], ktp: [right, zeroed] }],
    ["there is no other", { dukcapil: [right], ktp: [right] }],
  ])("may be Excel's where %s", async (_, sources) => {
    expect(await judged(slip, sources)).toMatchObject({ action: "interview", proposed_nik: right.nik });
  });

  test("is not confirmed by Dukcapil alone, as no other is", async () => {
    expect(await judged(slip, { dukcapil: [right, SITI] })).toMatchObject({ action: "interview" });
  });

  test("is a single cell's damage where only the KTP has it", async () => {
    for (const dukcapil of [[slip, SITI], [SITI]])
      expect((await judged(slip, { dukcapil, ktp: [right, SITI] }))["codes"]).toContain("nik.excel_damaged");
  });
});

test("a number that ends in 0 in roster and Dukcapil is not Excel's because the KTP has another", async () => {
  const roster = but({ nik: "1605090510839100" });
  const found = await judged(roster, { dukcapil: [roster, SITI], ktp: [SUTRISNO, SITI] });
  expect(found).toMatchObject({ verdict: "clarify", action: "refer_dukcapil" });
});

test("whom no document has is not found, also without a name", async () => {
  const found = await judged(but({ name: "" }), { ktp: [SITI] });
  expect(found).toMatchObject({ verdict: "not_found", action: "interview" });
});

test("only the source that is out of step is said to be", async () => {
  const sources = {
    dukcapil: [but({ nik: "160509051083910" }), SITI],
    // it has a number here, and confirms both it and the name that the roster has not
    ijazah: [SUTRISNO, SITI],
  };
  const found = await judged(but({ name: "SOETRISNO HADI" }), sources);
  expect(found["explanation"]).toMatch(
    /^Daftar dan data acuan sama, sedangkan sumber lain berbeda: Dukcapil\./,
  );
});

describe("somebody whom Dukcapil has not, and the KTP has", () => {
  test.each<[string, string, Partial<Row>, Partial<Row>]>([
    ["goes to Disdukcapil where both say the same", "refer_dukcapil", {}, {}],
    ["also where the KTP has no date", "refer_dukcapil", {}, { date: "" }],
    ["comes where both numbers are cut", "interview", { nik: "160509051083910" }, { nik: "160509051083910" }],
    ["comes where the roster has no number", "interview", { nik: "" }, {}],
    ["comes where the roster has no birth date", "interview", { date: "" }, {}],
    ["comes where neither has a birth date", "interview", { date: "" }, { date: "" }],
  ])("%s", async (_, action, roster, ktp) => {
    const sources = { dukcapil: [SITI], ktp: [but(ktp), SITI] };
    expect(await judged(but(roster), sources)).toMatchObject({ verdict: "not_found", action });
  });
});

describe("what is proposed can be copied into the roster", () => {
  const ktp = [SUTRISNO, SITI];

  test.each(["16O5O9O51O8391O1", '"=""1605090510839101"""', "'1605090510839101", "1605.0905.1083.9101"])(
    "a number written as %s",
    async (nik) => {
      const found = await judged(but({ nik: "" }), { dukcapil: [but({ nik }), SITI], ktp });
      expect(found).toMatchObject({ action: "fix_roster", proposed_nik: SUTRISNO.nik });
    },
  );

  test.each(["30594", "5 Okt 1983", "05/10/1983", "1983-10-05"])(
    "a birth date written as %s",
    async (date) => {
      const proposedTo = (roster: string) =>
        judged(but({ date: roster }), { dukcapil: [but({ date }), SITI], ktp });
      expect(await proposedTo("06/10/1983")).toMatchObject({
        action: "fix_roster",
        proposed_birth_date: "05-10-1983",
      });
      // the harness writes it the other way round
      expect(await proposedTo("06-10-1983")).toMatchObject({
        action: "fix_roster",
        proposed_birth_date: "1983-10-05",
      });
    },
  );

  test("a birth date for a roster that writes the month first, where nobody can take it for another", async () => {
    const found = await judged(but({ date: "10/26/1983" }), {
      dukcapil: [but({ date: "25/10/1983" }), SITI],
      ktp: [but({ date: "25/10/1983" }), SITI],
    });
    expect(found).toMatchObject({ action: "fix_roster", proposed_birth_date: "1983-10-25" });
  });
});

test("a date of a column with the month first is not proposed so", async () => {
  const right = but({ date: "25-10-1983" });
  const sources = { dukcapil: [but({ date: "10/25/1983" }), SITI], ktp: [right, SITI] };
  expect(await judged(but({ date: "26/10/1983" }), sources)).toMatchObject({
    action: "fix_roster",
    proposed_birth_date: "25-10-1983",
  });
});

test("where Dukcapil and KTP say the same, it is the office's own entry that is put right", async () => {
  const slip = but({ name: "SUTRISNA HADI" });
  const sources = { dukcapil: [SUTRISNO, SITI], ktp: [SUTRISNO, SITI], ijazah: [slip, SITI] };
  expect(await judged(slip, sources)).toMatchObject({ action: "interview", route: "opd" });
});
