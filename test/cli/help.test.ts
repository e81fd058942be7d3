/** The help, word for word: `help/*.txt` are edited by hand and never written by a test. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { OPTIONS } from "../../src/config/options.ts";
import { main } from "../../src/main.ts";
import { fakeIo } from "./fake-io.ts";

async function help(width: number | undefined, ...words: string[]): Promise<string> {
  const io = fakeIo(width);
  expect(await main(["node", "cocok", ...words, "--help"], io)).toBe(0);
  return io.stdout.text;
}

test.each([
  ["cocok.id.txt", ["--lang", "id"]],
  ["cocok.en.txt", ["--lang", "en"]],
  ["reconcile.id.txt", ["reconcile", "--lang", "id"]],
  ["reconcile.en.txt", ["reconcile", "--lang", "en"]],
  ["inspect.id.txt", ["inspect", "--lang", "id"]],
  ["inspect.en.txt", ["inspect", "--lang", "en"]],
  ["init.id.txt", ["init", "--lang", "id"]],
  ["init.en.txt", ["init", "--lang", "en"]],
  ["explain.id.txt", ["explain", "--lang", "id"]],
  ["explain.en.txt", ["explain", "--lang", "en"]],
])("%s is what is printed at 80 columns", async (file, words) => {
  const expected = readFileSync(new URL(`help/${file}`, import.meta.url), "utf8");
  expect(await help(undefined, ...words)).toBe(expected);
});

describe.each(["id", "en"])("in %s", (language) => {
  test.each([
    ["padankan", "reconcile"],
    ["periksa", "inspect"],
    ["jelaskan", "explain"],
    ["mulai", "init"],
  ])("%s has the same help as %s", async (alias, command) => {
    expect(await help(80, alias, "--lang", language)).toBe(await help(80, command, "--lang", language));
  });

  test("help COMMAND is COMMAND --help", async () => {
    const io = fakeIo(80);
    expect(await main(["node", "cocok", "help", "padankan", "--lang", language], io)).toBe(0);
    expect(io.stdout.text).toBe(await help(80, "padankan", "--lang", language));
  });

  test("every option is explained", async () => {
    const text = await help(80, "reconcile", "--lang", language);
    for (const flag of Object.values(OPTIONS).flatMap((option) => option.flags)) {
      expect(text).toMatch(new RegExp(`^  (--\\w+, )?${flag}\\b`, "m"));
    }
  });

  test.each([50, 60, 72, 100])(
    "nothing but command lines to copy is wider than %d columns",
    async (width) => {
      for (const words of [[], ["reconcile"], ["inspect"], ["explain"], ["init"]]) {
        const lines = (await help(width, ...words, "--lang", language)).split("\n");
        for (const line of lines.filter((line) => !line.startsWith("  cocok "))) {
          expect(line.length).toBeLessThanOrEqual(width);
        }
      }
    },
  );
});

test("the Indonesian help has no word of commander's own English", async () => {
  const texts = await Promise.all([
    help(80),
    ...["reconcile", "inspect", "explain", "init"].map((name) => help(80, name)),
  ]);
  const text = texts.join("");
  expect(text).not.toMatch(/Usage|Arguments|Options|Commands|display|output the version|\(default|choices/);
});

test("only commands that exist are offered", async () => {
  expect(await help(80, "--lang", "en")).not.toMatch(/recall|resolve|compare/);
});
