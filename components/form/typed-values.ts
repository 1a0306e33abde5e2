import { plainBreaks } from "@/lib/written-text";
import type { Typed } from "./form-draft";

/** The named controls of a form as they stand in the page. */
export function typedIn(form: HTMLFormElement, names: readonly string[]): Typed {
  const sent = new FormData(form);
  return Object.fromEntries(
    names.map((name) => {
      const value = sent.get(name);
      return [name, typeof value === "string" ? plainBreaks(value) : ""];
    }),
  );
}

/** Puts values into a form's controls as if they had been typed. */
export function fillIn(form: HTMLFormElement, typed: Typed) {
  for (const [name, value] of Object.entries(typed)) {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList) choose(control, value);
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      // Not for nothing: it would move the cursor.
      if (control.value !== value) control.value = value;
    }
  }
}

function choose(radios: RadioNodeList, value: string) {
  for (const radio of radios) {
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
  }
}

/** Whether both would be the same review, but for the white space around it. */
export function sayTheSame(a: Typed, b: Typed): boolean {
  return Object.keys(b).every((name) => (a[name] ?? "").trim() === (b[name] ?? "").trim());
}
