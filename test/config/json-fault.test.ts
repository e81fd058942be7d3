/** The line a broken JSON text has to be mended in, and what a sound one says twice. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOfFault, repeatedKeys } from "../../src/config/json-fault.ts";

test.each([
  ["nothing", "", 1],
  ["a value left out", '{\n  "a": ,\n  "b": 1\n}', 2],
  ["a comma left out", '{\n  "a": 1\n  "b": 2\n}', 3],
  ["a comma too many", '{\n  "a": 1,\n}', 3],
  ["a comma too many in a list", "[\n 1,\n 2,\n]", 4],
  ["a key without quotation marks", '{\n  "a": 1,\n  b: 2\n}', 3],
  ["a key without a value", '{\n  "a",\n  "b": 2\n}', 2],
  ["a number as key", "{\n  1: 2\n}", 2],
  ["single quotation marks", "{\n  'a': 1\n}", 2],
  ["a backslash in a path", '{\n  "a": "b",\n  "c": "x\\data"\n}', 3],
  ["a string never closed", '{\n  "a": "b,\n  "c": 1\n}', 2],
  ["a comment", '{\n  // a\n  "a": 1\n}', 2],
  ["brackets that do not fit", '{\n  "a": [1, 2}\n}', 2],
  ["an object never closed", '{\n  "a": 1\n\n', 2],
  ["something after the end", '{\n  "a": 1\n}\n}', 4],
  ["a bare word", '{\n  "a": yes\n}', 2],
])("%s", (_what, text, line) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(lineOfFault(text)).toBe(line);
});

test("a stray mark in correct JSON is found in its own line or, where it could still belong, in a later one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom("§", "}", "]", ":", ","), (value, where, stray) => {
      const lines = JSON.stringify(value, null, 1).split("\n");
      const at = where % lines.length;
      lines[at] = `${stray}${lines[at]}`;
      const text = lines.join("\n");
      expect(() => JSON.parse(text)).toThrow();
      expect(lineOfFault(text)).toBeGreaterThanOrEqual(at + 1);
      if (stray === "§") expect(lineOfFault(text)).toBe(at + 1);
    }),
  );
});

test.each<[string, string, string[]]>([
  ["at the top", '{\n "a": 1,\n "b": 2,\n "a": 3\n}', ["a: 2, 4"]],
  ["in a group below", '{ "s": {\n "k": [1, { "x": 1 }],\n "k": 2 } }', ["s.k: 2, 3"]],
  ["in a list", '[ 7, { "a": 1, "a": 2 } ]', ["1.a: 1, 1"]],
  ["three times", '{ "a": 1,\n "a": 2,\n "a": 3 }', ["a: 1, 2", "a: 1, 3"]],
  ["in two writings", '{ "a": 1, "\\u0061": 2 }', ["a: 1, 1"]],
  ["as a name of the language itself", '{ "__proto__": 1, "__proto__": 2 }', ["__proto__: 1, 1"]],
  ["in two groups, once each", '{ "s": { "k": 1 }, "t": { "k": 1 }, "k": ["k", "k"] }', []],
])("a key is written twice %s", (_where, text, expected) => {
  const told = repeatedKeys(text).map(
    ({ path, firstLine, line }) => `${path.join(".")}: ${firstLine}, ${line}`,
  );
  expect(told).toEqual(expected);
});

test("what JSON.stringify writes has no key twice, and every key that is added again is found", () => {
  fc.assert(
    fc.property(fc.object(), (value) => {
      const text = JSON.stringify(value);
      expect(repeatedKeys(text)).toEqual([]);
      for (const key of Object.keys(JSON.parse(text) as object)) {
        const again = `${text.slice(0, -1)},${JSON.stringify(key)}:{}}`;
        expect(repeatedKeys(again).map(({ path }) => path)).toEqual([[key]]);
      }
    }),
  );
});
