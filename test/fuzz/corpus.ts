/**
 * The lists that are damaged: every input under `fixtures/`, workbooks also by their parts, so that a part can be
 * damaged inside an archive that is sound.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openArchive } from "../../src/input/zip.ts";

export interface Corpus {
  readonly files: readonly Buffer[];
  readonly workbooks: readonly Parts[];
}

/** The parts of a workbook by name. */
export type Parts = readonly (readonly [name: string, content: Buffer])[];

const LISTS = /\.(csv|tsv|txt|xlsx)$/;
/** Parts that are read; a workbook has others. */
const PARTS = [
  "_rels/.rels",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/sharedStrings.xml",
  "xl/worksheets/sheet1.xml",
];

export async function readCorpus(): Promise<Corpus> {
  const names = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => LISTS.test(name) && !name.includes("/expected/"))
    .sort();
  const files = names.map((name) => readFileSync(path.join("fixtures", name)));
  const workbooks: Parts[] = [];
  for (const [i, name] of names.entries()) {
    if (name.endsWith(".xlsx")) workbooks.push(await partsOf(files[i]!));
  }
  return { files, workbooks };
}

async function partsOf(workbook: Buffer): Promise<Parts> {
  const archive = await openArchive(workbook);
  const parts: [string, Buffer][] = [];
  for (const name of PARTS.filter(archive.has)) {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read(name)) chunks.push(chunk);
    parts.push([name, Buffer.concat(chunks)]);
  }
  return parts;
}
