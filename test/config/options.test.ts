/** Every option stands once, with its flag, its key in the configuration file and its help; nothing else does. */
import { expect, test } from "vitest";
import { z } from "zod";
import { CONFIGURATION_ONLY, OPTIONS, type OptionEntry } from "../../src/config/options.ts";
import { COLUMN_FIELDS } from "../../src/config/plan.ts";
import { SETTINGS_SCHEMA } from "../../src/config/schema.ts";
import { BUILT_IN_NAMES } from "../../src/config/sources.ts";
import { IDENTIFIER_KINDS } from "../../src/field/identifier-kinds.ts";
import { understand } from "../../src/input/understand.ts";

const entries: readonly (readonly [string, OptionEntry])[] = Object.entries(OPTIONS);

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
}

/** Every key the schema allows, dotted, `*` for names that are free. */
function keysOf(schema: JsonSchema, base = ""): string[] {
  const below = (name: string, inner: JsonSchema): string[] => {
    const path = base === "" ? name : `${base}.${name}`;
    const deeper = keysOf(inner, path);
    // A group that holds other keys is not a setting itself, unless it can be given as a plain value too.
    const isGroup = deeper.length > 0 && inner.anyOf === undefined;
    return isGroup ? deeper : [path, ...deeper];
  };
  const free = schema.additionalProperties;
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => below(name, inner)),
    ...(typeof free === "object" ? below("*", free) : []),
    ...(schema.anyOf ?? []).flatMap((inner) => keysOf(inner, base)),
  ];
}

function generalised(path: string): string {
  return path
    .replace(/\b(NAME|FIELD)\b/g, "*")
    .replace(/^.*\/\/$/, "//")
    .replace(/^leading\.(nik|name|birth_date|birth_place)$/, "leading.*");
}

test("every flag has its key in the configuration file, and every key its flag or its place among the file-only ones", () => {
  const tables = [
    ...entries.flatMap(([, option]) => option.configuration),
    ...Object.keys(CONFIGURATION_ONLY),
  ];
  // `{"files": …}` is the long way to write what `roster` and `sources.NAME` hold.
  const schema = keysOf(z.toJSONSchema(SETTINGS_SCHEMA, { io: "input" }) as JsonSchema).map((key) =>
    key.replace(/\.files$/, ""),
  );
  expect([...new Set(schema.map(generalised))].sort()).toEqual([...new Set(tables.map(generalised))].sort());
});

test("only --config has no place in the configuration file", () => {
  expect(entries.filter(([, option]) => option.configuration.length === 0).map(([name]) => name)).toEqual([
    "config",
  ]);
});

test("no flag stands twice", () => {
  const flags = entries.flatMap(([, option]) => option.flags);
  expect(new Set(flags).size).toBe(flags.length);
});

test.each(entries)("%s is explained in both languages, in different words", (_name, option) => {
  expect(option.help.id).toMatch(/\S.*\.$/);
  expect(option.help.en).toMatch(/\S.*\.$/);
  expect(option.help.id).not.toBe(option.help.en);
});

test.each(entries.filter(([, option]) => option.choices !== undefined))(
  "the default of %s is one of its choices",
  (_name, option) => {
    expect(option.choices).toContain(option.default);
  },
);

test("every built-in source has an option of its own name", () => {
  for (const name of BUILT_IN_NAMES) expect(OPTIONS[name].flags[0]).toBe(`--${name}`);
});

test("every identifier kind can be chosen", () => {
  expect([...OPTIONS.identifier.choices].sort()).toEqual(Object.keys(IDENTIFIER_KINDS).sort());
});

test.each(COLUMN_FIELDS)("%s can be mapped to any column", (field) => {
  const request = { path: "a.csv", role: "roster", identifier: "nik", asOf: 20_261_231 } as const;
  const head = [
    ["Nama", "NIK", "Tgl Lahir", "Isian"],
    ["BUDI", "1605091205909001", "12-05-1990", "x"],
  ];
  const { understanding } = understand(head, { ...request, mapping: { name: "Nama", [field]: "Isian" } });
  expect(understanding.columns).toContainEqual(
    expect.objectContaining({ field, header: "Isian", how: "mapped" }),
  );
});
