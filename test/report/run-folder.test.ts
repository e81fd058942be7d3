/** The run folder: there when complete, as it was before when not, and nobody else's business. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Progress, SILENT } from "../../src/cli/progress.ts";
import type { Typed } from "../../src/config/options.ts";
import { FORMATS } from "../../src/config/plan.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { ENTRIES_OF } from "../../src/report/run-entries.ts";
import { RunFolder } from "../../src/report/run-folder.ts";
import { Trouble } from "../../src/trouble.ts";
import { troubleSentence } from "../../src/words/trouble.ts";
import { lines } from "../input/reading.ts";

let place = "";
let out = "";
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), "cocok-run-"));
  out = path.join(place, "hasil");
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

/** Every file below a folder with what is in it. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    files.map((file) => {
      const full = path.join(folder, file);
      return [file, statSync(full).isDirectory() ? "folder" : readFileSync(full, "latin1")];
    }),
  );
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Trouble)) throw new Error("no trouble", { cause: error });
  return error.message;
}

/** What the user reads. */
async function told(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return (error as Trouble).problems.map((problem) => troubleSentence(problem, "id")).join("\n");
}

async function writeRun(text: string): Promise<void> {
  const folder = await RunFolder.open(out);
  writeFileSync(path.join(folder.path, "summary.json"), text);
  await folder.commit();
}

describe("a run folder", () => {
  test("is not there before it is complete, and then is all there", async () => {
    const folder = await RunFolder.open(out);
    writeFileSync(path.join(folder.path, "summary.json"), "{}");
    expect(existsSync(out)).toBe(false);
    await folder.commit();
    expect(contents(place)).toEqual({ hasil: "folder", "hasil/summary.json": "{}" });
  });

  test("replaces an earlier run as a whole", async () => {
    await writeRun("old");
    writeFileSync(path.join(out, "cases.csv"), "x");
    await writeRun("new");
    expect(contents(place)).toEqual({ hasil: "folder", "hasil/summary.json": "new" });
  });

  test("never replaces what somebody put beside an earlier run", async () => {
    await writeRun("old");
    writeFileSync(path.join(out, "catatan.txt"), "x");
    await expect(writeRun("new")).rejects.toThrow("out_not_a_run");
    expect(contents(out)).toEqual({ "catatan.txt": "x", "summary.json": "old" });
  });

  test("takes the place of an empty folder", async () => {
    mkdirSync(out);
    await writeRun("new");
    expect(contents(out)).toEqual({ "summary.json": "new" });
  });

  test("is made with the folders above it", async () => {
    out = path.join(place, "2022", "oktober", "hasil");
    await writeRun("new");
    expect(contents(out)).toEqual({ "summary.json": "new" });
  });

  test("leaves nothing behind when it is discarded, not even folders made on the way", async () => {
    await writeRun("old");
    const before = contents(place);
    await (await RunFolder.open(out)).discard();
    await (await RunFolder.open(path.join(place, "2022", "oktober", "hasil"))).discard();
    expect(contents(place)).toEqual(before);
  });

  test("does not take away what somebody else put into a folder made on the way", async () => {
    const folder = await RunFolder.open(path.join(place, "2022", "oktober", "hasil"));
    writeFileSync(path.join(place, "2022", "catatan.txt"), "x");
    await folder.discard();
    expect(contents(place)).toEqual({ "2022": "folder", "2022/catatan.txt": "x" });
  });

  test("can be entered by its owner alone", async () => {
    await writeRun("new");
    // Windows knows no such modes
    if (process.platform !== "win32") expect(statSync(out).mode & 0o777).toBe(0o700);
  });
});

