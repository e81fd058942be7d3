/** The shape of the configuration file, as cocok checks it and as editors are told. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { configurationJsonSchema, JSON_SCHEMA_FILE, schemaReference } from "../../src/config/json-schema.ts";
import { COLUMN_FIELDS } from "../../src/config/plan.ts";
import { checkShape } from "../../src/config/schema.ts";
import { BUILT_IN_NAMES } from "../../src/config/sources.ts";

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

  test("completes sources and fields by name and takes others", () => {
    const sources = schema.properties?.["sources"];
    expect(Object.keys(sources?.properties ?? {})).toEqual(["//", ...BUILT_IN_NAMES]);
    expect(sources?.additionalProperties).toBeTypeOf("object");
    const roster = schema.properties?.["roster"]?.anyOf?.find(({ properties }) => properties !== undefined);
    const fields = Object.keys(roster?.properties?.["map"]?.properties ?? {});
    expect(fields).toEqual(["//", ...COLUMN_FIELDS, "ttl"]);
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
