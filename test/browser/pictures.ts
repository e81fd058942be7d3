/**
 * Pictures of the report for the README, made anew from the story of Musi Rawas. Run by hand after the report has
 * changed: `npm run tools && node build/test/browser/pictures.js`.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { main } from "../../src/main.ts";
import { HAS_CHROMIUM, launchChromium, NO_CHROMIUM } from "./chromium.ts";

const STORY = path.join("fixtures", "musi-rawas");
const PICTURES = path.join(STORY, "pictures");

interface Picture {
  readonly name: string;
  readonly context: BrowserContextOptions;
  /** Brings into view what is to be seen. */
  show(page: Page): Promise<void>;
}

/** Opens the case of a person and moves it to the top. */
async function openCase(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox").fill(name);
  await page.locator("#list > li:visible summary").first().click();
}

const ALL: readonly Picture[] = [
  {
    name: "laporan",
    context: { viewport: { width: 1200, height: 1200 } },
    show: async () => {},
  },
  {
    name: "kasus",
    context: { viewport: { width: 1200, height: 1000 } },
    show: async (page) => {
      await openCase(page, "hartimi");
      await page.evaluate("document.getElementById('cases').scrollIntoView()");
    },
  },
  {
    name: "ponsel",
    context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: "dark" },
    show: async (page) => {
      await openCase(page, "hartimi");
      await page.evaluate("document.querySelector('#list details[open]').scrollIntoView()");
    },
  },
];

async function take({ name, context, show }: Picture, browser: Browser, report: string): Promise<void> {
  const page = await browser.newPage({ ...context, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(report).href);
  await show(page);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  await page.close();
}

if (!HAS_CHROMIUM) throw new Error(NO_CHROMIUM);
const folder = mkdtempSync(path.join(tmpdir(), "cocok-pictures-"));
const browser = await launchChromium();
try {
  const out = path.join(folder, "hasil");
  const status = await main([
    "node",
    "cocok",
    "reconcile",
    "--config",
    path.posix.join("fixtures", "musi-rawas", "cocok.config.json"),
    "--out",
    out,
    "--quiet",
  ]);
  if (status > 1) throw new Error(`the run failed with status ${status}`);
  mkdirSync(PICTURES, { recursive: true });
  for (const picture of ALL) await take(picture, browser, path.join(out, "laporan.html"));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
