/** The version of cocok, read from its package.json: the only place where it is written. */
import { existsSync, readFileSync } from "node:fs";

/** The address of cocok's package.json. */
export const OWN_PACKAGE = ownPackage();

/**
 * The nearest package.json upwards from this module, since `src/`, `dist/` and a test build lie at different
 * depths below it.
 */
function ownPackage(): URL {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder)) && folder.pathname !== "/")
    folder = new URL("..", folder);
  return new URL("package.json", folder);
}

export const VERSION = (JSON.parse(readFileSync(OWN_PACKAGE, "utf8")) as { readonly version: string })
  .version;
