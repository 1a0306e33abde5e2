import type { z } from "zod";

/**
 * What a form shows after it was sent: errors beside their fields, one about the whole, and what was typed (never a
 * password). Errors are codes: the form that shows them writes the sentences.
 */
export type FormState<FieldCode extends string = never, FormCode extends string = never> = {
  fields?: Record<string, FieldCode | undefined>;
  form?: { error: FormCode; retryAfterSeconds?: number };
  values?: Record<string, string>;
  isDone?: boolean;
};

/**
 * What a page's script gets from an action that asks who is signed in, when nobody is (lib/action.ts). No form's state has
 * such a field.
 */
export const signedOutAnswer = { isSignedOut: true } as const;

export const isSignedOutAnswer = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "isSignedOut" in answer;

export type FormAction<State> = (state: State, form: FormData) => Promise<State>;

/** The first error of each field, for a schema whose rules are each given one of the codes as their message. */
export function fieldErrors<Code extends string>(error: z.ZodError): Record<string, Code> {
  const first: Record<string, Code> = {};
  for (const { path, message } of error.issues) first[String(path[0])] ??= message as Code;
  return first;
}

/** What was typed into the named fields, whole, to be shown again. Never name a password's. */
export function typedValues(form: FormData, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}
