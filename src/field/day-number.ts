/**
 * Days as spreadsheets number them: counted from the end of 1899, or from 1904 in the workbooks of old Macs. Which
 * numbers are meant as dates is for whoever reads them to say.
 */
import { packDate } from "./birth-date.ts";

/** 1 March 1900, behind a 29 February that Excel has and the calendar has not: numbers below it are days off. */
export const FIRST_DAY_NUMBER = 61;

/** What a day has more in Excel's 1900 date system than in the 1904 system. */
export const DAYS_FROM_1900_TO_1904 = 1462;

/** Days from 1 March of the year 0 to day 0 of the 1900 date system, 30 December 1899. */
const DAYS_BEFORE = 693_899;
const DAYS_OF_400_YEARS = 146_097;

/**
 * The date with a number, packed as yyyymmdd.
 * @param number a whole one of the 1900 date system, from `FIRST_DAY_NUMBER` on
 */
export function dateOfDayNumber(number: number): number {
  // years are counted from 1 March, so that the leap day comes last
  const days = number + DAYS_BEFORE;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfEra = days % DAYS_OF_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return packDate(400 * era + yearOfEra + (month < 3 ? 1 : 0), month, day);
}
