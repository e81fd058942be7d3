/** How flags and configuration file become one plan, and which problems are told when they do not. */
import { availableParallelism } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/config/configuration.ts";
import type { Typed } from "../../src/config/options.ts";
import { type Plan, SOURCE_KINDS } from "../../src/config/plan.ts";
import { resolvePlan, Unresolved } from "../../src/config/resolve.ts";
import { checkShape } from "../../src/config/schema.ts";
import { type Problem, Trouble } from "../../src/trouble.ts";

const FILE = "cocok.config.json";
const ENOUGH: Typed = { roster: ["r.csv"], dukcapil: ["d.csv"] };

function configured(settings: unknown, file = FILE): Configuration {
  return { file, ...checkShape(file, settings), language: null };
}

function plan(typed: Typed, settings?: unknown, file?: string): Plan {
  return resolvePlan(typed, settings === undefined ? null : configured(settings, file));
}

function problemsOf(typed: Typed, settings?: unknown): readonly Problem[] {
  try {
    plan(typed, settings);
  } catch (error) {
    if (error instanceof Trouble) return error.problems;
    throw error;
  }
  return [];
}

/** `what where`, as short as the tables below can be read. */
function brief({ code, facts }: Problem): string {
  return `${facts["problem"] ?? code} ${facts["path"] ?? ""}`.trim();
}

