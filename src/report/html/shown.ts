/** Values from the data as the page shows them: safe to print, never longer than a line or two, differences marked. */
import path from "node:path";
import { firstCharacters, printable, quotable } from "../../words/printable.ts";
import type { Piece } from "../pieces.ts";
import { type Html, html } from "./template.ts";

/** Longest value shown, in characters; a hostile cell must not push the people off the page. */
const LONGEST_VALUE = 120;

export function shown(text: string): string {
  return quotable(text);
}

/** A file by its name alone: the folder is the same for all and stands under "about". */
export function fileLabel(file: string): string {
  return shown(path.basename(file));
}

/** Pieces as text in which those that differ are marked, cut short together as `shown` cuts one text. */
export function shownPieces(pieces: readonly Piece[]): readonly (string | Html)[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_VALUE ? pieces.map(shownPiece) : cutPieces(pieces);
}

function shownPiece({ text, differs }: Piece): string | Html {
  const part = printable(text);
  return differs ? html`<mark>${part}</mark>` : part;
}

function cutPieces(pieces: readonly Piece[]): (string | Html)[] {
  const parts: (string | Html)[] = [];
  let room = LONGEST_VALUE;
  for (const { text, differs } of pieces) {
    const characters = firstCharacters(printable(text), room + 1);
    const cut = characters.length > room;
    const part = cut ? `${characters.slice(0, room).join("")}…` : characters.join("");
    parts.push(differs ? html`<mark>${part}</mark>` : part);
    room -= characters.length;
    if (cut || room <= 0) break;
  }
  return parts;
}
