import type { Typed } from "./form-draft";
import { typedIn } from "./typed-values";

const early = new WeakMap<HTMLFormElement, Typed>();

/**
 * What was written in a form before the script was there. React, taking a page over, puts its own values in place of it, and
 * may begin to more than once: what the first look finds is remembered, with what is typed from then on.
 */
export function typedEarly(form: HTMLFormElement, names: readonly string[]): Typed {
  const known = early.get(form);
  if (known) return known;
  const typed = typedIn(form, names);
  early.set(form, typed);
  form.addEventListener("input", ({ target }) => {
    const name = target instanceof Element ? target.getAttribute("name") : null;
    // Of this field alone: the others may have React's values by now.
    if (name && names.includes(name)) Object.assign(typed, typedIn(form, [name]));
  });
  return typed;
}