describe("a plan", () => {
  test("of flags alone has the documented defaults", () => {
    expect(plan(ENOUGH)).toEqual({
      roster: { files: ["r.csv"], mapping: {} },
      sources: [{ name: "dukcapil", kind: "registry", files: ["d.csv"], mapping: {} }],
      identifier: "nik",
      leading: {
        nik: ["dukcapil", "ktp"],
        name: ["dukcapil", "ktp", "ijazah"],
        birth_date: ["dukcapil", "ktp", "ijazah"],
        birth_place: ["dukcapil", "ktp", "ijazah"],
      },
      out: "hasil",
      asOf: 20261231,
      language: "id",
      formats: ["csv", "xlsx", "html"],
      mask: false,
      failOn: "any",
      threads: Math.min(availableParallelism(), 4),
      json: false,
      quiet: false,
      color: true,
    });
  });

  test("of a file alone has what the file says, paths seen from the working folder", () => {
    const settings = {
      $schema: "https://example.org/cocok.schema.json",
      roster: { files: ["r1.csv", "r2.csv"], map: { nik: "No KTP" } },
      sources: {
        dukcapil: "d.csv",
        ijazah: ["i.csv"],
        gaji: { files: "../gaji.csv", kind: "document", map: { ttl: "Lahir" } },
      },
      identifier: "nip",
      asOf: "2026-10-31",
      lang: "en",
      out: "run",
      formats: ["html"],
      mask: true,
      failOn: "none",
      threads: 12,
      json: true,
      quiet: true,
      color: false,
      leading: { nik: ["ktp"], name: [] },
    };
    const at = (name: string): string => path.join("oktober", name);
    expect(plan({}, settings, "oktober/cocok.config.json")).toEqual({
      roster: { files: [at("r1.csv"), at("r2.csv")], mapping: { nik: "No KTP" } },
      sources: [
        { name: "dukcapil", kind: "registry", files: [at("d.csv")], mapping: {} },
        { name: "ijazah", kind: "document", files: [at("i.csv")], mapping: {} },
        { name: "gaji", kind: "document", files: ["gaji.csv"], mapping: { birth_place_and_date: "Lahir" } },
      ],
      identifier: "nip",
      leading: {
        nik: ["ktp"],
        name: [],
        birth_date: ["dukcapil", "ktp", "ijazah"],
        birth_place: ["dukcapil", "ktp", "ijazah"],
      },
      out: at("run"),
      asOf: 20261031,
      language: "en",
      formats: ["csv", "html"],
      mask: true,
      failOn: "none",
      threads: 12,
      json: true,
      quiet: true,
      color: false,
    });
  });

  test("takes the flag where both speak; kind and mapping of the file stay", () => {
    const settings = {
      roster: { files: "old.csv", map: { nik: "No KTP", name: "Nama" } },
      sources: { gaji: { files: "old-gaji.csv", kind: "document" }, ktp: "k.csv" },
      lang: "en",
      asOf: "2025-01-01",
      out: "old",
      threads: 2,
    };
    const typed: Typed = {
      roster: ["new.csv"],
      source: ["gaji=new-gaji.csv"],
      map: ["roster.nik=NIK"],
      lang: "id",
      asOf: "2026-02-28",
      out: "new",
      threads: "64",
    };
    const result = plan(typed, settings, "x/cocok.config.json");
    expect(result.roster).toEqual({ files: ["new.csv"], mapping: { nik: "NIK", name: "Nama" } });
    expect(result.sources).toEqual(
      [
        { name: "gaji", kind: "document", files: ["new-gaji.csv"], mapping: {} },
        { name: "ktp", kind: "document", files: [path.join("x", "k.csv")], mapping: {} },
      ].sort((a) => (a.name === "ktp" ? -1 : 1)),
    );
    expect([result.language, result.asOf, result.out, result.threads]).toEqual(["id", 20260228, "new", 64]);
  });

  test("takes the column that was typed where the file names another", () => {
    const { roster } = plan(
      { ...ENOUGH, map: ["roster.nik=B"] },
      { roster: { files: "x", map: { nik: "A" } } },
    );
    expect(roster.mapping).toEqual({ nik: "B" });
  });

  test("maps a header that holds = and . itself", () => {
    const { roster } = plan({ ...ENOUGH, map: ["roster.name=Nama = lengkap. (KTP)", "roster.ttl=TTL"] });
    expect(roster.mapping).toEqual({ name: "Nama = lengkap. (KTP)", birth_place_and_date: "TTL" });
  });

  test("collects several files of one source, from its own flag and from --source", () => {
    const { sources } = plan({ ...ENOUGH, source: ["gaji=1.csv", "dukcapil=e.csv", "gaji=2.csv"] });
    expect(sources.map(({ name, files }) => [name, files])).toEqual([
      ["dukcapil", ["d.csv", "e.csv"]],
      ["gaji", ["1.csv", "2.csv"]],
    ]);
  });

  test("orders sources by kind, the built-in ones first, however they are given", () => {
    const names = ["bkn", "ijazah", "ktp", "dukcapil", "absen", "gaji", "simpeg"];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (given) => {
        const sources = Object.fromEntries(given.map((name) => [name, `${name}.csv`]));
        const settings = { sources: { ...sources, simpeg: { files: "s.csv", kind: "registry" } } };
        expect(plan({ roster: ["r.csv"] }, settings).sources.map(({ name }) => name)).toEqual([
          "dukcapil",
          "simpeg",
          "ktp",
          "ijazah",
          "bkn",
          "absen",
          "gaji",
        ]);
      }),
    );
  });

  test("names the results folder without a slash at its end", () => {
    expect(plan({ ...ENOUGH, out: "hasil/" }).out).toBe("hasil");
    expect(plan({ ...ENOUGH, out: "/hasil/" }).out).toBe(path.join("/", "hasil"));
  });

  test("has no colour when flag or file forbids it", () => {
    expect(plan({ ...ENOUGH, color: false }).color).toBe(false);
    expect(plan(ENOUGH, { color: false }).color).toBe(false);
  });
});

