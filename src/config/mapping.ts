/** Which columns `--map` and the configuration file name for which field. */
import type { Problem } from "../trouble.ts";
import { OPTIONS } from "./options.ts";
import { COLUMN_FIELDS, type ColumnField, FIELD_ALIASES } from "./plan.ts";
import { type Place, placeFacts, settingProblem } from "./problem.ts";
import { flagPlace } from "./settings.ts";

export interface Mapping {
  readonly source: string;
  readonly field: ColumnField;
  readonly header: string;
}

export function readMappings(texts: readonly string[], problems: Problem[]): readonly Mapping[] {
  const place = flagPlace(OPTIONS.map);
  const mappings: Mapping[] = [];
  for (const text of texts) {
    const [target, header] = splitAtFirst(text, "=");
    const [source, name] = splitAtFirst(target, ".");
    if (source === "" || name === "" || header === "") {
      problems.push({ code: "map_malformed", facts: { value: text, ...placeFacts(place) } });
      continue;
    }
    const field = columnField(name, place, problems);
    if (field === null) continue;
    const before = mappings.find((one) => one.source === source && one.field === field);
    if (before === undefined) mappings.push({ source, field, header });
    else problems.push(mappedTwice(place, source, field, before.header, header));
  }
  return mappings;
}

/** Two columns for one field: nobody can say which of them was meant. */
export function mappedTwice(
  place: Place,
  source: string,
  field: ColumnField,
  header: string,
  other: string,
): Problem {
  return settingProblem("mapped_twice", place, { name: `${source}.${field}`, header, other });
}

export function columnField(name: string, place: Place, problems: Problem[]): ColumnField | null {
  const field = COLUMN_FIELDS.find((known) => known === name) ?? FIELD_ALIASES.get(name);
  if (field !== undefined) return field;
  const fields = [...COLUMN_FIELDS, ...FIELD_ALIASES.keys()].join(", ");
  problems.push({ code: "unknown_field", facts: { field: name, fields, ...placeFacts(place) } });
  return null;
}

/** Both parts around the first separator, or two empty texts where there is none. */
export function splitAtFirst(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? ["", ""] : [text.slice(0, at), text.slice(at + 1)];
}
