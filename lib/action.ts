import "server-only";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";

import { env } from "./env.ts";
import { isSameOrigin } from "./http.ts";

/** The longest form has 40 rules' worth of text; a hundred decisions need 10,000. */
const maxFormChars = 100_000;

/**
 * Makes a server action. `bound` are the schemas of its bound arguments: a client may send any value for them, as for the
 * form. A request from another site, a bound argument that no page of ours has, a form with a file or of more than
 * `maxFormChars` is answered as if nothing were here. The form's fields are parsed by the action's own schema. The previous
 * state that a form sends along is not believed: the action gets an empty one.
 *
 * What the action throws unexpectedly reaches the error boundary, and as one record the log (lib/log).
 */
export function action<Args extends unknown[], Answer>(
  bound: readonly z.ZodType[],
  work: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return async (...given) => {
    if (!isSameOrigin({ headers: await headers() }, env().AUTH_URL)) notFound();
    return work(...(checkedArguments(bound, given) ?? notFound()));
  };
}

/** Null when one of them is not as it should be. */
export function checkedArguments<Args extends unknown[]>(
  bound: readonly z.ZodType[],
  given: Args,
): Args | null {
  const parsed = bound.map((schema, index) => schema.safeParse(given[index]));
  const rest = given.slice(bound.length);
  const forms = rest.filter((value) => value instanceof FormData);
  if (rest.length > 2 || !parsed.every(({ success }) => success) || !forms.every(isBounded)) return null;
  const state = {};
  return [
    ...parsed.map(({ data }) => data),
    ...rest.map((value) => (value instanceof FormData ? value : state)),
  ] as Args;
}

function isBounded(form: FormData): boolean {
  let chars = 0;
  for (const [name, value] of form) {
    if (typeof value !== "string") return false;
    chars += name.length + value.length;
  }
  return chars <= maxFormChars;
}
