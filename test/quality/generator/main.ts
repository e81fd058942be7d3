/**
 * The generator at the command line: `node build/test/quality/generator/main.js --seed 1 --people 5000 --out DIR`.
 * Prints what it wrote as JSON. It refuses to do anything `generate` cannot do.
 */
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";

const USAGE = `Writes rosters and sources with the truth beside them.
  --out DIR              where to (required)
  --people N             people in the roster (5000)
  --seed N               (1)
  --roster-files N       (3)
  --registry-rows N      (three times the people)
  --serials fixture|realistic  last four digits of the NIKs (fixture: 9000-9999)
  --clean                nothing is wrong
  --no-ktp --no-ijazah --no-bkn  leaves a list out`;

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    people: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    "roster-files": { type: "string", default: "3" },
    "registry-rows": { type: "string" },
    serials: { type: "string", default: "fixture" },
    clean: { type: "boolean", default: false },
    ktp: { type: "boolean", default: true },
    ijazah: { type: "boolean", default: true },
    bkn: { type: "boolean", default: true },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});

if (values.help || values.out === undefined) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 2;
} else {
  const registryRows = values["registry-rows"];
  const generated = await generate({
    seed: Number(values.seed),
    people: Number(values.people),
    folder: values.out,
    rosterFiles: Number(values["roster-files"]),
    ...(registryRows === undefined ? {} : { registryRows: Number(registryRows) }),
    serials: values.serials === "realistic" ? "realistic" : "fixture",
    clean: values.clean,
    ktp: values.ktp,
    ijazah: values.ijazah,
    bkn: values.bkn,
  });
  process.stdout.write(`${JSON.stringify(generated, null, 2)}\n`);
}
