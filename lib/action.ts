import "server-only";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";

import { hasLeftSignedOut } from "./auth/signed-out.ts";
import { env } from "./env.ts";
import { signedOutAnswer } from "./web/form-state.ts";
import { isSameOrigin } from "./web/http.ts";

/** The longest form has 40 rules of the policy. A hundred decisions need 10,000. */
const maxFormChars = 100_000;

/**
 * Wraps a server action. `bound` are the schemas of its bound arguments, for which a client may send any value. A
 * request from another site, an invalid bound argument, or a form with a file or more than `maxFormChars` gets a 404.
 * The action parses the form's fields itself. The form's previous state is not trusted: the action gets an empty one.
 * When the action requires a sign-in (lib/auth/viewer.ts), a script gets `signedOutAnswer`, because the sign-in page
 * would replace what was typed. A plain post is redirected there: the browser keeps what was typed.
 * Unexpected errors reach the error boundary and, as one record, the log.
 */
export function action<Args extends unknown[], Answer>(
  bound: readonly z.ZodType[],
  work: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return async (...given) => {
    if (!isSameOrigin({ headers: await headers() }, env().AUTH_URL)) notFound();
    const args = checkedArguments(bound, given, work.length) ?? notFound();
    try {
      return await work(...args);
    } catch (error) {
      // Not in any form's type: `components/form/` removes it before a form gets the answer.
      if (hasLeftSignedOut(error) && (await isCalledByScript())) return signedOutAnswer as Answer;
      throw error;
    }
  };
}

/** Next's script sends the action's id in this header. */
const isCalledByScript = async () => (await headers()).has("next-action");

/**
 * Returns `count` checked arguments: the bound ones, then a form, or a state and a form. A client may send more,
 * which are dropped, and in another order.
 * @returns null when one is invalid or missing
 */
export function checkedArguments<Args extends unknown[]>(
  bound: readonly z.ZodType[],
  given: Args,
  count: number,
): Args | null {
  const parsed = bound.map((schema, index) => schema.safeParse(given[index]));
  const rest = given.slice(bound.length);
  const wanted = Math.max(0, count - bound.length);
  if (rest.length > 2 || rest.length < wanted || !parsed.every(({ success }) => success)) return null;
  if (rest.length > 0 && !(rest.at(-1) instanceof FormData)) return null;
  if (!rest.every((value) => !(value instanceof FormData) || isBounded(value))) return null;
  const state = {};
  const taken = rest.slice(rest.length - wanted);
  return [
    ...parsed.map(({ data }) => data),
    ...taken.map((value) => (value instanceof FormData ? value : state)),
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
