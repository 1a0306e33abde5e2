type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Of inputs, those with words in them. */
const wordTypes = ["text", "email", "url", "tel", "number"];

/** Shown or not: a password is never written down anywhere. */
const isPassword = (field: TextField) => field.type === "password" || field.autocomplete.includes("password");

function isField(element: Element): element is TextField {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && [...wordTypes, "password"].includes(element.type);
}

/** Whoever keeps the words of a field itself marks it with `data-keeps-words`. A search is no loss. */
const isCounted = (field: TextField) =>
  !("keepsWords" in field.dataset) && field.form?.method !== "get" && !field.readOnly;

/** The fields of this page with something in them that was typed and not sent. */
export function changedFields(): TextField[] {
  return [...document.querySelectorAll("input, textarea")].filter(
    (element): element is TextField =>
      isField(element) && isCounted(element) && element.value !== element.defaultValue,
  );
}

type KeptField = { form: number; name: string; value: string };
export type KeptFields = { memberId: string | null; path: string; at: number; fields: KeptField[] };

/** Nobody comes back to a page after this long and expects it. */
const keptMs = 60_000;

const formIndex = (field: TextField) => [...document.forms].findIndex((form) => form === field.form);
const here = () => window.location.pathname + window.location.search;

/** What would be lost if this page were loaded again now; null where nothing would. */
export function readFields(memberId: string | null): KeptFields | null {
  const fields = changedFields()
    .filter((field) => field.name && !isPassword(field))
    .map((field) => ({ form: formIndex(field), name: field.name, value: field.value }));
  return fields.length > 0 ? { memberId, path: here(), at: Date.now(), fields } : null;
}

/** Puts it back, as if it were typed, where nothing else stands by now. Nobody gets what another member typed. */
export function fillFields({ memberId, path, at, fields }: KeptFields, viewerId: string | null): void {
  if (memberId !== viewerId || path !== here() || Date.now() - at > keptMs) return;
  for (const { form, name, value } of fields) {
    const field = document.forms[form]?.elements.namedItem(name);
    if (!(field instanceof Element) || !isField(field) || field.value !== field.defaultValue) continue;
    // React replaces the setter of the field itself.
    const prototype = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
