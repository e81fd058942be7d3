/** The program as its users meet it: exit status, what goes to which stream, in which language. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Reconcile, type RunOutcome, reconcileCommand } from "../../src/cli/reconcile.ts";
import type { Plan } from "../../src/config/plan.ts";
import { VERSION } from "../../src/config/version.ts";
import { main } from "../../src/main.ts";
import { trouble } from "../../src/trouble.ts";
import { SUMMARY } from "../report/sample-summary.ts";
import { type FakeIo, fakeIo } from "./fake-io.ts";

const ENOUGH = ["--roster", "r.csv", "--dukcapil", "d.csv"];
const WRITTEN: RunOutcome = { summary: SUMMARY, leftover: null, abandoned: [] };
const SETTLED: RunOutcome = {
  summary: { ...SUMMARY, cases: { ...SUMMARY.cases, need_action: 0 } },
  leftover: null,
  abandoned: [],
};

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-"));
  writeFileSync(
    path.join(folder, "english.json"),
    '{ "lang": "en", "roster": "r.csv", "sources": { "ktp": "k.csv" } }',
  );
  writeFileSync(path.join(folder, "broken.json"), '{ "lang": "en", "roster": 7 }');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(words: readonly string[], work: Reconcile = async () => WRITTEN, io: FakeIo = fakeIo()) {
  const status = await main(["node", "cocok", ...words], io, [reconcileCommand(work)]);
  return { status, out: io.stdout.text, err: io.stderr.text };
}

test.each<[string, readonly string[], RegExp]>([
  ["", [], /^cocok: hasil lama .* data pribadi di \.hasil-a1b2c3\.old; .*\n$/],
  [", even when quiet", ["--quiet"], /\.hasil-a1b2c3\.old/],
  [", beside JSON, in English", ["--json", "--lang", "en"], /^cocok: the earlier results .*\.old; .*\n$/],
])("an earlier run that could not be deleted is told on stderr%s", async (_when, words, expected) => {
  const work: Reconcile = async () => ({ ...SETTLED, leftover: ".hasil-a1b2c3.old" });
  const { status, out, err } = await run(["reconcile", ...ENOUGH, ...words], work);
  expect(status).toBe(0);
  expect(err).toMatch(expected);
  expect(out).not.toContain(".old");
});

test.each<[string, RegExp]>([
  ["id", /^cocok: folder data\/\.hasil-a1b2c3 tampaknya sisa .*\ncocok: folder .*\.old tampaknya .*\n$/],
  ["en", /^cocok: folder data\/\.hasil-a1b2c3 seems to be left over .*\ncocok: folder .*\.old seems .*\n$/],
])("what runs ended by force have left is told on stderr, even when quiet: %s", async (lang, expected) => {
  const abandoned = ["data/.hasil-a1b2c3", "data/.hasil-d4e5f6.old"];
  const words = ["reconcile", ...ENOUGH, "--quiet", "--lang", lang];
  const { status, out, err } = await run(words, async () => ({ ...SETTLED, abandoned }));
  expect([status, out]).toEqual([0, ""]);
  expect(err).toMatch(expected);
});

describe("the exit status", () => {
  test.each<[string, number, readonly string[], Reconcile]>([
    ["nothing needs action", 0, ["reconcile", ...ENOUGH], async () => SETTLED],
    ["cases need action", 1, ["reconcile", ...ENOUGH], async () => WRITTEN],
    ["cases need action, by the Indonesian name", 1, ["padankan", ...ENOUGH], async () => WRITTEN],
    [
      "cases need action and --fail-on none",
      0,
      ["reconcile", ...ENOUGH, "--fail-on", "none"],
      async () => WRITTEN,
    ],
    ["cases need action and --quiet", 1, ["reconcile", ...ENOUGH, "--quiet"], async () => WRITTEN],
    [
      "the input is wrong",
      2,
      ["reconcile", ...ENOUGH],
      () => Promise.reject(trouble("file_missing", { file: "r.csv" })),
    ],
    ["the program is wrong", 2, ["reconcile", ...ENOUGH], () => Promise.reject(new Error("x"))],
    ["no command", 2, [], async () => SETTLED],
    ["no command, only a language", 2, ["--lang", "en"], async () => SETTLED],
    ["an unknown command", 2, ["inspect", "a.csv"], async () => SETTLED],
    ["an unknown option", 2, ["reconcile", ...ENOUGH, "--previous", "x"], async () => SETTLED],
    ["an option without its value", 2, ["reconcile", "--roster"], async () => SETTLED],
    ["a stray word", 2, ["reconcile", "r.csv"], async () => SETTLED],
    ["nothing to check", 2, ["reconcile"], async () => SETTLED],
    ["--help", 0, ["--help"], async () => SETTLED],
    ["--help of a command", 0, ["padankan", "-h"], async () => SETTLED],
    ["help as a command", 0, ["help", "reconcile"], async () => SETTLED],
    ["help about help", 0, ["help", "help"], async () => SETTLED],
    ["help as a command, in a language", 0, ["help", "padankan", "--lang", "en"], async () => SETTLED],
    ["help of an unknown command", 2, ["help", "inspect"], async () => SETTLED],
    ["help of more than a command", 2, ["help", "reconcile", "extra"], async () => SETTLED],
    ["--help of an unknown command", 2, ["--lang", "en", "inspect", "--help"], async () => SETTLED],
    ["--help in a language that there is not", 2, ["--lang", "fr", "--help"], async () => SETTLED],
    ["--help of a command in such a one", 2, ["padankan", "-h", "--lang=fr"], async () => SETTLED],
    ["help as a command in such a one", 2, ["help", "padankan", "--lang", "fr"], async () => SETTLED],
    ["such a language and no command", 2, ["--lang", "fr"], async () => SETTLED],
    ["an option that help does not have", 2, ["help", "reconcile", "--json"], async () => SETTLED],
    ["--version", 0, ["--version"], async () => SETTLED],
  ])("is right when: %s (%d)", async (_when, expected, words, work) => {
    const { status, out, err } = await run(words, work);
    expect(status).toBe(expected);
    // What was asked for goes to stdout, what went wrong to stderr, never both.
    if (status === 2) expect([out, err !== ""]).toEqual(["", true]);
    else expect(err).toBe("");
  });

  test("is 130 when the user interrupts, and says that nothing was written", async () => {
    const io = fakeIo();
    const work: Reconcile = async (_plan, _progress, signal) => {
      io.interrupt();
      signal.throwIfAborted();
      return WRITTEN;
    };
    expect(await run(["reconcile", ...ENOUGH, "--lang", "en"], work, io)).toEqual({
      status: 130,
      out: "",
      err: "cocok: interrupted; nothing was written.\n",
    });
  });

  test("of a run that was done before the interruption arrived is the run's own", async () => {
    const io = fakeIo();
    const work: Reconcile = async () => {
      io.interrupt();
      return SETTLED;
    };
    expect((await run(["reconcile", ...ENOUGH], work, io)).status).toBe(0);
  });
});

describe("what is printed", () => {
  test("is the summary, in words or as JSON or not at all", async () => {
    expect((await run(["reconcile", ...ENOUGH])).out).toContain("1.234 orang diperiksa");
    expect((await run(["reconcile", ...ENOUGH, "--quiet"])).out).toBe("");
    const { out } = await run(["reconcile", ...ENOUGH, "--json"]);
    expect(JSON.parse(out)).toEqual(SUMMARY);
    expect((await run(["reconcile", ...ENOUGH, "--json", "--quiet"])).out).toBe(out);
  });

  test("is the version and nothing else", async () => {
    expect((await run(["--version"])).out).toBe(`${VERSION}\n`);
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("has colours on a terminal unless they are forbidden", async () => {
    const colored = (words: readonly string[], env = {}): Promise<boolean> =>
      run(["reconcile", ...ENOUGH, ...words], undefined, fakeIo(80, env)).then(({ out }) =>
        out.includes("\u001B["),
      );
    expect(await colored([])).toBe(true);
    expect(await colored(["--no-color"])).toBe(false);
    expect(await colored([], { NO_COLOR: "1" })).toBe(false);
  });

  test("fits the terminal it is printed on", async () => {
    for (const width of [60, 80, 120]) {
      const { out } = await run(["reconcile", ...ENOUGH, "--no-color"], undefined, fakeIo(width));
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});

describe("the plan that reaches the work", () => {
  async function planOf(...words: string[]): Promise<Plan> {
    let seen: Plan | undefined;
    const { err } = await run(["reconcile", ...words], async (plan) => {
      seen = plan;
      return WRITTEN;
    });
    expect(err).toBe("");
    return seen!;
  }

  test("has several files after one flag, and of one flag several times", async () => {
    const plan = await planOf("--roster", "a.csv", "b.csv", "--ktp", "k.csv", "--roster", "c.csv");
    expect(plan.roster.files).toEqual(["a.csv", "b.csv", "c.csv"]);
    expect(plan.sources.map(({ files }) => files)).toEqual([["k.csv"]]);
  });

  test("has diplomas by either flag", async () => {
    expect((await planOf(...ENOUGH, "--diploma", "i.csv")).sources).toEqual(
      (await planOf(...ENOUGH, "--ijazah", "i.csv")).sources,
    );
  });

  test("has the language wherever it was typed", async () => {
    expect((await planOf(...ENOUGH, "--lang", "en")).language).toBe("en");
    expect((await planOf("--lang=en", ...ENOUGH)).language).toBe("en");
  });

  test("has colour unless it was forbidden", async () => {
    expect((await planOf(...ENOUGH)).color).toBe(true);
    expect((await planOf(...ENOUGH, "--no-color")).color).toBe(false);
  });
});

describe("errors", () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      "help in an unknown language",
      ["--lang", "fr", "--help"],
      /--lang: “fr” tidak dikenal; .*: id, en\.\n$/,
    ],
    ["a misspelt command", ["padankn"], /“padankn” tidak dikenal\. Maksudnya padankan\?/],
    ["one behind help", ["help", "padankn"], /“padankn” tidak dikenal\. Maksudnya padankan\?/],
    ["one with --help", ["padankn", "--help"], /“padankn” tidak dikenal\. Maksudnya padankan\?/],
    ["a word behind the command to help with", ["help", "padankan", "x"], /“x” .* cocok padankan --help\n$/],
    [
      "a switch with a value",
      ["reconcile", "--json=false"],
      /^cocok: --json tidak memakai isi\. Hapus “=false”/,
    ],
    ["a denying switch with a value", ["reconcile", "--no-color=1"], /--no-color tidak memakai isi/],
    ["a birth date in place of a command", ["12-05-1990"], /^cocok: Perintah “\*{10}” tidak dikenal/],
    ["a birth date in place of an option", ["reconcile", "--12-05-1990"], /^cocok: Pilihan --\*{10} tidak/],
    ["a misspelt option", ["reconcile", "--rooster", "a"], /--rooster tidak dikenal\. Maksudnya --roster\?/],
    ["one hyphen", ["reconcile", "-Roster", "a"], /-Roster tidak dikenal\. Maksudnya --roster\?/],
    ["one hyphen behind files", ["reconcile", "--roster", "a", "-diploma=b"], /Maksudnya --diploma\?/],
    [
      "a long dash",
      ["reconcile", "\u2014roster", "a"],
      /“\u2014roster” .* dua tanda hubung biasa: --roster\n$/,
    ],
    [
      "a long dash behind the files of another option",
      ["reconcile", "--roster", "a", "\u2013ktp=b"],
      /“\u2013ktp” .* --ktp\n$/,
    ],
    ["a hyphen and a long dash", ["reconcile", "-\u2013roster", "a"], /: --roster\n$/],
    ["a command by its own name", ["reconcile", "--rooster", "a"], /cocok reconcile --help\n$/],
    ["a command by its Indonesian name", ["padankan", "--rooster", "a"], /cocok padankan --help\n$/],
    ["a missing value by it too", ["--lang", "id", "padankan", "--roster"], /cocok padankan --help\n$/],
    ["and a stray word", ["padankan", "r.csv"], /cocok padankan --help\n$/],
    ["two that are near", ["reconcile", "--lon", "a"], /Maksudnya --json atau --lang\?/],
    ["an option before its command", ["--roster", "a"], /Maksudnya cocok reconcile --roster\?/],
    [
      "a flag in place of a value",
      ["reconcile", "--roster", "--ktp", "k.csv"],
      /Sesudah --roster harus ada isinya/,
    ],
    ["an alias without a value", ["reconcile", "--diploma"], /Sesudah --ijazah harus ada isinya/],
    ["a stray word", ["reconcile", "r.csv"], /“r\.csv” tidak jelas untuk apa/],
    [
      "a list that PowerShell parted at its commas",
      ["reconcile", "--formats", "csv", "xlsx", "html", ...ENOUGH],
      /tanda kutip: --formats "csv,xlsx,html"\n$/,
    ],
    [
      "a list with spaces behind its commas",
      ["reconcile", ...ENOUGH, "--formats", "csv,", "html"],
      /tanda kutip: --formats "csv,html"\n$/,
    ],
    [
      "a stray word behind a list",
      ["reconcile", "--formats", "csv", "x.csv", ...ENOUGH],
      /“x\.csv” tidak jelas untuk apa/,
    ],
    ["a stray word that only looks like one of a list", ["reconcile", "csv", ...ENOUGH], /“csv” tidak jelas/],
  ])("name %s and what to do", async (_what, words, expected) => {
    const { err } = await run(words);
    expect(err).toMatch(expected);
    expect(err.split("\n")).toHaveLength(2);
  });

  test.each([
    ["a bad date", ["--as-of", "kemarin"], ["--as-of: “kemarin”"]],
    ["a bad choice", ["--lang", "xx"], ["--lang: “xx”"]],
    ["two bad settings", ["--threads", "0", "--fail-on", "x"], ["--fail-on: “x”", "--threads: “0”"]],
    ["a bad kind of identifier", ["--identifier", "x"], ["--identifier: “x”"]],
    ["a bad mapping", ["--map", "roster.x=A"], ["--map: isian “x”"]],
    ["a configuration file that is not there", ["--config", "tidak.json"], ["Berkas pengaturan tidak.json"]],
  ])("of %s do not hide those of the files", async (_what, words, expected) => {
    const table = path.join(folder, "tabel.csv");
    writeFileSync(table, "Kode,Isi\nA,1\nB,2\n");
    const { status, err } = await run(["reconcile", "--roster", "r.csv", "--ktp", "k.csv", table, ...words]);
    expect(status).toBe(2);
    for (const start of [...expected, "Berkas r.csv (daftar) tidak ada", "Berkas k.csv (KTP) tidak ada"])
      expect(err).toContain(`  - ${start}`);
    // how a file is to be read has to be known before its columns can be missed
    const isReadingKnown = !/identifier|map|pengaturan/.test(expected.join());
    expect(err.includes(`Berkas ${table} (KTP): tidak ditemukan kolom nama`)).toBe(isReadingKnown);
  });

  test("of a file are told once, however often it was given", async () => {
    const { err } = await run(["reconcile", "--roster", "r.csv", "r.csv", "--ktp", "k.csv"]);
    expect(err.match(/r\.csv \(daftar\) tidak ada/g)).toHaveLength(1);
    expect(err).toContain("r.csv diberikan dua kali");
  });

  test("of settings do not hide those of the results folder", async () => {
    const out = path.join(folder, "hasil.csv");
    writeFileSync(out, "x");
    const { err } = await run(["reconcile", ...ENOUGH, "--out", out, "--threads", "0"]);
    expect(err).toMatch(/hasil\.csv adalah berkas, bukan folder/);
    const nameless = await run(["reconcile", ...ENOUGH, "--out", "", "--threads", "0"]);
    expect(nameless.err).not.toMatch(/\bFolder /);
  });

  test("of a folder that was deleted while somebody stood in it are no fault of the program", async () => {
    const cwd = vi.spyOn(process, "cwd").mockImplementation(() => {
      throw Object.assign(new Error("uv_cwd"), { code: "ENOENT" });
    });
    const { status, err } = await run(["reconcile", ...ENOUGH]);
    cwd.mockRestore();
    expect([status, err]).toEqual([2, expect.stringMatching(/^cocok: Folder kerja, .* sudah tidak ada/)]);
  });

  test("are counted and listed when there are several", async () => {
    const { err } = await run(["reconcile", "--lang", "en"]);
    expect(err).toMatch(
      /^cocok: 2 problems; nothing was written\.\n {2}- No roster .*\n {2}- No source .*\n$/,
    );
  });

  test.each<[string, string[]]>([
    ["--lang after the fault", ["reconcile", "--rooster", "a", "--lang", "en"]],
    ["--lang before the command", ["--lang", "en", "recncile"]],
    ["--lang=en", ["recncile", "--lang=en"]],
    ["a configuration file", ["reconcile", "--config", "english.json", "--rooster"]],
    ["a configuration file that is wrong itself", ["reconcile", "--config", "broken.json"]],
  ])("are in the language of %s", async (_where, words) => {
    const { err } = await run(words.map((word) => (word.endsWith(".json") ? path.join(folder, word) : word)));
    expect(err).toMatch(/There is no|must be/);
  });

  test("in another language than the configuration file's when --lang says so", async () => {
    const { err } = await run(["reconcile", "--config", path.join(folder, "broken.json"), "--lang", "id"]);
    expect(err).toContain("isinya harus");
  });

  test("inside the program give away no data and no stack, unless COCOK_DEBUG=1 asks", async () => {
    const fault = Object.assign(new Error("1605095205909001"), { code: "ENOSPC" });
    const work: Reconcile = () => Promise.reject(fault);
    const { err } = await run(["reconcile", ...ENOUGH], work);
    expect(err).toMatch(/^cocok: .*\(ENOSPC\).*\n$/);
    expect(err).not.toContain("1605");
    const debugged = await run(["reconcile", ...ENOUGH], work, fakeIo(undefined, { COCOK_DEBUG: "1" }));
    expect(debugged.err).toContain("main.test.ts");
  });

  test("break between words on a narrow terminal, and stand on one line in a log", async () => {
    const words = ["reconcile", "--rooster", "a", "--rester"];
    const narrow = await run(words, undefined, fakeIo(40));
    for (const line of narrow.err.split("\n")) expect(line.length, line).toBeLessThanOrEqual(40);
    const { err } = await run(words);
    expect(err.replace(/\s+/g, " ")).toBe(narrow.err.replace(/\s+/g, " "));
    expect(err.split("\n").some((line) => line.length > 40)).toBe(true);
  });

  test("of a reader who closes the pipe early are none", async () => {
    const io = fakeIo();
    const work: Reconcile = async () => {
      for (const listener of io.stdout.listeners)
        listener(Object.assign(new Error("write"), { code: "EPIPE" }));
      return SETTLED;
    };
    expect(await run(["reconcile", ...ENOUGH], work, io)).toMatchObject({ status: 0, err: "" });
  });

  test.each(["reconcile", "--help"])(
    "of a full disk behind the output of %s are told, and nobody takes it for whole",
    async (word) => {
      const io = fakeIo();
      const words = word === "reconcile" ? [word, ...ENOUGH, "--lang", "en"] : [word, "--lang", "en"];
      const printing = run(words, async () => SETTLED, io);
      for (const listener of io.stdout.listeners)
        listener(Object.assign(new Error("write"), { code: "ENOSPC" }));
      const { status, err } = await printing;
      expect(status).toBe(2);
      expect(err).toBe(
        "cocok: what was to be printed could not be written (ENOSPC). Result files, if there are any, are complete.\n",
      );
    },
  );
});
