/** A table of finished words, as plain text for a terminal and as Markdown for the README. */

export interface Table {
  readonly title: string;
  /** What must be known to read it; may be empty. */
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first column to the left, figures to the right. */
export function asText({ title, note, headings, rows }: Table): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((cells) => cells[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join("  ");
  const body = [headings, ...rows].map((cells) => `  ${line(cells).trimEnd()}\n`);
  return `\n${title}\n${note === "" ? "" : `${note}\n`}${body.join("")}`;
}

export function asMarkdown({ title, note, headings, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const ruler = line(headings.map((_, column) => (column === 0 ? "---" : "---:")));
  return `## ${title}\n\n${note === "" ? "" : `${note}\n\n`}${line(headings)}${ruler}${rows.map(line).join("")}`;
}

/** "2,400,000": the same in every locale. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Two digits that count: more would be noise. */
export function rounded(value: number): string {
  return grouped(Number(value.toPrecision(2)));
}

/** A ratio: "0.45", "31". */
export function times(ratio: number): string {
  return ratio >= 9.95 ? ratio.toFixed(0) : ratio.toFixed(2);
}

export function megabytes(bytes: number): string {
  return `${grouped(bytes / 1e6)} MB`;
}

/** Recall and precision near 1. */
export function share(value: number): string {
  return value.toFixed(5);
}

export function minutes(seconds: number): string {
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;
}