describe("what runs ended by force have left beside it", () => {
  test("is named and left alone, and nothing else is", async () => {
    for (const name of [
      ".hasil-a1B2c3",
      ".hasil-d4E5f6.old",
      ".hasil-bulan-lalu",
      ".lain-a1B2c3",
      "hasil-a1B2c3",
    ])
      mkdirSync(path.join(place, name));
    writeFileSync(path.join(place, ".hasil-abcdef"), "x");
    await writeRun("old");
    const before = contents(place);
    const folder = await RunFolder.open(out);
    writeFileSync(path.join(folder.path, "summary.json"), "old");
    expect(await folder.commit()).toEqual({
      leftover: null,
      abandoned: [".hasil-a1B2c3", ".hasil-d4E5f6.old"].map((name) => path.join(place, name)),
    });
    expect(contents(place)).toEqual(before);
  });

  test("is put back where it is the earlier run, moved out of the way, even if nothing comes of the next", async () => {
    await writeRun("old");
    renameSync(out, path.join(place, ".hasil-a1B2c3.old"));
    mkdirSync(path.join(place, ".hasil-a1B2c3"));
    writeFileSync(path.join(place, ".hasil-a1B2c3", "summary.json"), "killed");
    await (await RunFolder.open(out)).discard();
    expect(contents(place)).toEqual({
      ".hasil-a1B2c3": "folder",
      ".hasil-a1B2c3/summary.json": "killed",
      hasil: "folder",
      "hasil/summary.json": "old",
    });
  });

  test("is not taken for such where it is only what could not be deleted", async () => {
    mkdirSync(path.join(place, ".hasil-a1B2c3.old"));
    await (await RunFolder.open(out)).discard();
    expect(contents(place)).toEqual({ ".hasil-a1B2c3.old": "folder" });
  });

  test("is seen from the folder that was named, as the results are", async () => {
    mkdirSync(path.join(place, ".hasil-a1B2c3"));
    const home = process.cwd();
    process.chdir(place);
    try {
      const folder = await RunFolder.open("hasil");
      expect((await folder.commit()).abandoned).toEqual([".hasil-a1B2c3"]);
    } finally {
      process.chdir(home);
    }
  });
});

describe("an earlier run that was looked at", () => {
  test("is replaced with what the system put into it", async () => {
    await writeRun("old");
    for (const name of ["Thumbs.db", "Desktop.ini", ".DS_Store"]) writeFileSync(path.join(out, name), "x");
    await writeRun("new");
    expect(contents(out)).toEqual({ "summary.json": "new" });
  });

  test.each(["~$laporan.xlsx", ".~lock.laporan.xlsx#"])("and is still open is refused: %s", async (mark) => {
    await writeRun("old");
    writeFileSync(path.join(out, "catatan.txt"), "x");
    writeFileSync(path.join(out, mark), "x");
    await expect(RunFolder.open(out)).rejects.toMatchObject({
      problems: [{ code: "out_workbook_open", facts: { file: "laporan.xlsx" } }],
    });
  });

  test("and was added to is refused by the first name that is not ours, without its numbers", async () => {
    await writeRun("old");
    for (const name of ["~$lain.xlsx", "surat 1605091205909001.docx", "zat.txt"])
      writeFileSync(path.join(out, name), "x");
    expect(await told(RunFolder.open(out))).toMatch(/“surat \*{10}\.docx”, yang bukan hasil cocok/);
  });

  test("and is not whole is refused without a name", async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, "cases.csv"), "x");
    const error: unknown = await RunFolder.open(out).catch((reason: unknown) => reason);
    expect((error as Trouble).problems).toEqual([{ code: "out_not_a_run", facts: { out } }]);
  });
});

