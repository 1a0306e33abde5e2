import type { Typed } from "./form-draft";
import { typedIn } from "./typed-values";

const early = new WeakMap<HTMLFormElement, Typed>();

/**
 * What was typed before the script ran. During hydration React replaces it by its own values, possibly more than
 * once, so the first result is remembered and updated with later input.
 */
export function typedEarly(form: HTMLFormElement, names: readonly string[]): Typed {
  const known = early.get(form);
  if (known) return known;
  const typed = typedIn(form, names);
  early.set(form, typed);
  form.addEventListener("input", ({ target }) => {
    const name = target instanceof Element ? target.getAttribute("name") : null;
    // Only this field: the others may already have React's values.
    if (name && names.includes(name)) Object.assign(typed, typedIn(form, [name]));
  });
  return typed;
}
