/**
 * Gives generated lists the column that real ones have and nobody compares: an address. With it a row is about as long
 * as offices have it, 110 bytes; without it a parser's time would be measured on rows shorter than life.
 */
import { rename } from "node:fs/promises";
import path from "node:path";
import { mix } from "../../src/text/hash.ts";
import { FILE_NAMES, ROSTER_DIALECT, SOURCE_DELIMITER, SOURCE_END_OF_LINE } from "./files.ts";
import { rewriteAll } from "./rewrite.ts";

const STREETS = [
  "JL JENDERAL SUDIRMAN",
  "JL MERDEKA",
  "JL LINTAS SUMATERA",
  "DUSUN II",
  "DUSUN IV TALANG JAYA",
  "PERUM GRIYA ASRI BLOK C",
  "KAMPUNG BARU",
  "LORONG MASJID",
] as const;
const MOST_HOUSES = 300;
const MOST_NEIGHBOURHOODS = 12;

/** Adds the column to roster and registry of a folder. */
export async function addAddresses(folder: string): Promise<void> {
  const { delimiter, endOfLine } = ROSTER_DIALECT;
  await addTo(path.join(folder, FILE_NAMES.roster), delimiter, endOfLine, "Alamat");
  await addTo(path.join(folder, FILE_NAMES.source), SOURCE_DELIMITER, SOURCE_END_OF_LINE, "ALAMAT");
}

async function addTo(file: string, delimiter: string, endOfLine: string, heading: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await rewriteAll(file, unfinished, delimiter, endOfLine, (cells, row) => {
    cells.push(row === 0 ? heading : addressOf(row));
  });
  await rename(unfinished, file);
}

/** The same for the same row, whoever lives there. */
function addressOf(row: number): string {
  const street = STREETS[mix(row, 1) % STREETS.length]!;
  const house = 1 + (mix(row, 2) % MOST_HOUSES);
  const [rt, rw] = [3, 4].map((seed) => String(1 + (mix(row, seed) % MOST_NEIGHBOURHOODS)).padStart(3, "0"));
  return `${street} NO ${house} RT ${rt} RW ${rw}`;
}