describe("the workbooks for units of an earlier run", () => {
  const INDEX = "\uFEFFunit,file,cases,need_action\r\nDinkes,Dinkes.xlsx,2,1\r\nCafé,Café.xlsx,1,0\r\n";

  async function writeUnits(index: string, ...names: string[]): Promise<void> {
    await writeRun("old");
    mkdirSync(path.join(out, "units"));
    writeFileSync(path.join(out, "units", "indeks.csv"), index);
    for (const name of names) writeFileSync(path.join(out, "units", name), "x");
  }

  test("are replaced with what the system put among them", async () => {
    await writeUnits(INDEX, "Dinkes.xlsx", "Cafe\u0301.xlsx", "Thumbs.db", "desktop.ini");
    await writeRun("new");
    expect(contents(out)).toEqual({ "summary.json": "new" });
  });

  test.each(["catatan.docx", "rekap Dinkes.xlsx"])(
    "keep a file that somebody put among them from being deleted: %s",
    async (name) => {
      await writeUnits(INDEX, "Dinkes.xlsx", name);
      const before = contents(out);
      await expect(writeRun("new")).rejects.toMatchObject({
        problems: [{ code: "out_not_a_run", facts: { entry: `units/${name}` } }],
      });
      expect(contents(out)).toEqual(before);
    },
  );

  test.each(["surat", "Dinkes.xlsx"])("keep a folder among them from being deleted: %s", async (name) => {
    await writeUnits(INDEX);
    mkdirSync(path.join(out, "units", name));
    await expect(RunFolder.open(out)).rejects.toMatchObject({
      problems: [{ code: "out_not_a_run", facts: { entry: `units/${name}` } }],
    });
  });

  test.each(["~$Dinkes.xlsx", ".~lock.Dinkes.xlsx#"])("are refused while one is open: %s", async (mark) => {
    await writeUnits(INDEX, "Dinkes.xlsx", "catatan.docx", mark);
    await expect(RunFolder.open(out)).rejects.toMatchObject({
      problems: [{ code: "out_workbook_open", facts: { file: "units/Dinkes.xlsx" } }],
    });
  });

  test.each<[string, string]>([
    ["of another version", "\uFEFFunit,cases\r\nDinkes,2\r\n"],
    ["that Excel saved anew", "unit;file;cases;need_action\r\nDinkes;Dinkes.xlsx;2;1\r\n"],
    ["of one long line", "x".repeat(100_000)],
    ["of nothing", ""],
    ["of bytes that mean nothing", '"\u0000\uFFFD"",\n"'],
  ])("are all workbooks beside an index %s", async (_, index) => {
    await writeUnits(index, "Dinkes.xlsx");
    await writeRun("new");
    expect(contents(out)).toEqual({ "summary.json": "new" });
    await writeUnits(index, "Dinkes.xlsx", "catatan.docx");
    await expect(RunFolder.open(out)).rejects.toMatchObject({
      problems: [{ code: "out_not_a_run", facts: { entry: "units/catatan.docx" } }],
    });
  });

  test("are no folder where a file has its name", async () => {
    await writeRun("old");
    writeFileSync(path.join(out, "units"), "x");
    await expect(RunFolder.open(out)).rejects.toMatchObject({
      problems: [{ code: "out_not_a_run", facts: { entry: "units" } }],
    });
  });
});

describe("a folder that is no run", () => {
  test("is refused and left as it is", async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, "skripsi.docx"), "x");
    const before = contents(place);
    expect(await codeOf(RunFolder.open(out))).toBe("out_not_a_run");
    expect(contents(place)).toEqual(before);
  });

  test("is refused when it comes while the work is on", async () => {
    const folder = await RunFolder.open(out);
    mkdirSync(out);
    writeFileSync(path.join(out, "skripsi.docx"), "x");
    expect(await codeOf(folder.commit())).toBe("out_not_a_run");
    await folder.discard();
    expect(contents(place)).toEqual({ hasil: "folder", "hasil/skripsi.docx": "x" });
  });

  test.each(["hasil", "hasil/lagi"])("is refused where a file stands: %s", async (name) => {
    writeFileSync(out, "x");
    const refused = RunFolder.open(path.join(place, name));
    await expect(refused).rejects.toMatchObject({
      problems: [{ code: "out_is_file", facts: { file: out } }],
    });
    expect(contents(place)).toEqual({ hasil: "x" });
  });
});

describe("a place where nothing can be written", () => {
  test("is told, with the system's reason, and nothing is left behind", async () => {
    const error: unknown = await RunFolder.open(path.join(place, "x".repeat(300))).catch(
      (reason: unknown) => reason,
    );
    expect((error as Trouble).problems).toMatchObject([
      { code: "out_unwritable", facts: { reason: "ENAMETOOLONG" } },
    ]);
    expect(contents(place)).toEqual({});
  });

  test("is told where the folders above it can be made but it cannot", async () => {
    // the temporary name is longer than the name itself
    expect(await codeOf(RunFolder.open(path.join(place, "2022", "oktober", "x".repeat(255))))).toBe(
      "out_unwritable",
    );
    expect(contents(place)).toEqual({});
  });
});

