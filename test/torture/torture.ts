/** Runs the built program on hostile lists and says what a run of each took and wrote. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import { type Measurement, measure } from "../bench/measure.ts";
import { workbook } from "../input/workbook.ts";
import type { Shape } from "./shapes.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const PROGRAM = path.join(ROOT, "bin", "cocok.js");

const TITLES = ["NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "JK", "Unit Kerja"];

export interface Taken extends Measurement {
  readonly writtenBytes: number;
}

/** @throws Error where the run fails or takes longer than it may */
export async function runShape(
  shape: Shape,
  rows: number,
  folder: string,
  limitSeconds: number,
): Promise<Taken> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { roster, source = roster, sources = ["dukcapil"] } = shape;
  const words = ["--roster", writeList(shape, "roster", roster, rows, folder)];
  for (const name of sources) {
    const rowOf: Shape["roster"] = (i, all) => source(i, all, name);
    words.push(`--${name}`, writeList(shape, name, rowOf, rows, folder));
  }
  const out = path.join(folder, "out");
  const formats = shape.allReports === true ? "csv,xlsx,html" : "csv";
  const taken = await measure(
    [
      PROGRAM,
      "reconcile",
      ...words,
      ...["--out", out, "--formats", formats, "--as-of", "2026-01-01"],
      ...["--threads", "1", "--fail-on", "none", "--quiet"],
    ],
    limitSeconds,
  );
  return { ...taken, writtenBytes: bytesIn(out) };
}

function writeList(
  { workbook: isWorkbook, more }: Shape,
  name: string,
  rowOf: Shape["roster"],
  rows: number,
  folder: string,
): string {
  const cellsOf = (i: number): string[] => {
    const { nik, name, place, born, sex, unit } = rowOf(i, rows);
    return [nik, name, place, born, sex, unit, ...(more?.(i) ?? [])];
  };
  const titles = [...TITLES, ...(more?.(-1) ?? [])];
  if (isWorkbook === true) {
    const file = path.join(folder, `${name}.xlsx`);
    const sheet = [titles, ...Array.from({ length: rows }, (_, i) => cellsOf(i))];
    writeFileSync(file, workbook([{ name: "Daftar", rows: sheet }]));
    return file;
  }
  const file = path.join(folder, `${name}.csv`);
  const descriptor = openSync(file, "w");
  writeSync(descriptor, stringify([titles]));
  let lines = "";
  for (let i = 0; i < rows; i++) {
    lines += stringify([cellsOf(i)]);
    if (lines.length < WRITTEN_AT_ONCE && i < rows - 1) continue;
    writeSync(descriptor, lines);
    lines = "";
  }
  closeSync(descriptor);
  return file;
}

const WRITTEN_AT_ONCE = 1 << 20;

function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
