/** Text broken into lines, for a terminal or a sheet. Knows no words and no language. */

/**
 * Breaks a text at spaces into lines of at most `width` characters; a word longer than a line stays whole.
 * @param first what the first line begins with, such as an indent or a label
 * @param hanging what the others begin with
 */
export function wrapText(text: string, width: number, first: string, hanging: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines;
}
