// Functions that run in the page. Each is sent as its own text, so it refers to nothing outside itself.

export type Control = { role: "textbox" | "radio" | "button" | "link"; name: string };

/**
 * Does something with the first control of a role whose accessible name matches, if it is there and can be used.
 * @returns whether it was.
 */
export function act({ role, name }: Control, action: "focus" | "press" | "choose"): boolean {
  const selectors = {
    textbox: "input:not([type=radio], [type=checkbox], [type=hidden]), textarea",
    radio: "input[type=radio]",
    button: "button",
    link: "a[href]",
  };
  const textOf = (elements: Iterable<Element | null>) =>
    [...elements].map((element) => element?.textContent ?? "").join(" ");
  const nameOf = (element: HTMLElement) => {
    const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    return (
      element.getAttribute("aria-label") ||
      textOf(ids.map((id) => document.getElementById(id))) ||
      textOf((element as HTMLInputElement).labels ?? []) ||
      textOf([element])
    );
  };
  const pattern = new RegExp(name);
  const isUsable = (element: HTMLElement) =>
    !element.matches(":disabled") && (role === "radio" || element.checkVisibility());
  const found = [...document.querySelectorAll<HTMLElement>(selectors[role])].find(
    (element) => isUsable(element) && pattern.test(nameOf(element).replaceAll(/\s+/g, " ").trim()),
  );
  if (!found) return false;
  if (action === "focus") found.focus();
  else found.click();
  return action === "focus" ? document.activeElement === found : true;
}

/** The text of the first element, or what was typed into it; null where there is none. */
export function read(selector: string): string | null {
  const element = document.querySelector<HTMLElement>(selector);
  return element && (element instanceof HTMLTextAreaElement ? element.value : element.innerText);
}

export function attribute(selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name) ?? null;
}

export const path = (): string => location.pathname;
