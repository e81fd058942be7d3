/**
 * HTML as a tagged template: whatever is put into one is escaped, unless it is a piece of HTML made the same way. No
 * other code in the report writes a tag, so nothing from the data can become markup.
 */

/** HTML that is known to be safe: made by `html`, or a constant of the program. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Insert = string | number | Html | null | readonly Insert[];

/**
 * Strings and numbers are escaped for text and for attributes in double quotes; lists are joined; null is left out.
 * Attributes must be quoted in the template.
 */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  let text = strings[0]!;
  for (let i = 0; i < inserts.length; i++) text += render(inserts[i]!) + strings[i + 1]!;
  return new Html(text);
}

function render(insert: Insert): string {
  if (typeof insert === "string") return escaped(insert);
  if (typeof insert === "number") return String(insert);
  if (insert === null) return "";
  if (insert instanceof Html) return insert.text;
  let text = "";
  for (const part of insert) text += render(part);
  return text;
}

/** A text that shows as itself wherever HTML shows text, and stays inside double quotes. */
export function escaped(text: string): string {
  // most texts have nothing to escape
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
