/**
 * Where a text stops being JSON, and where it says one thing twice, of which `JSON.parse` keeps the last and says
 * nothing. The engine's own messages name an offset for some faults only and change with its version; whoever has to
 * mend a file by hand needs the line. It finds places and builds nothing: reading is for `JSON.parse`.
 */

/** A bracket, comma or colon; a string; a number or word; each after any blanks. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Control}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

/** The 1-based line of the first thing that JSON does not allow there, or the last written line if it only ends too soon. */
export function lineOfFault(text: string): number {
  return 1 + lineEndsIn(text.slice(0, faultOffset(text)).trimEnd());
}

function lineEndsIn(text: string): number {
  return text.split("\n").length - 1;
}

/** A key that its group has already. */
export interface RepeatedKey {
  readonly path: readonly (string | number)[];
  /** 1-based lines. */
  readonly line: number;
  readonly firstLine: number;
}

/** A group or list while it is read: the step of the path it is at and, of a group, the line of every key so far. */
interface Open {
  step: string | number;
  readonly lines: Map<string, number> | null;
}

/** @param text correct JSON */
export function repeatedKeys(text: string): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const open: Open[] = [];
  let isKeyNext = false;
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [whole, mark, string] = token;
    const group = open.at(-1);
    // no token ends beyond the line it begins in: a string of JSON has no line end
    line += lineEndsIn(whole);
    if (mark === "{") open.push({ step: "", lines: new Map() });
    else if (mark === "[") open.push({ step: 0, lines: null });
    else if (mark === "}" || mark === "]") open.pop();
    else if (mark === "," && typeof group!.step === "number") group!.step++;
    else if (isKeyNext && string !== undefined) {
      const key = JSON.parse(string) as string;
      const firstLine = group!.lines!.get(key);
      group!.step = key;
      if (firstLine === undefined) group!.lines!.set(key, line);
      else repeated.push({ path: open.map(({ step }) => step), line, firstLine });
    }
    isKeyNext = mark === "{" || (mark === "," && group!.lines !== null);
  }
  return repeated;
}

function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) return endOfBlanks(text, at) + 1;
    const [whole, mark, string] = token;
    const next: Expected | null =
      mark === undefined ? afterPlain(expected, string !== undefined) : afterMark(expected, mark, open);
    if (next === null) return at + whole.length;
    expected = next;
    at += whole.length;
  }
}

function endOfBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\n\r".includes(text[at]!)) at++;
  return at;
}

function afterPlain(expected: Expected, isString: boolean): Expected | null {
  if (expected === "value" || expected === "value or ]") return ", or end";
  return isString && (expected === "key" || expected === "key or }") ? ":" : null;
}

/** What may follow a bracket, comma or colon; null where it may not stand itself. Keeps `open`, the brackets open. */
function afterMark(expected: Expected, mark: string, open: string[]): Expected | null {
  switch (mark) {
    case "{":
    case "[":
      if (expected !== "value" && expected !== "value or ]") return null;
      open.push(mark);
      return mark === "{" ? "key or }" : "value or ]";
    case ":":
      return expected === ":" ? "value" : null;
    case ",":
      if (expected !== ", or end" || open.length === 0) return null;
      return open[open.length - 1] === "{" ? "key" : "value";
    default: {
      const opener = mark === "}" ? "{" : "[";
      const empty = mark === "}" ? "key or }" : "value or ]";
      if ((expected !== ", or end" && expected !== empty) || open.pop() !== opener) return null;
      return ", or end";
    }
  }
}
