/** A validator of as much of JSON Schema as the shipped schema uses; any other word in it is an error. */

type Schema = boolean | object;

const TYPE_OF: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: isObject,
};

/** What each word asks of a value that it applies to. */
const WORDS: Readonly<Record<string, (value: unknown, asked: never, schema: object) => boolean>> = {
  type: (value, type: string) => TYPE_OF[type]!(value),
  const: (value, asked: unknown) => value === asked,
  enum: (value, asked: readonly unknown[]) => asked.includes(value),
  anyOf: (value, schemas: readonly Schema[]) => schemas.some((schema) => fits(value, schema)),
  not: (value, schema: Schema) => !fits(value, schema),
  pattern: (value, pattern: string) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
  minLength: (value, least: number) => typeof value !== "string" || value.length >= least,
  minimum: (value, least: number) => typeof value !== "number" || value >= least,
  maximum: (value, most: number) => typeof value !== "number" || value <= most,
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  items: (value, schema: Schema) => !Array.isArray(value) || value.every((item) => fits(item, schema)),
  properties: (value, properties: Readonly<Record<string, Schema>>) =>
    entriesOf(value).every(
      ([key, inner]) => !Object.hasOwn(properties, key) || fits(inner, properties[key]!),
    ),
  additionalProperties: (value, schema: Schema, { properties = {} }: { properties?: object }) =>
    entriesOf(value).every(([key, inner]) => Object.hasOwn(properties, key) || fits(inner, schema)),
  propertyNames: (value, schema: Schema) => entriesOf(value).every(([key]) => fits(key, schema)),
  dependencies: (value, rules: Readonly<Record<string, readonly string[] | Schema>>) =>
    Object.entries(rules).every(([key, rule]) => {
      if (!isObject(value) || !Object.hasOwn(value, key)) return true;
      return Array.isArray(rule)
        ? rule.every((needed) => Object.hasOwn(value, needed))
        : fits(value, rule as Schema);
    }),
  $schema: () => true,
  title: () => true,
  description: () => true,
};

export function fits(value: unknown, schema: Schema): boolean {
  if (typeof schema === "boolean") return schema;
  return Object.entries(schema).every(([word, asked]) => {
    const holds = WORDS[word];
    if (holds === undefined) throw new Error(`unknown word ${word}`);
    return holds(value, asked as never, schema);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
