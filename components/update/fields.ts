type TextControl = HTMLInputElement | HTMLTextAreaElement;
type Control = TextControl | HTMLSelectElement;

/** Of inputs, those with words or a date in them. */
const textTypes = new Set(["text", "email", "url", "tel", "number", "date", "password"]);
const choiceTypes = new Set(["checkbox", "radio"]);

const isText = (element: Element): element is TextControl =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && textTypes.has(element.type));

const isChoice = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && choiceTypes.has(element.type);

/** What is chosen outside of a form is saved at once. */
const isControl = (element: Element): element is Control =>
  isText(element) || ((isChoice(element) || element instanceof HTMLSelectElement) && element.form !== null);

/** Shown or not: a password is never written down anywhere. */
const isPassword = (control: Control) =>
  control instanceof HTMLInputElement &&
  (control.type === "password" || control.autocomplete.includes("password"));

function isChanged(control: Control): boolean {
  if (isText(control)) return control.value !== control.defaultValue;
  if (isChoice(control)) return control.checked !== control.defaultChecked;
  const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
  return control.selectedIndex !== Math.max(first, 0);
}

/** A search is no loss. React gives a form that it sends itself no method, and this address. */
const asksByAddress = (form: HTMLFormElement | null) =>
  form?.method === "get" && !form.action.startsWith("javascript:");

/** Whoever keeps the words of a field itself marks it with `data-keeps-words`. */
const isCounted = (control: Control) =>
  !("keepsWords" in control.dataset) &&
  !asksByAddress(control.form) &&
  !("readOnly" in control && control.readOnly);

/** The router keeps pages that were left, out of sight. */
const isShelved = (element: Element) => element.closest('[style*="display: none"]') !== null;

/** The fields of this page with something in them that was typed or chosen, and not sent. */
export function changedFields(): Control[] {
  return [...document.querySelectorAll("input, textarea, select")].filter(
    (element): element is Control =>
      isControl(element) && isCounted(element) && isChanged(element) && !isShelved(element),
  );
}

type KeptField = { form: number; name: string; value: string; isChecked?: boolean };
export type KeptFields = { memberId: string | null; path: string; at: number; fields: KeptField[] };

/** Nobody comes back to a page after this long and expects it. */
const keptMs = 60_000;

const formsHere = () => [...document.forms].filter((form) => !isShelved(form));
const here = () => window.location.pathname + window.location.search;

/** What would be lost if this page were loaded again now; null where nothing would. */
export function readFields(memberId: string | null): KeptFields | null {
  const forms = formsHere();
  const fields = changedFields()
    .filter((control) => control.name && !isPassword(control))
    .map((control) => ({
      form: forms.findIndex((form) => form === control.form),
      name: control.name,
      value: control.value,
      ...(isChoice(control) ? { isChecked: control.checked } : {}),
    }));
  return fields.length > 0 ? { memberId, path: here(), at: Date.now(), fields } : null;
}

/** Puts it back, as if it were typed, where nothing else stands by now. Nobody gets what another member typed. */
export function fillFields({ memberId, path, at, fields }: KeptFields, viewerId: string | null): void {
  if (memberId !== viewerId || path !== here() || Date.now() - at > keptMs) return;
  const forms = formsHere();
  for (const { form, name, value, isChecked } of fields) {
    const control = [...(forms[form]?.elements ?? [])].find(
      (element): element is Control =>
        isControl(element) && element.name === name && (isChecked === undefined || element.value === value),
    );
    if (!control || isChanged(control)) continue;
    // A form that is folded away unless it is asked for.
    const fold = control.closest("details");
    if (fold) fold.open = true;
    if (isChoice(control)) {
      if (control.checked !== isChecked) control.click();
    } else put(control, value);
  }
}

function put(control: Control, value: string): void {
  // React replaces the setter of the field itself.
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  const event = control instanceof HTMLSelectElement ? "change" : "input";
  control.dispatchEvent(new Event(event, { bubbles: true }));
}
