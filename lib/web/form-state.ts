import type { z } from "zod";

/**
 * What a form shows after it was sent. Errors are codes, whose sentences the form writes. `values`: what was typed,
 * never a password.
 */
export type FormState<FieldCode extends string = never, FormCode extends string = never> = {
  fields?: Record<string, FieldCode | undefined>;
  form?: { error: FormCode; retryAfterSeconds?: number };
  values?: Record<string, string>;
  isDone?: boolean;
};

/**
 * What a script gets from an action that requires a sign-in when nobody is signed in (lib/action.ts). No form's state
 * has this field.
 */
export const signedOutAnswer = { isSignedOut: true } as const;

export const isSignedOutAnswer = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "isSignedOut" in answer;

export type FormAction<State> = (state: State, form: FormData) => Promise<State>;

export function fieldErrors<Code extends string>(error: z.ZodError): Record<string, Code> {
  const first: Record<string, Code> = {};
  for (const { path, message } of error.issues) first[String(path[0])] ??= message as Code;
  return first;
}

export function typedValues(form: FormData, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}
