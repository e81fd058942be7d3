/** The shape of the configuration file, as cocok checks it and as editors are told. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { configurationJsonSchema, JSON_SCHEMA_FILE, schemaReference } from "../../src/config/json-schema.ts";
import { COLUMN_FIELDS } from "../../src/config/plan.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { checkShape } from "../../src/config/schema.ts";
import { BUILT_IN_NAMES, SOURCE_NAME } from "../../src/config/sources.ts";
import { Trouble } from "../../src/trouble.ts";
import { fits } from "./json-schema.ts";

function kinds(value: unknown): string[] {
  return checkShape("c.json", value).problems.map(
    ({ facts }) => `${facts["problem"]} ${facts["path"]} ${facts["expected"] ?? ""}`,
  );
}

describe("remarks", () => {
  test("may stand in every group and are no setting", () => {
    const group = { "//": "keterangan" };
    const { settings, problems } = checkShape("c.json", {
      "//": ["satu", "dua"],
      roster: { ...group, files: "a.csv", map: { ...group, nik: "No KTP" } },
      sources: { ...group, ktp: { ...group, files: "b.csv", map: group } },
      leading: { ...group, nik: ["ktp"] },
    });
    expect(problems).toEqual([]);
    expect(settings.roster).toMatchObject({ map: { nik: "No KTP" } });
    expect(Object.keys(settings.sources ?? {})).toEqual(["ktp"]);
    expect(settings.sources?.["ktp"]).toMatchObject({ files: "b.csv", map: {} });
    expect(JSON.stringify([settings.sources, settings.roster])).not.toMatch(/"map":\{"\/\/"/);
  });

  test.each<[string, unknown, string[]]>([
    ["a number", { "//": 7 }, ["wrong_type // remark"]],
    ["a group", { sources: { "//": { files: "a" }, ktp: "k.csv" } }, ["wrong_type sources.// remark"]],
    ["a list with a number", { roster: { "//": ["a", 1] } }, ["wrong_type roster.//[1] text"]],
  ])("are texts or lists of texts, not %s", (_what, value, expected) => {
    expect(kinds(value)).toEqual(expected);
  });
});

test.each<[string, unknown, string]>([
  ["misspelt", { rooster: "r.csv" }, "roster"],
  ["in other letters and with marks", { "as-of": "2026-12-31", sources: {} }, "asOf"],
  ["of a source", { sources: { ktp: { files: "k.csv", block: ["x"] } } }, "blocked"],
  ["short", { roster: { mal: 1 } }, "map"],
  ["that is like none", { penerima: 1 }, ""],
  ["without a letter", { "123": 1 }, ""],
])("an unknown key suggests what was perhaps meant: %s", (_what, value, suggestion) => {
  expect(checkShape("c.json", value).problems[0]?.facts).toMatchObject({ suggestion });
});

test("a name like those of the language's own properties is a name like any other", () => {
  const { settings, problems } = checkShape("c.json", { sources: { constructor: "b.csv" } });
  expect(problems).toEqual([]);
  expect(Object.keys(settings.sources ?? {})).toEqual(["constructor"]);
});

test.each<[string, string]>([
  ['{ "sources": { "__proto__": "a.csv", "ktp": "k.csv" } }', "source_name_malformed sources.__proto__"],
  ['{ "sources": { "__proto__": 7 } }', "source_name_malformed sources.__proto__"],
  ['{ "roster": { "map": { "__proto__": "NIK" } } }', "unknown_key roster.map.__proto__"],
  ['{ "sources": { "ktp": { "map": { "__proto__": "NIK" } } } }', "unknown_key sources.ktp.map.__proto__"],
  ['{ "__proto__": "a.csv" }', "unknown_key __proto__"],
  ['{ "sources": { "ktp": { "__proto__": 1 } } }', "unknown_key sources.ktp.__proto__"],
])("a name that no object can have is told: %s", (text, expected) => {
  expect(kinds(JSON.parse(text)).map((kind) => kind.trim())).toEqual([expected]);
});

describe("what is sound beside what is wrong", () => {
  test.each<[string, unknown, unknown]>([
    ["at the top", { mask: "yes", threads: 2, rooster: "r.csv" }, { threads: 2 }],
    ["in a list", { formats: ["csv", 7], asOf: "2026-12-31" }, { asOf: "2026-12-31" }],
    [
      "among the leaders",
      { leading: { nik: "ktp", name: ["ktp"], sex: [] } },
      { leading: { name: ["ktp"] } },
    ],
    [
      "among the sources, of which the name is kept",
      { sources: { "//": 7, KTP: { files: 7 }, bkn: "b.csv" } },
      { sources: { KTP: {}, bkn: "b.csv" } },
    ],
    ["in no group at all", ["r.csv"], {}],
  ])("can be used: %s", (_what, value, sound) => {
    expect(checkShape("c.json", value).settings).toEqual(sound);
  });
});

test.each<[string, unknown, string]>([
  ["a text", "2", "wrong_type threads number"],
  ["a switch", true, "wrong_type threads number"],
  ["infinite", Number.POSITIVE_INFINITY, "wrong_type threads number"],
])("a number is none when it is %s", (_what, threads, expected) => {
  expect(kinds({ threads })).toEqual([expected]);
});

describe("the JSON Schema", () => {
  interface Node {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Node>>;
    readonly additionalProperties?: unknown;
    readonly anyOf?: readonly Node[];
  }
  const schema = configurationJsonSchema() as Node;

  test("that is shipped is the one that is checked by", () => {
    expect(JSON.parse(readFileSync(JSON_SCHEMA_FILE, "utf8"))).toEqual(schema);
  });

  test("completes sources and fields by name, and takes other names of sources", () => {
    const sources = schema.properties?.["sources"];
    expect(Object.keys(sources?.properties ?? {})).toEqual(["//", ...BUILT_IN_NAMES]);
    expect(sources?.additionalProperties).toBeTypeOf("object");
    const roster = schema.properties?.["roster"]?.anyOf?.find(({ properties }) => properties !== undefined);
    const fields = Object.keys(roster?.properties?.["map"]?.properties ?? {});
    expect(fields).toEqual(["//", ...COLUMN_FIELDS, "ttl"]);
  });

  /** What is wrong however the command line goes on. */
  function isRefused(settings: object): boolean {
    const typed = { roster: ["r.csv"], bkn: ["b.csv"] };
    const names = Object.keys("sources" in settings ? Object(settings.sources) : {});
    const source = names.filter((name) => SOURCE_NAME.test(name)).map((name) => `${name}=${name}.csv`);
    try {
      resolvePlan(
        { ...typed, source },
        { file: "c.json", ...checkShape("c.json", settings), language: null },
      );
      return false;
    } catch (error) {
      expect(error).toBeInstanceOf(Trouble);
      return true;
    }
  }

  test.each<[string, object]>([
    ["a source with capitals", { sources: { Gaji: "g.csv" } }],
    ["a source with a space", { sources: { "a b": "g.csv" } }],
    ["a source with a long name", { sources: { [`g${"a".repeat(32)}`]: "g.csv" } }],
    ["a source of a reserved name", { sources: { roster: "g.csv" } }],
    ["the English name of diplomas", { sources: { diploma: "g.csv" } }],
    ["a field of the roster that there is not", { roster: { map: { tinggi: "TB" } } }],
    ["a field of a source that there is not", { sources: { ktp: { map: { NIK: "TB" } } } }],
    ["a report that there is not", { formats: "pdf" }],
    ["no report between two commas", { formats: "csv,,xlsx" }],
    ["a report of a list that there is not", { formats: ["csv", "odt"] }],
    ["a date in another writing", { asOf: "31-10-2022" }],
    ["absence from a registry", { sources: { dukcapil: { absent: "finding" } } }],
    [
      "absence from what is called a document",
      { sources: { gaji: { kind: "document", absent: "finding" } } },
    ],
    ["a status of BKN that is called a registry", { sources: { bkn: { kind: "registry", blocked: ["x"] } } }],
    ["a leader that no source can be called", { leading: { nik: ["roster"] } }],
    ["half a thread", { threads: 0.5 }],
    ["a choice that there is not", { failOn: "new" }],
  ])("refuses as cocok does: %s", (_what, settings) => {
    expect([fits(settings, schema), isRefused(settings)]).toEqual([false, true]);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    [
      "remarks in every group",
      { "//": "a", roster: { "//": ["b"], map: { "//": "c" } }, sources: { "//": "d" } },
    ],
    [
      "what flags will give files to",
      { roster: { map: { ttl: "TTL" } }, sources: { ktp: { map: { nik: "A" } } } },
    ],
    ["a group of sources that flags will fill", { sources: {} }],
    [
      "a source of any name",
      { sources: { "gaji_2-a": { files: ["g.csv"], absent: "ignore" }, constructor: "c.csv" } },
    ],
    ["a listing by itself", { sources: { bkn: { absent: "finding", blocked: ["x"] } } }],
    ["a document that is called a listing", { sources: { ktp: { kind: "listing", registered: ["x"] } } }],
    ["reports with commas", { formats: " csv , xlsx,html " }],
    ["reports with spaces", { formats: "csv xlsx" }],
    ["reports in a list", { formats: ["csv,html", "xlsx"] }],
    ["a leader that was not given, and none", { leading: { name: ["ijazah", "dukcapil"], nik: [] } }],
    ["a date and threads", { asOf: "2022-10-31", threads: 64 }],
  ])("takes what cocok takes: %s", (_what, settings) => {
    expect([fits(settings, schema), isRefused(settings)]).toEqual([true, false]);
  });

  test("refuses no configuration of the stories", () => {
    const files = readdirSync("fixtures").map((story) => path.join("fixtures", story, "cocok.config.json"));
    for (const file of files.filter((name) => existsSync(name)))
      expect([file, fits(JSON.parse(readFileSync(file, "utf8")), schema)]).toEqual([file, true]);
  });

  test("knows no other key at the top, and explains each in both languages", () => {
    expect(schema.additionalProperties).toBe(false);
    for (const { description } of Object.values(schema.properties ?? {}))
      expect(description).toMatch(/^\S.*\n\S.*$/);
  });

  test("is named by a path that leads from the configuration to the package", () => {
    const home = process.cwd();
    expect(schemaReference(home)).toBe(`./${JSON_SCHEMA_FILE}`);
    expect(schemaReference(path.join(home, "a", "b"))).toBe(`../../${JSON_SCHEMA_FILE}`);
    expect(schemaReference(path.dirname(home))).toBe(`./${path.basename(home)}/${JSON_SCHEMA_FILE}`);
  });
});