describe("a problem of the command line", () => {
  test.each<[string, Typed, string[]]>([
    ["nothing typed", {}, ["no_roster", "no_source"]],
    ["no source", { roster: ["r.csv"] }, ["no_source"]],
    [
      "a source whose name is wrong, which was given all the same",
      { roster: ["r.csv"], source: ["Gaji=a.csv"] },
      ["source_name_malformed --source"],
    ],
    ["no roster", { ktp: ["k.csv"] }, ["no_roster"]],
    ["an empty file name", { roster: [""], ktp: ["k.csv"] }, ["empty --roster"]],
    ["an unknown identifier kind", { ...ENOUGH, identifier: "kk" }, ["not_a_choice --identifier"]],
    ["an unknown language", { ...ENOUGH, lang: "fr" }, ["not_a_choice --lang"]],
    ["an unknown --fail-on", { ...ENOUGH, failOn: "new" }, ["not_a_choice --fail-on"]],
    ["a day that is not in the calendar", { ...ENOUGH, asOf: "2026-02-29" }, ["as_of_invalid --as-of"]],
    ["a date written day first", { ...ENOUGH, asOf: "31-12-2026" }, ["as_of_invalid --as-of"]],
    ["no thread at all", { ...ENOUGH, threads: "0" }, ["threads_invalid --threads"]],
    ["more threads than can be asked for", { ...ENOUGH, threads: "65" }, ["threads_invalid --threads"]],
    ["half a thread", { ...ENOUGH, threads: "1.5" }, ["threads_invalid --threads"]],
    ["threads below none", { ...ENOUGH, threads: "-1" }, ["threads_invalid --threads"]],
    ["threads in words", { ...ENOUGH, threads: "dua" }, ["threads_invalid --threads"]],
    ["threads left blank", { ...ENOUGH, threads: "" }, ["threads_invalid --threads"]],
    ["an empty results folder", { ...ENOUGH, out: "" }, ["empty --out"]],
    ["a mapping without a header", { ...ENOUGH, map: ["roster.nik="] }, ["map_malformed --map"]],
    ["a mapping without a source", { ...ENOUGH, map: ["nik=NIK"] }, ["map_malformed --map"]],
    ["a mapping of an unknown field", { ...ENOUGH, map: ["roster.constructor=A"] }, ["unknown_field --map"]],
    [
      "two columns for a field",
      { ...ENOUGH, map: ["roster.nik=A", "dukcapil.nik=A", "roster.nik=B"] },
      ["mapped_twice --map"],
    ],
    [
      "two columns for a field by its two names",
      { ...ENOUGH, map: ["roster.ttl=A", "roster.birth_place_and_date=B"] },
      ["mapped_twice --map"],
    ],
    ["a mapping of a source not given", { ...ENOUGH, map: ["ktp.nik=A"] }, ["source_unknown --map"]],
    ["a source without a file", { ...ENOUGH, source: ["gaji"] }, ["source_malformed --source"]],
    ["a source named roster", { ...ENOUGH, source: ["roster=a.csv"] }, ["source_name_reserved --source"]],
    ["a source named diploma", { ...ENOUGH, source: ["diploma=a.csv"] }, ["source_name_reserved --source"]],
    ["a source with capitals", { ...ENOUGH, source: ["Gaji=a.csv"] }, ["source_name_malformed --source"]],
    [
      "a source that would leave its folder",
      { ...ENOUGH, source: ["../x=a.csv"] },
      ["source_name_malformed --source"],
    ],
    ["a file given twice", { ...ENOUGH, roster: ["r.csv", "./r.csv"] }, ["file_given_twice --roster"]],
    [
      "a roster that is a source too",
      { ...ENOUGH, ktp: ["x/../r.csv"] },
      ["file_is_roster_and_source --ktp"],
    ],
    ["a list read under two rules", { ...ENOUGH, bkn: ["b.csv"], source: ["gaji=b.csv"] }, []],
    [
      "a file that would be two sources, each confirming the other",
      { ...ENOUGH, dukcapil: ["d.csv"], ktp: ["./d.csv"] },
      ["file_is_two_sources --ktp"],
    ],
    ["an input in the results folder", { ...ENOUGH, ktp: ["hasil/k.csv"] }, ["file_inside_out --out"]],
    [
      "results over the inputs",
      { roster: ["kirim/r.csv"], dukcapil: ["kirim/d.csv"], out: "kirim" },
      ["file_inside_out --out", "file_inside_out --out"],
    ],
    ["results in place of the working folder", { ...ENOUGH, out: "." }, ["out_holds_working_folder --out"]],
    ["results in place of one above it", { ...ENOUGH, out: ".." }, ["out_holds_working_folder --out"]],
    ["results in place of everything", { ...ENOUGH, out: "/" }, ["out_holds_working_folder --out"]],
  ])("%s", (_what, typed, expected) => {
    expect(problemsOf(typed).map(brief)).toEqual(expected);
  });

  test.each([
    ["csv,pdf,odt", [{ problem: "not_a_choice", value: "pdf, odt" }]],
    [
      "csv,pdf,,odt",
      [
        { problem: "not_a_choice", value: "pdf, odt" },
        { problem: "gap_in_list", suggestion: "csv" },
      ],
    ],
    ["xlsx,,html", [{ problem: "gap_in_list", suggestion: "xlsx,html" }]],
    ["csv,", [{ problem: "gap_in_list", suggestion: "csv" }]],
    [",", [{ problem: "not_a_choice", value: "" }]],
    ["", [{ problem: "not_a_choice", value: "" }]],
  ])("of reports names those that there are not, and a blank between two commas: %j", (formats, expected) => {
    expect(problemsOf({ ...ENOUGH, formats }).map(({ facts }) => facts)).toMatchObject(expected);
  });

  test.each(["xlsx,html", "xlsx html", " xlsx , html ", "csv\thtml  xlsx"])(
    "reports may stand with commas or spaces between them: %j",
    (formats) => {
      expect(plan({ ...ENOUGH, formats }).formats).toEqual(["csv", "xlsx", "html"]);
      expect(plan(ENOUGH, { formats: [formats, "csv"] }).formats).toEqual(["csv", "xlsx", "html"]);
    },
  );

  test("does not hide another: all are told at once", () => {
    const typed: Typed = { ktp: ["k.csv"], lang: "fr", asOf: "kemarin", map: ["x"], source: ["y"] };
    expect(problemsOf(typed).map(brief)).toEqual([
      "source_malformed --source",
      "map_malformed --map",
      "not_a_choice --lang",
      "as_of_invalid --as-of",
      "no_roster",
    ]);
  });
});

