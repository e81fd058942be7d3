/**
 * File names for units, safe on every system whatever a unit is called: a unit is a cell's text, and somebody may
 * have written a path, a device, a formula or a person's number into it.
 */
import { byCodeUnits } from "../text/order.ts";

/** Bytes of a name without its ending: Linux allows 255, and a folder and a path need room too. */
const LONGEST_NAME = 100;
const UNNAMED = "tanpa-opd";

/** What may stand in a name: letters and digits of any script, and a few signs no system gives a meaning. */
const UNSAFE = /[^\p{L}\p{M}\p{N} ().,_-]+/gu;
/** A shifted row can have a person's NIK or birth date where the unit should be. */
const LONG_NUMBER = /\d[\d .-]{5,}\d/g;
/** A point or a blank in front hides a file or is an option; Windows drops them at the end. */
const LEADING = /^[^\p{L}\p{N}]+/u;
const TRAILING = /[ .,_-]+$/;
/** Names that Windows takes for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])(?=[ .]|$)/i;

/**
 * A name for every unit, different even where a file system knows no capitals.
 * @param units different from each other; their order does not matter
 * @returns by unit
 */
export function unitFileNames(units: Iterable<string>, ending: string): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const unit of [...units].sort(byCodeUnits)) {
    const base = safeName(unit);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`;
    taken.add(name.toLowerCase());
    names.set(unit, name + ending);
  }
  return names;
}

function safeName(unit: string): string {
  const readable = unit
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(UNSAFE, "-")
    .replace(LONG_NUMBER, "-")
    .replace(/-{2,}/g, "-")
    .replace(LEADING, "");
  const name = cutToBytes(readable, LONGEST_NAME).replace(TRAILING, "");
  if (name === "") return UNNAMED;
  return DEVICE.test(name) ? `opd-${name}` : name;
}

function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
