type TextControl = HTMLInputElement | HTMLTextAreaElement;
type Control = TextControl | HTMLSelectElement;

const textTypes = new Set(["text", "email", "url", "tel", "number", "date", "password"]);
const choiceTypes = new Set(["checkbox", "radio"]);

const isText = (element: Element): element is TextControl =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && textTypes.has(element.type));

const isChoice = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && choiceTypes.has(element.type);

/** Choices outside of a form are saved at once. */
const isControl = (element: Element): element is Control =>
  isText(element) || ((isChoice(element) || element instanceof HTMLSelectElement) && element.form !== null);

/** Also a password that is shown: passwords are never stored. */
const isPassword = (control: Control) =>
  control instanceof HTMLInputElement &&
  (control.type === "password" || control.autocomplete.includes("password"));

function isChanged(control: Control): boolean {
  if (isText(control)) return control.value !== control.defaultValue;
  if (isChoice(control)) return control.checked !== control.defaultChecked;
  const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
  return control.selectedIndex !== Math.max(first, 0);
}

/** Search forms need no backup. React gives the forms that it sends no method and a javascript: address. */
const asksByAddress = (form: HTMLFormElement | null) =>
  form?.method === "get" && !form.action.startsWith("javascript:");

/** `data-keeps-words` marks fields that store their text themselves. */
const isCounted = (control: Control) =>
  !("keepsWords" in control.dataset) &&
  !asksByAddress(control.form) &&
  !("readOnly" in control && control.readOnly);

/** The router keeps previous pages hidden in the DOM. */
const isShelved = (element: Element) => element.closest('[style*="display: none"]') !== null;

export function changedFields(): Control[] {
  return [...document.querySelectorAll("input, textarea, select")].filter(
    (element): element is Control =>
      isControl(element) && isCounted(element) && isChanged(element) && !isShelved(element),
  );
}

type KeptField = { form: number; name: string; value: string; isChecked?: boolean };
export type KeptFields = { memberId: string | null; path: string; at: number; fields: KeptField[] };

const keptMs = 60_000;

const formsHere = () => [...document.forms].filter((form) => !isShelved(form));
const here = () => window.location.pathname + window.location.search;

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

/** Restores the input of the same member as if it were typed, in fields without new input. */
export function fillFields({ memberId, path, at, fields }: KeptFields, viewerId: string | null): void {
  if (memberId !== viewerId || path !== here() || Date.now() - at > keptMs) return;
  const forms = formsHere();
  for (const { form, name, value, isChecked } of fields) {
    const control = [...(forms[form]?.elements ?? [])].find(
      (element): element is Control =>
        isControl(element) && element.name === name && (isChecked === undefined || element.value === value),
    );
    if (!control || isChanged(control)) continue;
    const fold = control.closest("details");
    if (fold) fold.open = true;
    if (isChoice(control)) {
      if (control.checked !== isChecked) control.click();
    } else put(control, value);
  }
}

function put(control: Control, value: string): void {
  // React overrides the setter of the field itself.
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  const event = control instanceof HTMLSelectElement ? "change" : "input";
  control.dispatchEvent(new Event(event, { bubbles: true }));
}