describe("a problem of the configuration file", () => {
  test.each<[string, unknown, string[]]>([
    ["a list in place of the whole", [], ["wrong_type"]],
    ["an unknown key", { rooster: "r.csv" }, ["unknown_key rooster"]],
    ["a roster that is a number", { roster: 7 }, ["wrong_type roster"]],
    ["an empty roster", { roster: "" }, ["empty roster"]],
    ["an empty list of files", { roster: [] }, ["empty roster"]],
    ["a number among the files", { roster: ["r.csv", 7] }, ["wrong_type roster[1]"]],
    ["an unknown key of the roster", { roster: { file: "r.csv" } }, ["unknown_key roster.file"]],
    ["files that are a number", { roster: { files: 7 } }, ["wrong_type roster.files"]],
    ["a kind of the roster", { roster: { files: "r.csv", kind: "registry" } }, ["unknown_key roster.kind"]],
    ["sources that are a list", { sources: ["d.csv"] }, ["wrong_type sources"]],
    ["a source that is null", { sources: { ktp: null } }, ["wrong_type sources.ktp"]],
    [
      "an unknown kind",
      { sources: { ktp: { files: "k.csv", kind: "card" } } },
      ["not_a_choice sources.ktp.kind"],
    ],
    [
      "a header that is a number",
      { sources: { ktp: { map: { nik: 3 } } } },
      ["wrong_type sources.ktp.map.nik"],
    ],
    [
      "an unknown meaning of absence",
      { sources: { bkn: { files: "b.csv", absent: "block" } } },
      ["not_a_choice sources.bkn.absent"],
    ],
    [
      "no blocking status",
      { sources: { bkn: { files: "b.csv", blocked: [] } } },
      ["empty sources.bkn.blocked"],
    ],
    [
      "a blocking status that is no list",
      { sources: { bkn: { files: "b.csv", blocked: "TMS" } } },
      ["wrong_type sources.bkn.blocked"],
    ],
    ["a choice not offered", { identifier: "kk" }, ["not_a_choice identifier"]],
    ["a switch in quotes", { json: "true" }, ["wrong_type json"]],
    ["a date that is a number", { asOf: 20261231 }, ["wrong_type asOf"]],
    ["threads that are a text", { threads: "2" }, ["wrong_type threads"]],
    ["a leader of an unknown field", { leading: { sex: ["ktp"] } }, ["unknown_key leading.sex"]],
    ["leaders that are a text", { leading: { nik: "ktp" } }, ["wrong_type leading.nik"]],
    [
      "a source without a shape or a name",
      { sources: { KTP: 7 } },
      ["wrong_type sources.KTP", "source_name_malformed sources.KTP"],
    ],
  ])("in shape: %s", (_what, settings, expected) => {
    const problems = problemsOf(ENOUGH, settings);
    expect(problems.map(brief)).toEqual(expected);
    expect(problems.map((problem) => problem.facts["file"])).toEqual(expected.map(() => FILE));
  });

  test.each<[string, unknown, string[]]>([
    ["a field that cannot be mapped", { roster: { map: { kk: "KK" } } }, ["unknown_field roster.map.kk"]],
    [
      "several such fields, each by itself",
      { roster: { map: { kk: "KK", hp: "No HP" } } },
      ["unknown_field roster.map.kk", "unknown_field roster.map.hp"],
    ],
    [
      "a source without files",
      { sources: { ktp: { kind: "document" } } },
      ["source_without_files sources.ktp"],
    ],
    [
      "settings of a listing on what is none",
      { sources: { ktp: { files: "k.csv", absent: "ignore", blocked: ["TMS"] } } },
      ["not_of_a_listing sources.ktp.absent", "not_of_a_listing sources.ktp.blocked"],
    ],
    [
      "a status of nothing but marks",
      { sources: { bkn: { files: "b.csv", registered: ["OK", "--"] } } },
      ["empty sources.bkn.registered[1]"],
    ],
    [
      "a status that blocks and does not",
      { sources: { bkn: { files: "b.csv", blocked: ["T.M.S"], registered: ["t m s"] } } },
      ["status_both_ways sources.bkn.registered"],
    ],
    [
      "two columns for a field by its two names",
      { roster: { map: { ttl: "A", birth_place_and_date: "B" } } },
      ["mapped_twice roster.map.birth_place_and_date"],
    ],
    ["a reserved name", { sources: { roster: "x.csv" } }, ["source_name_reserved sources.roster"]],
    ["a name with capitals", { sources: { KTP: "k.csv" } }, ["source_name_malformed sources.KTP"]],
    ["a leader that is no source", { leading: { name: ["kk"] } }, ["source_unknown leading.name"]],
    ["the roster as leader", { leading: { name: ["roster"] } }, ["source_unknown leading.name"]],
    ["a month that does not exist", { asOf: "2026-13-01" }, ["as_of_invalid asOf"]],
    ["no thread at all", { threads: 0 }, ["threads_invalid threads"]],
    ["more threads than can be asked for", { threads: 65 }, ["threads_invalid threads"]],
    ["half a thread", { threads: 1.5 }, ["threads_invalid threads"]],
    ["threads beyond all counting", { threads: 1e300 }, ["threads_invalid threads"]],
    ["a file given twice", { sources: { ktp: ["k.csv", "k.csv"] } }, ["file_given_twice sources.ktp"]],
    ["a roster that is a source", { sources: { ktp: "r.csv" } }, ["file_is_roster_and_source sources.ktp"]],
    ["results in place of the working folder", { out: "." }, ["out_holds_working_folder out"]],
  ])("in sense: %s", (_what, settings, expected) => {
    expect(problemsOf(ENOUGH, settings).map(brief)).toEqual(expected);
  });

  test("in shape does not hide one in sense: all are told at once", () => {
    const settings = {
      roster: "r.csv",
      sources: { dukcapil: "d.csv", ktp: { kind: "document" } },
      mask: "yes",
      asOf: "2022-13-01",
      formats: "pdf",
      threads: 0,
    };
    expect(problemsOf({}, settings).map(brief)).toEqual([
      "wrong_type mask",
      "not_a_choice formats",
      "as_of_invalid asOf",
      "threads_invalid threads",
      "source_without_files sources.ktp",
    ]);
  });

  test.each<[string, unknown, string[]]>([
    [
      "a roster that cannot be read",
      { roster: 7, threads: 0 },
      ["wrong_type roster", "threads_invalid threads", "no_source"],
    ],
    ["a key that may be the roster", { rooster: "r.csv" }, ["unknown_key rooster"]],
    [
      "a results folder that cannot be read",
      { roster: "hasil/r.csv", sources: { ktp: "k.csv" }, out: 7 },
      ["wrong_type out"],
    ],
    [
      "a kind of source",
      { sources: { ktp: { files: "k.csv", kind: "lsting", absent: "ignore" } } },
      ["not_a_choice sources.ktp.kind", "no_roster"],
    ],
    [
      "columns, where one file is two sources",
      { roster: "r.csv", sources: { ktp: { files: "k.csv", map: { nik: 1 } }, ijazah: "k.csv" } },
      ["wrong_type sources.ktp.map.nik"],
    ],
  ])("leaves unsaid what the file may have meant to give: %s", (_what, settings, expected) => {
    expect(problemsOf({}, settings).map(brief)).toEqual(expected);
  });

  test("in the shape of one input hides nothing of the others, nor of the rest of it", () => {
    const settings = {
      roster: { files: "r.csv", map: { nik: 7, tinggi: "TB" } },
      sources: {
        dukcapil: { files: ["d.csv", 7], absent: "ignore", map: { berat: "BB" } },
        ktp: 7,
        bkn: { files: ["b.csv", "r.csv"], block: ["R4"], blocked: ["CUTI"], registered: ["cuti"] },
      },
      leading: { nik: ["dukcapill"], name: [7], birth_date: ["bkn"] },
      out: ".",
    };
    expect(
      problemsOf({ map: ["gaji.nik=NIK"] }, settings)
        .map(brief)
        .sort(),
    ).toEqual([
      "file_is_roster_and_source sources.bkn",
      "not_of_a_listing sources.dukcapil.absent",
      "out_holds_working_folder out",
      "source_unknown --map",
      "source_unknown leading.nik",
      "status_both_ways sources.bkn.registered",
      "unknown_field roster.map.tinggi",
      "unknown_field sources.dukcapil.map.berat",
      "unknown_key sources.bkn.block",
      "wrong_type leading.name[0]",
      "wrong_type roster.map.nik",
      "wrong_type sources.dukcapil.files[1]",
      "wrong_type sources.ktp",
    ]);
  });

  test("results over the file itself are refused", () => {
    const file = path.join("oktober", FILE);
    expect(() => plan(ENOUGH, { out: "." }, file)).toThrow("config_invalid");
    expect(plan(ENOUGH, { out: "hasil" }, file).out).toBe(path.join("oktober", "hasil"));
  });

  test("a leader that is known but not given is none", () => {
    expect(problemsOf(ENOUGH, { leading: { nik: ["ktp"], name: ["ijazah", "bkn"] } })).toEqual([]);
  });

  test("while its shape is wrong, nothing is said about what it may have meant to give", () => {
    expect(problemsOf({}, { rooster: "r.csv", sources: 7 }).map(brief)).toEqual([
      "wrong_type sources",
      "unknown_key rooster",
    ]);
  });

  test("is told together with those of the command line", () => {
    expect(problemsOf({ lang: "fr" }, { json: 1 }).map(brief)).toEqual([
      "wrong_type json",
      "not_a_choice --lang",
      "no_roster",
      "no_source",
    ]);
  });
});

