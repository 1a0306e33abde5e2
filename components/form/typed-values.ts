import { plainBreaks } from "@/lib/written-text";
import type { Typed } from "./form-draft";

export function typedIn(form: HTMLFormElement, names: readonly string[]): Typed {
  const sent = new FormData(form);
  return Object.fromEntries(
    names.map((name) => {
      const value = sent.get(name);
      return [name, typeof value === "string" ? plainBreaks(value) : ""];
    }),
  );
}

export function fillIn(form: HTMLFormElement, typed: Typed) {
  for (const [name, value] of Object.entries(typed)) {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList) choose(control, value);
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      // An assignment moves the cursor.
      if (control.value !== value) control.value = value;
    }
  }
}

function choose(radios: RadioNodeList, value: string) {
  for (const radio of radios) {
    if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
  }
}

export function sayTheSame(a: Typed, b: Typed): boolean {
  return Object.keys(b).every((name) => (a[name] ?? "").trim() === (b[name] ?? "").trim());
}
