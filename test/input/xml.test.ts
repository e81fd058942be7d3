import fc from "fast-check";
import { expect, test } from "vitest";
import { BadXml, XmlScanner } from "../../src/input/xml.ts";

/** What a handler is told of a document that comes in pieces, pieces of one text put together. */
function told(pieces: readonly string[]): string[] {
  const events: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") events.push(`"${text}"`);
    text = "";
  };
  const scanner = new XmlScanner({
    open: (name, attribute) => {
      flush();
      events.push(`<${name} a=${attribute("a")}>`);
    },
    close: (name) => {
      flush();
      events.push(`</${name}>`);
    },
    text: (more) => {
      text += more;
    },
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  flush();
  return events;
}

const DOCUMENT = `<?xml version="1.0"?>\n<x:b a='1 > 2'><c x:a="&lt;&#65;"/>T &amp; <![CDATA[<&>]]><!-- <d> --><e/> </x:b>`;

test("a document is told by its elements, their attributes and its texts", () => {
  expect(told([DOCUMENT])).toEqual([
    "<b a=1 > 2>",
    "<c a=<A>",
    "</c>",
    '"T & <&>"',
    "<e a=null>",
    "</e>",
    '" "',
    "</b>",
  ]);
});

test("it does not matter where a document is cut into pieces", () => {
  const whole = told([DOCUMENT]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: DOCUMENT.length }), { maxLength: 12 }), (cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), DOCUMENT.length];
      expect(told(ends.map((end, i) => DOCUMENT.slice(ends[i - 1] ?? 0, end)))).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["ends within an element", "<a><b></b>"],
  ["ends within a tag", "<a><b"],
  ["ends within quotes", '<a><b c="'],
  ["closes another element", "<a><b></a></b>"],
  ["is no document", "NIK;Nama"],
  ["has a document type", "<!DOCTYPE a><a/>"],
])("a document that %s is bad", (_, text) => {
  expect(() => told([text])).toThrow(BadXml);
});