describe("a whole run", () => {
  const HEADER = "NIK;Nama;Tempat Lahir;Tanggal Lahir";
  const BUDI = "1605091205909001;BUDI SANTOSO;Muara Beliti;12-05-1990";
  const SITI = "1605094107929002;SITI AMINAH;Lubuklinggau;01-07-1992";

  let inputs = "";
  beforeEach(() => {
    inputs = mkdtempSync(path.join(tmpdir(), "cocok-in-"));
    writeFileSync(path.join(inputs, "daftar.csv"), lines(HEADER, BUDI, SITI));
    writeFileSync(path.join(inputs, "dukcapil.csv"), lines(HEADER, SITI, BUDI));
  });
  afterEach(() => {
    rmSync(inputs, { recursive: true });
  });

  function run(
    roster = "daftar.csv",
    progress: Progress = SILENT,
    signal = new AbortController().signal,
    output: Typed = {},
  ) {
    const typed = {
      ...output,
      roster: [path.join(inputs, roster)],
      dukcapil: [path.join(inputs, "dukcapil.csv")],
      out,
      asOf: "2022-10-31",
    };
    return reconcile(resolvePlan(typed, null), progress, signal);
  }

  test("writes the same bytes every time", async () => {
    await run();
    const first = contents(out);
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        "cases.csv",
        "duplicates.csv",
        "findings.csv",
        "links.csv",
        "rejected.csv",
        "summary.json",
      ]),
    );
    await run();
    expect(contents(place)).toEqual({
      hasil: "folder",
      ...Object.fromEntries(Object.entries(first).map(([file, text]) => [`hasil/${file}`, text])),
    });
  });

  // a format whose names were forgotten would write a run that the next one takes for somebody else's folder
  test.each(FORMATS)(
    "of the format %s writes what that format declares, and can be replaced",
    async (format) => {
      const always = ENTRIES_OF.csv;
      for (const mask of [false, true]) {
        await run("daftar.csv", SILENT, undefined, { formats: format, mask });
        expect(new Set(readdirSync(out))).toEqual(new Set([...always, ...ENTRIES_OF[format]]));
      }
    },
  );

  test("of all formats writes what they declare, and can be replaced", async () => {
    for (const mask of [true, true, false]) {
      await run("daftar.csv", SILENT, undefined, { formats: FORMATS.join(","), mask });
      expect(readdirSync(out).sort()).toEqual(Object.values(ENTRIES_OF).flat().sort());
    }
  });

  test("lets only its owner read the files", async () => {
    await run();
    for (const file of readdirSync(out, { recursive: true, encoding: "utf8" })) {
      const { mode } = statSync(path.join(out, file));
      if (process.platform !== "win32") expect(mode & 0o077, file).toBe(0);
    }
  });

  test("that fails on its input leaves the earlier run byte for byte", async () => {
    await run();
    const before = contents(place);
    expect(await codeOf(run("tidak-ada.csv"))).toBe("file_missing");
    writeFileSync(path.join(inputs, "kosong.csv"), "");
    expect(await codeOf(run("kosong.csv"))).toBe("file_empty");
    // known to be of no use only when it has been read to its end
    writeFileSync(
      path.join(inputs, "rusak.csv"),
      "NIK,Nama,Tanggal Lahir,JK\n,,12/05/1990,L\n,,13/05/1990,P\n",
    );
    expect(await codeOf(run("rusak.csv"))).toBe("file_no_people");
    expect(contents(place)).toEqual(before);
  });

  test("tells what is wrong with its input and with its folder at once", async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, "skripsi.docx"), "x");
    expect(await codeOf(run("tidak-ada.csv"))).toBe("file_missing, out_not_a_run");
    expect(contents(place)).toEqual({ hasil: "folder", "hasil/skripsi.docx": "x" });
  });

  test("whose folder is one of its files says that it is a file", async () => {
    out = path.join(inputs, "dukcapil.csv");
    expect(await codeOf(run())).toBe("out_is_file");
  });

  test.each(["reading", "duplicates", "linking", "writing"] as const)(
    "interrupted while %s leaves the earlier run byte for byte",
    async (wanted) => {
      await run();
      const before = contents(place);
      const interruption = new AbortController();
      const progress: Progress = {
        ...SILENT,
        stage(stage) {
          if (stage === wanted) interruption.abort(new Error("enough"));
        },
      };
      await expect(run("daftar.csv", progress, interruption.signal)).rejects.toThrow("enough");
      expect(contents(place)).toEqual(before);
    },
  );

  test("interrupted the first time leaves nothing", async () => {
    const interruption = new AbortController();
    interruption.abort(new Error("enough"));
    out = path.join(place, "2022", "hasil");
    await expect(run("daftar.csv", SILENT, interruption.signal)).rejects.toThrow("enough");
    expect(contents(place)).toEqual({});
  });

  test("that can write no further says so and leaves the earlier run byte for byte", async () => {
    await run();
    const before = contents(place);
    const progress: Progress = {
      ...SILENT,
      stage(stage) {
        if (stage !== "writing") return;
        // the disk goes away under it
        for (const name of readdirSync(place))
          if (name.startsWith(".")) rmSync(path.join(place, name), { recursive: true });
      },
    };
    expect(await codeOf(run("daftar.csv", progress))).toBe("out_unwritable");
    expect(contents(place)).toEqual(before);
  });

  test("that finds somebody else's folder at its end leaves that folder alone", async () => {
    const progress: Progress = {
      ...SILENT,
      stage(stage) {
        if (stage !== "writing") return;
        mkdirSync(out);
        writeFileSync(path.join(out, "skripsi.docx"), "x");
      },
    };
    expect(await codeOf(run("daftar.csv", progress))).toBe("out_not_a_run");
    expect(contents(place)).toEqual({ hasil: "folder", "hasil/skripsi.docx": "x" });
  });
});

