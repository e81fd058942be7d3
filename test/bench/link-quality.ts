/**
 * How many of a run's links are right, by the quality run's own counts (../quality/evaluate.ts), but read line by
 * line: a million links are no reason to hold a million rows.
 */
import { createReadStream } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { type Score, scoreOf } from "../quality/febrl.ts";

/** Recall is over people who stand in the roster once. */
export interface LinkQuality extends Score {
  readonly wrong: number;
  readonly missed: number;
  /** Of the missed, those whose row stands among the candidates of an ambiguous link: not lost, but not decided. */
  readonly shown: number;
}

const SOURCE = "dukcapil";

/** @param links CSV with the columns of links.csv, at least where a link comes from and leads to, and its status */
export async function linkQuality(links: string, truth: string): Promise<LinkQuality> {
  const partners = new Map<string, Map<number, Partner>>();
  let wanted = 0;
  for await (const row of rowsOf(truth)) {
    const sourceRow = Number(row["dukcapil_row"]);
    const isSingle = row["duplicate_group"] === "";
    const file = row["roster_file"]!;
    const ofFile = partners.get(file) ?? new Map<number, Partner>();
    partners.set(file, ofFile.set(Number(row["roster_row"]), isSingle ? sourceRow : -sourceRow));
    if (sourceRow !== 0 && isSingle) wanted++;
  }
  let found = 0;
  let right = 0;
  let reached = 0;
  let shown = 0;
  for await (const row of rowsOf(links)) {
    if (row["source"] !== SOURCE || row["status"] === "not_found") continue;
    const isLinked = row["status"] === "linked";
    const partner = partners.get(path.basename(row["roster_file"]!))!.get(Number(row["roster_row"]))!;
    const isPartner = Math.abs(partner) === Number(row["source_row"]);
    if (isLinked) found++;
    if (isLinked && isPartner) right++;
    if (isPartner && partner > 0) {
      if (isLinked) reached++;
      else shown++;
    }
  }
  const score = scoreOf(found, right, wanted, reached);
  return { ...score, wrong: found - right, missed: wanted - reached, shown };
}

/** The source row of one roster row; 0: none, negative: of a person who stands in the roster twice. */
type Partner = number;

function rowsOf(file: string): AsyncIterable<Readonly<Record<string, string>>> {
  return createReadStream(file).pipe(parse({ columns: true, bom: true }));
}
