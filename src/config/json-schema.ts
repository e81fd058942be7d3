/**
 * The configuration's JSON Schema, by which editors complete and check `cocok.config.json`. It is made from the one
 * zod schema and shipped beside the program in `bin`; a test holds the two equal. It also refuses what `resolve.ts` would
 * and a schema can say, but nothing that could be right together with flags. cocok itself never reads it.
 */
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { OFFERED, SETTINGS_SCHEMA } from "./schema.ts";
import { OWN_PACKAGE } from "./version.ts";

/** Name of the shipped file. */
export const JSON_SCHEMA_FILE = "bin/cocok.schema.json";

/** Draft 7: the latest that editors understand in full. */
export function configurationJsonSchema(): object {
  const schema = z.toJSONSchema(SETTINGS_SCHEMA, {
    io: "input",
    target: "draft-7",
    override({ zodSchema, jsonSchema }) {
      const offered = OFFERED.get(zodSchema);
      if (offered === undefined) return;
      const value = jsonSchema.additionalProperties as object;
      for (const [name, rules] of Object.entries(offered.names))
        jsonSchema.properties![name] = { ...value, ...rules };
      Object.assign(jsonSchema, offered.rules);
    },
  });
  return { ...schema, title: "cocok.config.json" };
}

/**
 * What `"$schema"` must say in a configuration file for an editor to find the shipped schema without internet: its
 * path seen from the file's folder (`./node_modules/cocok/bin/cocok.schema.json` where cocok is installed in that
 * folder), or its address where no relative path leads there, as from another drive.
 * @param folder of the configuration file
 */
export function schemaReference(folder: string): string {
  const file = fileURLToPath(new URL(JSON_SCHEMA_FILE, OWN_PACKAGE));
  const way = path.relative(folder, file);
  if (path.isAbsolute(way)) return pathToFileURL(file).href;
  const written = way.split(path.sep).join("/");
  return written.startsWith("../") ? written : `./${written}`;
}
