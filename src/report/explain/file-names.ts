/** Files of a run by names short enough for a line: without their folder, where no other file has the same name. */
import path from "node:path";
import { EXPLAIN_SENTENCES } from "../../words/explain.ts";
import { printable } from "../../words/printable.ts";
import type { Language } from "../../words/sentence.ts";

interface FileRow {
  readonly file: string;
  readonly row: number;
}

export interface FileNames {
  /** `dukcapil.csv baris 12, 40`, one file after the other. */
  places(rows: readonly FileRow[], language: Language): string;
  /** A text in which files stand by their whole path. */
  inText(text: string): string;
}

export function fileNames(files: readonly string[]): FileNames {
  const base = (file: string) => path.basename(file);
  const short = (file: string) =>
    files.filter((other) => base(other) === base(file)).length > 1 ? file : base(file);
  return {
    places(rows, language) {
      const rowsOf = (file: string) => rows.filter((row) => row.file === file).map(({ row }) => row);
      return [...new Set(rows.map(({ file }) => file))]
        .map((file) => ({ file: printable(short(file)), row: rowsOf(file).join(", ") }))
        .map((facts) => EXPLAIN_SENTENCES.row[language](facts))
        .join("; ");
    },
    inText: (text) =>
      files.reduce((shortened, file) => shortened.replaceAll(`${file}:`, `${short(file)}:`), text),
  };
}
