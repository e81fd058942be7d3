/** What a birth date is, and the ways two of them differ. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BIRTH_DATE_LEVELS,
  type BirthDate,
  compareBirthDate,
  dayOf,
  formatDate,
  isPlaceholder,
  isRealDate,
  MISSING_DATE,
  monthOf,
  packDate,
  UNREADABLE_DATE,
  yearOf,
} from "../../src/field/birth-date.ts";
import { day, everyDay } from "./calendar.ts";

const level = (roster: number, source: number) =>
  BIRTH_DATE_LEVELS[compareBirthDate({ state: "sound", packed: roster }, { state: "sound", packed: source })]!
    .name;

describe("the calendar", () => {
  it.each([
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1990, 4, 31, false],
    [1990, 12, 31, true],
    [1990, 0, 1, false],
    [1990, 13, 1, false],
    [1990, 1, 0, false],
    [0, 1, 1, false],
  ])("%i-%i-%i: %s", (year, month, dayOfMonth, real) =>
    expect(isRealDate(year, month, dayOfMonth)).toBe(real),
  );

  it("takes the same parts from one number", () => {
    for (const date of everyDay(1999, 2001))
      expect(packDate(yearOf(date), monthOf(date), dayOf(date))).toBe(date);
    expect(formatDate(19900512)).toBe("12-05-1990");
    expect(formatDate(0)).toBe("");
  });
});

describe("two birth dates", () => {
  it.each([
    [19900512, 19900512, "exact"],
    [19901205, 19900512, "day_month_swapped"],
    [19900701, 19900107, "day_month_swapped"],
    [19900101, 19900512, "placeholder"],
    [19900701, 19900512, "placeholder"],
    [19901231, 19900512, "placeholder"],
    [19900101, 19900105, "placeholder"],
    [19900515, 19900512, "placeholder"],
    [19900513, 19900512, "day"],
    [19900512, 19900515, "day"],
    [19900102, 19900101, "day"],
    [19900512, 19900612, "month"],
    [19900615, 19900515, "month"],
    [19900512, 19910512, "year_near"],
    [19991231, 20001231, "year_near"],
    [19900512, 19800512, "year_near"],
    [19900512, 19960512, "year_near"],
    [19680512, 19860512, "year_near"],
    [19900512, 19090512, "year_near"],
    [19900512, 20900512, "year_far"],
    [19950512, 20050512, "year_near"],
    [19900512, 19780512, "year_far"],
    [19830512, 19740512, "year_far"],
    [19900512, 19900701, "source_placeholder"],
    [19900512, 19901231, "source_placeholder"],
    [19900512, 19900101, "source_placeholder"],
    [19900512, 19900613, "different"],
    [19900515, 19900620, "different"],
    [19900512, 19910513, "different"],
    [19900101, 19910512, "different"],
    [19900512, 19911205, "different"],
  ])("%i and %i: %s", (roster, source, expected) => expect(level(roster, source)).toBe(expected));

  it("say nothing when one is missing, and are damaged when one is unreadable", () => {
    const [missing, unreadable] = [MISSING_DATE, UNREADABLE_DATE];
    const sound: BirthDate = { state: "sound", packed: 19900512 };
    const name = (a: BirthDate, b: BirthDate) => BIRTH_DATE_LEVELS[compareBirthDate(a, b)]!.name;
    expect(name(missing, sound)).toBe("missing");
    expect(name(sound, missing)).toBe("missing");
    expect(name(missing, unreadable)).toBe("missing");
    expect(name(missing, missing)).toBe("missing");
    expect(name(unreadable, sound)).toBe("damaged");
    expect(name(sound, unreadable)).toBe("damaged");
    expect(name(unreadable, unreadable)).toBe("damaged");
  });

  it("agree exactly with themselves and with nothing else", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(level(a, a)).toBe("exact");
        expect(level(a, b) === "exact").toBe(a === b);
      }),
    );
  });

  it("are swapped on both sides or on neither, and swapping twice changes nothing", () => {
    const swap = (date: number) => packDate(yearOf(date), dayOf(date), monthOf(date));
    fc.assert(
      fc.property(
        day.filter((date) => dayOf(date) <= 12 && dayOf(date) !== monthOf(date)),
        (date) => {
          expect(swap(swap(date))).toBe(date);
          expect(level(date, swap(date))).toBe("day_month_swapped");
          expect(level(swap(date), date)).toBe("day_month_swapped");
        },
      ),
    );
  });

  it("have a name for every position, missing first", () => {
    expect(BIRTH_DATE_LEVELS[0].name).toBe("missing");
    expect(new Set(BIRTH_DATE_LEVELS.map((entry) => entry.name)).size).toBe(BIRTH_DATE_LEVELS.length);
  });
});

describe("a placeholder", () => {
  it.each([
    [19900101, true],
    [19900701, true],
    [19901231, true],
    [19900107, false],
    [19900515, false],
    [19901230, false],
  ])("%i: %s", (date, expected) => expect(isPlaceholder(date)).toBe(expected));
});
