import "server-only";

import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";

import { hasLeftSignedOut } from "./auth/signed-out.ts";
import { env } from "./env.ts";
import { signedOutAnswer } from "./form-state.ts";
import { isSameOrigin } from "./http.ts";

/** The longest form has 40 rules' worth of text; a hundred decisions need 10,000. */
const maxFormChars = 100_000;

/**
 * Makes a server action. `bound` are the schemas of its bound arguments: a client may send any value for them, as for the
 * form. A request from another site, a bound argument that no page of ours has, a form with a file or of more than
 * `maxFormChars` is answered as if nothing were here. The form's fields are parsed by the action's own schema. The previous
 * state that a form sends along is not believed: the action gets an empty one.
 *
 * Where the work leaves because nobody is signed in (lib/auth/viewer.ts), a page's script gets `signedOutAnswer` instead: the
 * sign-in page would take the place of what was typed. A plain post goes there, since the browser keeps what was typed.
 *
 * What the action throws unexpectedly reaches the error boundary, and as one record the log (lib/log).
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
      // No form's type names it: `components/form/` takes it out before a form sees it.
      if (hasLeftSignedOut(error) && (await isCalledByScript())) return signedOutAnswer as Answer;
      throw error;
    }
  };
}

/** Next's script names the action that it calls. */
const isCalledByScript = async () => (await headers()).has("next-action");

/**
 * What `count` arguments of an action are, after the bound ones: a form, or a state and a form. A client may send more, which
 * are left out, and in another order.
 * @returns null when one of them is not as it should be, or missing
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
