/** The house: which room may see which, and which rooms may see what lies outside. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const SOURCE = "src";

/** From the ground up: a room sees itself and the rooms before it. */
const ROOMS = ["machine", "text", "field", "config", "input", "match", "finding", "words", "report", "cli"];
/** Above the rooms, in this order; `trouble.ts` lies under all of them. */
const GROUND = "trouble.ts";
const TOP = ["reconcile.ts", "main.ts"];
const ORDER = [GROUND, ...ROOMS, ...TOP];

/** The one room that knows a package. */
const PACKAGES: Readonly<Record<string, string>> = {
  "csv-parse": "input",
  "csv-stringify": "report",
  chalk: "cli",
  commander: "cli",
  "fast-levenshtein": "text",
  saxen: "input",
  yauzl: "input",
  zod: "config",
};

/** What sets how V8 works is asked for in one room. */
const V8 = ["node:v8", "node:vm"];

interface Import {
  readonly from: string;
  readonly to: string;
}

const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(path.sep).join("/"))
  .sort();

/** Static imports and re-exports, types included, and dynamic imports. */
const IMPORT = /^(?:import|export)\b[^;"'=]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const IMPORTS: readonly Import[] = FILES.flatMap((file) =>
  [...readFileSync(path.join(SOURCE, file), "utf8").matchAll(IMPORT)].map((match) => ({
    from: file,
    to: (match[1] ?? match[2] ?? match[3])!,
  })),
);

const INSIDE = IMPORTS.filter(({ to }) => to.startsWith(".")).map(({ from, to }) => ({
  from,
  to: path.posix.join(path.posix.dirname(from), to),
}));
const OUTSIDE = IMPORTS.filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"));

/** The room of a file; a file above the rooms is a place of its own. */
function placeOf(file: string): string {
  return file.split("/")[0]!;
}

function show({ from, to }: Pick<Import, "from" | "to">): string {
  return `${from} → ${to}`;
}

describe("the rooms", () => {
  test("are all in the list", () => {
    expect(FILES.length).toBeGreaterThan(ROOMS.length);
    expect([...new Set(FILES.map(placeOf))].filter((place) => !ORDER.includes(place))).toEqual([]);
  });

  test("import only files that exist", () => {
    expect(INSIDE.length).toBeGreaterThan(FILES.length);
    expect(INSIDE.filter(({ to }) => !FILES.includes(to)).map(show)).toEqual([]);
  });

  test("import only rooms before them", () => {
    const height = (file: string) => ORDER.indexOf(placeOf(file));
    expect(INSIDE.filter(({ from, to }) => height(to) > height(from)).map(show)).toEqual([]);
  });

  test("have no circle of imports, not even inside one or of types alone", () => {
    const importsOf = (file: string) => INSIDE.filter(({ from }) => from === file).map(({ to }) => to);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const next of importsOf(file)) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of FILES) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe("the packages", () => {
  const nameOf = (specifier: string) =>
    specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");

  test("are only those that a room is answerable for", () => {
    expect(OUTSIDE.filter(({ to }) => !(nameOf(to) in PACKAGES)).map(show)).toEqual([]);
  });

  test.each(Object.entries(PACKAGES))("%s is known in %s alone", (name, room) => {
    const users = OUTSIDE.filter(({ to }) => nameOf(to) === name);
    expect(users.length, "somebody uses it").toBeGreaterThan(0);
    expect(users.filter(({ from }) => placeOf(from) !== room).map(show)).toEqual([]);
  });

  test.each(["csv-parse", "csv-stringify", "chalk", "fast-levenshtein", "saxen", "yauzl"])(
    "%s is known to a single module",
    (name) => {
      expect(new Set(OUTSIDE.filter(({ to }) => nameOf(to) === name).map(({ from }) => from)).size).toBe(1);
    },
  );

  test("and V8's own settings, are touched in machine alone", () => {
    const users = IMPORTS.filter(({ to }) => V8.includes(to)).map(({ from }) => placeOf(from));
    expect(new Set(users)).toEqual(new Set(["machine"]));
  });

  test("are what package.json declares", () => {
    const declared = JSON.parse(readFileSync("package.json", "utf8")) as { readonly dependencies: object };
    expect(new Set(OUTSIDE.map(({ to }) => nameOf(to)))).toEqual(new Set(Object.keys(declared.dependencies)));
  });
});

describe("the determinism of a run", () => {
  /** Nothing in `src/` may ask what differs between two machines or two runs. */
  const FORBIDDEN = [
    /\bDate\b(?!s)/,
    /\bMath\.random\b/,
    /\blocaleCompare\b/,
    /\bIntl\b/,
    /\.toLocale/,
    /\bperformance\b/,
    /\bhrtime\b/,
  ];
  /** Progress on a terminal is shown by the clock and stands in no output file. */
  const MAY = ["cli/progress.ts"];

  test.each(FORBIDDEN.map((pattern) => [pattern.source, pattern] as const))(
    "nobody uses %s",
    (_source, pattern) => {
      const users = FILES.filter((file) => !MAY.includes(file)).flatMap((file) =>
        withoutComments(readFileSync(path.join(SOURCE, file), "utf8"))
          .split("\n")
          .filter((line) => pattern.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
      expect(users).toEqual([]);
    },
  );
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
