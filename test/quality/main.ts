/**
 * The quality run: `npm run quality [-- --people 5000 --seeds 1,2,3 --febrl DIR --show 20]`. Generates offices with
 * the truth beside them, reconciles them as a user would, and prints how much of it is right.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { SILENT } from "../../src/cli/progress.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { type Ablation, ablate } from "./ablation.ts";
import { evaluate, type RunQuality } from "./evaluate.ts";
import { measureFebrl } from "./febrl.ts";
import { type Generated, generate } from "./generator/generate.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "5000" },
    seeds: { type: "string", default: "1,2,3" },
    febrl: { type: "string", default: "../shared/data/febrl" },
    /** Print this many of the cases that differ from the truth. */
    show: { type: "string", default: "0" },
    serials: { type: "string", default: "fixture" },
    /** Leave out what keys and fields contribute. */
    "no-ablation": { type: "boolean", default: false },
  },
});

const number = (value: number, digits = 4) => value.toFixed(digits);

for (const seed of values.seeds.split(",").map(Number)) {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-quality-"));
  try {
    const serials = values.serials === "realistic" ? "realistic" : "fixture";
    const generated = await generate({
      seed,
      people: Number(values.people),
      folder: path.join(folder, "in"),
      serials,
    });
    print(seed, await measure(generated, path.join(folder, "out")));
    if (!values["no-ablation"])
      for (const source of ["dukcapil", "ijazah"] as const) printAblation(await ablate(generated, source));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const febrl = await measureFebrl(values.febrl);
if (febrl.length === 0) process.stdout.write("\nFEBRL: not measured, the files are not there\n");
else process.stdout.write("\nFEBRL, duplicates within one list (identifier plain, otherwise defaults)\n");
for (const { dataset, records, precision, recall, f1 } of febrl) {
  process.stdout.write(
    `  ${dataset}  ${records} records  precision ${number(precision)}  recall ${number(recall)}  F1 ${number(f1)}\n`,
  );
}

async function measure(generated: Generated, out: string): Promise<RunQuality> {
  const sources = (["dukcapil", "ktp", "ijazah", "bkn"] as const).filter((name) => generated[name] !== null);
  const typed = Object.fromEntries(sources.map((name) => [name, [generated[name]!]]));
  const plan = resolvePlan({ roster: [...generated.roster], ...typed, out, lang: "en" }, null);
  await reconcile(plan, SILENT, new AbortController().signal);
  return evaluate(out, generated.truth, sources);
}

function printAblation({ source, pairs, keys, unreached, fields }: Ablation): void {
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(
    `  ${source}: which key reaches the ${pairs} true pairs, and how many no other reaches (${unreached} reached by none)`,
  );
  for (const key of keys)
    line(`    ${key.kind.padEnd(18)} ${String(key.pairs).padStart(7)} ${String(key.alone).padStart(6)}`);
  line(`  ${source}: links when a field is taken away`);
  for (const { without, precision, recall } of fields) {
    line(
      `    ${(without ?? "(nothing)").padEnd(18)} precision ${number(precision, 5)}  recall ${number(recall, 5)}`,
    );
  }
}

function print(seed: number, quality: RunQuality): void {
  const line = (text: string) => process.stdout.write(`${text}\n`);
  line(`\nSeed ${seed}, ${quality.people} roster rows, serials ${values.serials}`);
  line("  source     precision  recall    F1        wrong  expected  missed  expected");
  for (const s of quality.sources) {
    line(
      `  ${s.source.padEnd(9)}  ${number(s.precision, 5)}    ${number(s.recall, 5)}   ${number(s.f1, 5)}  ${String(s.wrong).padStart(5)}  ${number(s.expectedFalse, 2).padStart(8)}  ${String(s.missed).padStart(6)}  ${number(s.expectedMissed, 2).padStart(8)}`,
    );
  }
  line(`  codes      precision ${number(quality.codes.precision)}  recall ${number(quality.codes.recall)}`);
  line(`  actions    right ${number(quality.actions)}   verdicts right ${number(quality.verdicts)}`);
  line(`  fix_roster ${quality.fixes} told, ${quality.wrongFixes} wrong`);
  line(
    `  duplicates precision ${number(quality.duplicates.precision)}  recall ${number(quality.duplicates.recall)}`,
  );
  const bands = quality.calibration.map((band, i) => {
    const to = quality.calibration[i + 1]?.from ?? 1;
    return `${band.from}–${to}: ${band.links === 0 ? "none" : `${number(band.right / band.links)} of ${band.links}`}`;
  });
  line(`  calibration (links said this sure, share right)  ${bands.join("   ")}`);
  for (const confusion of quality.confusions.slice(0, Number(values.show))) line(`    ${confusion}`);
}
