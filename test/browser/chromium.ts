/** The browser that the reports are looked at in: Debian's Chromium, without a window and without a network. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where the browser is; another place can be named by the environment variable CHROMIUM. */
const PLACE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const HAS_CHROMIUM = existsSync(PLACE);
export const NO_CHROMIUM = `No Chromium at ${PLACE}: reports were not tried in a browser. On Debian: apt-get install chromium`;

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PLACE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
