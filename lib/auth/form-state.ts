import type { z } from "zod";
import type { FieldError } from "./schema.ts";

export type FormError = "WRONG_CREDENTIALS" | "SUSPENDED" | "RATE_LIMITED";

/** What a form shows after it was sent: errors beside their fields, and what was typed (never a password). */
export type FormState = {
  fields?: Record<string, FieldError | undefined>;
  form?: { error: FormError; retryAfterSeconds?: number };
  values?: Record<string, string>;
  isDone?: boolean;
};

/** The first error of each field. */
export function fieldErrors(error: z.ZodError): Record<string, FieldError> {
  const first: Record<string, FieldError> = {};
  // Messages are codes: every rule in schema.ts is given one.
  for (const { path, message } of error.issues) first[String(path[0])] ??= message as FieldError;
  return first;
}

/** What was typed into the named fields, to be shown again. */
export function typedValues(form: FormData, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value.slice(0, 1_000) : ""];
    }),
  );
}