describe("a link in place of the folder", () => {
  let behind = "";
  beforeEach(() => {
    behind = path.join(place, "lain", "di sini");
    mkdirSync(behind, { recursive: true });
    symlinkSync(behind, out);
  });

  test("stays, and the run behind it is replaced", async () => {
    await writeRun("old");
    await writeRun("new");
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(contents(place)).toEqual({
      hasil: "folder",
      "hasil/summary.json": "new",
      lain: "folder",
      "lain/di sini": "folder",
      "lain/di sini/summary.json": "new",
    });
  });

  test("keeps what is unfinished beside the folder behind it", async () => {
    const folder = await RunFolder.open(out);
    expect(path.dirname(folder.path)).toBe(path.dirname(behind));
    await folder.discard();
    expect(readdirSync(path.dirname(behind))).toEqual(["di sini"]);
  });

  test("protects what somebody else put into the folder behind it", async () => {
    writeFileSync(path.join(behind, "skripsi.docx"), "x");
    await expect(writeRun("new")).rejects.toThrow("out_not_a_run");
  });

  test("is followed where it stands for a folder above", async () => {
    const below = path.join(out, "oktober", "hasil");
    const folder = await RunFolder.open(below);
    writeFileSync(path.join(folder.path, "summary.json"), "new");
    await folder.commit();
    expect(readFileSync(path.join(behind, "oktober", "hasil", "summary.json"), "utf8")).toBe("new");
  });
});

test("what is read may not lie in the folder behind a link either", () => {
  const behind = path.join(place, "lain");
  mkdirSync(behind);
  symlinkSync(behind, out);
  const roster = [path.join(behind, "cases.csv")];
  writeFileSync(roster[0]!, "x");
  expect(() => resolvePlan({ roster, ktp: ["k.csv"], out }, null)).toThrow(
    expect.objectContaining({
      problems: [expect.objectContaining({ facts: expect.objectContaining({ problem: "file_inside_out" }) })],
    }),
  );
});

describe.each([
  ["that leads nowhere", "out_link_broken", "tidak-ada"],
  ["that leads to itself", "out_link_broken", "hasil"],
  ["that leads to a file", "out_is_file", "catatan.txt"],
])("a link %s", (_where, code, leadsTo) => {
  test.each(["hasil", "hasil/oktober"])("is told and left as it is, named as %s", async (name) => {
    writeFileSync(path.join(place, "catatan.txt"), "x");
    symlinkSync(leadsTo, out);
    expect(await codeOf(RunFolder.open(path.join(place, name)))).toBe(code);
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readdirSync(place).sort()).toEqual(["catatan.txt", "hasil"]);
  });
});

// Windows has no such place
test.skipIf(!existsSync("/proc/self"))(
  "a place that is there and takes no folder is told of at once",
  async () => {
    expect(await codeOf(RunFolder.open("/proc/cocok/hasil"))).toBe("out_unwritable");
  },
);
