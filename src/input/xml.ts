/**
 * Elements and texts of an XML document as it streams in, for the few plain documents inside a workbook: the only
 * user of saxen, which knows elements, attributes, text, CDATA and the entities XML itself defines. Refuses document
 * types, so that nothing can be defined, included or expanded, and whatever would make the parser hold or read again
 * more than a workbook ever needs. Checks no schema.
 */
import { Parser } from "saxen";

/** Value of one of an element's attributes, null when it has none of this name (namespace prefixes do not count). */
export type AttributeOf = (name: string) => string | null;

export interface XmlHandler {
  /** @param name without namespace prefix. @param attribute to be asked before the handler returns. */
  open(name: string, attribute: AttributeOf): void;
  close?(name: string): void;
  /** Text between tags, entities resolved; one run of text may come in several pieces. */
  text?(text: string): void;
}

export class BadXml extends Error {}

/** A tag or a text that is longer is an attack: Excel's longest text is 32,767 characters, six each when escaped. */
const LONGEST_PIECE = 1 << 20;
/** The parser remembers every element that is open; those of a workbook are a dozen deep. */
const DEEPEST = 100;

export class XmlScanner {
  readonly #parser = new Parser();
  #pending = "";
  /** Characters handed over since the parser last found anything complete in them. */
  #unfinished = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#parser
      .on("openTag", (name, attributes, decode) => {
        this.#unfinished = 0;
        if (++this.#depth > DEEPEST) throw new BadXml("depth");
        handler.open(localName(name), (wanted) => {
          const value = valueNamed(attributes(), wanted);
          return value === null ? null : decode(value);
        });
      })
      // empty elements close as well
      .on("closeTag", (name) => {
        this.#unfinished = 0;
        this.#depth--;
        handler.close?.(localName(name));
      })
      .on("text", (text, decode) => {
        this.#unfinished = 0;
        handler.text?.(decode(text));
      })
      .on("cdata", (text) => {
        this.#unfinished = 0;
        handler.text?.(text);
      })
      .on("comment", () => {
        this.#unfinished = 0;
      })
      .on("question", () => {
        this.#unfinished = 0;
      })
      .on("attention", () => {
        throw new BadXml("document type");
      })
      .on("error", ({ message }) => {
        throw new BadXml(message);
      });
  }

  /** @throws BadXml */
  push(chunk: string): void {
    const text = this.#pending + chunk;
    // the parser takes a `>` within quotes for the end of a tag where the closing quote has not come yet, so that it
    // must be given whole tags only
    const end = text.lastIndexOf("<");
    this.#pending = end <= 0 ? text : text.slice(end);
    if (end > 0) {
      this.#unfinished += end;
      this.#parser.write(text.slice(0, end));
    }
    if (this.#unfinished > LONGEST_PIECE || this.#pending.length > LONGEST_PIECE) {
      throw new BadXml("longest piece");
    }
  }

  /** @throws BadXml when the document ends within a tag or an element. */
  end(): void {
    this.#parser.write(this.#pending);
    this.#parser.end();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function valueNamed(attributes: Readonly<Record<string, string>>, name: string): string | null {
  const value = attributes[name];
  if (value !== undefined) return value;
  for (const key in attributes) if (localName(key) === name) return attributes[key]!;
  return null;
}