describe("the results folder is looked at although a setting is wrong", () => {
  const knownOut = (settings: unknown): string | null => {
    try {
      plan({ ...ENOUGH, lang: "fr" }, settings);
    } catch (error) {
      if (error instanceof Unresolved) return error.known.out;
      throw error;
    }
    return expect.unreachable();
  };

  test.each<[string, unknown, string | null]>([
    ["where it is known", { out: "hasil-oktober" }, "hasil-oktober"],
    ["but not where that one is", { out: "." }, null],
    ["nor where it cannot be understood", { out: 7 }, null],
  ])("%s", (_where, settings, expected) => {
    expect(knownOut(settings)).toBe(expected);
  });
});

test("whatever stands in the file, the answer is a plan or problems that each have a place", () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          roster: fc.jsonValue(),
          sources: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
          leading: fc.jsonValue(),
          asOf: fc.jsonValue(),
          lang: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      (settings) => {
        for (const { facts } of problemsOf(ENOUGH, settings)) expect(facts["path"]).toBeTypeOf("string");
      },
    ),
  );
});

test("absence from BKN's list asks for registration, from any other listing for nothing, unless the file says so", () => {
  const sources = {
    bkn: "b.csv",
    gaji: "g.csv",
    absensi: { files: "a.csv", absent: "ignore", blocked: ["CUTI"] },
    jawaban: { files: "j.csv", kind: "answers" },
  };
  expect(plan(ENOUGH, { sources }).sources.map(({ name, listing }) => [name, listing])).toEqual([
    ["dukcapil", undefined],
    ["jawaban", undefined],
    ["bkn", { absent: "register", blocked: [], registered: [] }],
    ["absensi", { absent: "ignore", blocked: ["CUTI"], registered: [] }],
    ["gaji", { absent: "finding", blocked: [], registered: [] }],
  ]);
});

test("kinds are linked from the most to the least authoritative", () => {
  expect(SOURCE_KINDS).toEqual(["registry", "answers", "document", "listing"]);
});
