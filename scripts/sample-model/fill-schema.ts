// Structured output: the smallest sensible value for a JSON Schema.
type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
};

const formats: Record<string, string> = {
  date: "2026-11-21",
  "date-time": "2026-11-21T09:00:00Z",
  time: "09:00:00Z",
  email: "someone@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function resolve(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema;
  if (schema.$ref === "#") return root;
  const path = schema.$ref.replace(/^#\//, "").split("/");
  let found: unknown = root;
  for (const step of path) found = (found as Record<string, unknown>)[step];
  return resolve(found as Schema, root);
}

function fillString({ format, minLength = 0, maxLength = 200 }: Schema, text: string): string {
  if (format && formats[format]) return formats[format];
  return text.padEnd(minLength, ".").slice(0, maxLength);
}

export function fillSchema(given: Schema, text: string, root: Schema = given): unknown {
  const schema = resolve(given, root);
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [option] = schema.anyOf ?? schema.oneOf ?? [];
  if (option) return fillSchema(option, text, root);

  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== "null") : schema.type;
  if (type === "string") return fillString(schema, text);
  if (type === "integer" || type === "number") {
    return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
  }
  if (type === "boolean") return false;
  if (type === "array") {
    return Array.from({ length: schema.minItems ?? 0 }, () => fillSchema(schema.items ?? {}, text, root));
  }
  if (type === "object" || schema.properties) {
    const properties = Object.entries(schema.properties ?? {});
    return Object.fromEntries(properties.map(([name, value]) => [name, fillSchema(value, text, root)]));
  }
  return null;
}
