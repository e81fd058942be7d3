/** The part of saxen that xml.ts uses; the package brings no types of its own. */
declare module "saxen" {
  export type DecodeEntities = (text: string) => string;

  export class Parser {
    on(
      event: "openTag",
      listener: (
        name: string,
        /** Values as written. */
        attributes: () => Readonly<Record<string, string>>,
        decode: DecodeEntities,
      ) => void,
    ): this;
    on(event: "closeTag", listener: (name: string) => void): this;
    on(event: "text", listener: (text: string, decode: DecodeEntities) => void): this;
    on(event: "cdata", listener: (text: string) => void): this;
    /** `attention`: declarations, of which a document type is one. */
    on(event: "comment" | "question" | "attention", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    write(text: string): this;
    end(): Error | null;
  }
}
