/**
 * How a list writes what a cell cannot say about itself: day or month first, and whom M and P stand for. Settled by the
 * rows of one list; a file of two lists may hold two ways of writing.
 */
import type { IdentifierField } from "../field/identifier.ts";
import { cleanSex } from "../field/sex.ts";
import { type DateOrderChoice, detectDateOrder } from "./date-order.ts";
import type { HeaderCell } from "./header-rows.ts";
import type { Layout } from "./layout.ts";
import type { OtherList, Writing } from "./record.ts";
import { RowReader } from "./row-reader.ts";
import type { RowSource } from "./rows.ts";

/** The cells of a person that tell. */
export interface WrittenRow {
  readonly nik: string;
  readonly date: string;
  readonly sex: string;
}

export function settleWriting(
  rows: readonly WrittenRow[],
  header: readonly HeaderCell[],
  field: IdentifierField,
): Writing & { readonly how: DateOrderChoice["how"] } {
  const dated = rows.map(({ nik, date }) => ({
    date,
    get inside() {
      return nik === "" ? null : field.birthDateDigits(field.clean(nik));
    },
  }));
  return { ...detectDateOrder(dated), english: isEnglish(rows, header), pria: isPria(rows, field) };
}

/**
 * The lists below another header in the head of a file, where the way of writing changes. What the rows of a list leave
 * open is as in the first.
 */
export function otherLists(
  { head, delimiter }: RowSource,
  layout: Layout,
  first: Writing,
  field: IdentifierField,
): OtherList[] {
  const reader = new RowReader(layout, delimiter);
  const lists: { firstRow: number; header: readonly HeaderCell[] | null; rows: WrittenRow[] }[] = [];
  for (const cells of head) {
    const read = reader.read(cells, null);
    if (typeof read === "string" || "reason" in read) continue;
    const header = reader.otherHeader;
    if (lists.length === 0 || lists.at(-1)!.header !== header)
      lists.push({ firstRow: read.row, header, rows: [] });
    lists.at(-1)!.rows.push({ nik: read.nik, date: read.birthDate, sex: read.sex });
  }
  let above = first;
  return lists.flatMap(({ firstRow, header, rows }) => {
    const writing = header === null ? first : withDefaults(settleWriting(rows, header, field), rows, first);
    const { order, english, pria } = writing;
    if (order === above.order && english === above.english && pria === above.pria) return [];
    above = writing;
    return [{ firstRow, order, english, pria }];
  });
}

function withDefaults(
  { how, order, english, pria }: ReturnType<typeof settleWriting>,
  rows: readonly WrittenRow[],
  first: Writing,
): Writing {
  const letters = new Set(rows.map(({ sex }) => lettersOf(sex)));
  return {
    order: how === "assumed" ? first.order : order,
    english: english || (first.english && !letters.has("L")),
    pria: letters.has("W") || letters.has("L") ? pria : first.pria,
  };
}

/** M is male where names and dates have English headers, or where M and F stand beside each other and L does not. */
function isEnglish(rows: readonly WrittenRow[], header: readonly HeaderCell[]): boolean {
  const sexes = new Set(rows.map(({ sex }) => sex.toUpperCase()));
  if (sexes.has("L")) return false;
  if (sexes.has("M") && sexes.has("F")) return true;
  let english = 0;
  for (const { header: known } of header) {
    if (known === null || !TELLING.has(known.meaning)) continue;
    english += known.english ? 1 : -1;
  }
  return english > 0;
}

/** Fields whose headers differ between the languages; "NIK" and "Unit" do not. */
const TELLING: ReadonlySet<string> = new Set([
  "name",
  "first_name",
  "birth_place",
  "birth_date",
  "birth_place_and_date",
]);

/**
 * P is pria where it stands beside W and no other writing of a sex does, unless the numbers of these persons say that
 * it is perempuan.
 */
function isPria(rows: readonly WrittenRow[], field: IdentifierField): boolean {
  const sexes = new Set(rows.map(({ sex }) => lettersOf(sex)));
  if (!sexes.has("P") || !sexes.has("W")) return false;
  if ([...sexes].some((text) => !BESIDE_PRIA.has(text) && cleanSex(text, true) !== 0)) return false;
  let women = 0;
  for (const { nik, sex } of rows) {
    if (nik === "" || lettersOf(sex) !== "P") continue;
    const inside = field.sex(field.clean(nik));
    if (inside !== 0) women += inside === 2 ? 1 : -1;
  }
  return women <= 0;
}
const BESIDE_PRIA: ReadonlySet<string> = new Set(["P", "W", "PRIA", "WANITA"]);

function lettersOf(sex: string): string {
  return sex.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
