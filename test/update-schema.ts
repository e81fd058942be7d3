/**
 * Writes `cocok.schema.json` after the configuration schema was changed on purpose: `npm run schema`. Read what it
 * changed before you commit it; no test ever writes it.
 */
import { writeFileSync } from "node:fs";
import { configurationJsonSchema, JSON_SCHEMA_FILE } from "../src/config/json-schema.ts";

writeFileSync(JSON_SCHEMA_FILE, `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`);
