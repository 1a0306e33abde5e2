// These functions run in the page. Each is sent as source text, so it may refer to nothing outside itself.

export type Control = { role: "textbox" | "radio" | "button" | "link"; name: string };

/**
 * Acts on the first usable control of a role whose accessible name matches.
 * @returns false when there is none
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

export function read(selector: string): string | null {
  const element = document.querySelector<HTMLElement>(selector);
  return element && (element instanceof HTMLTextAreaElement ? element.value : element.innerText);
}

export function attribute(selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name) ?? null;
}

export const path = (): string => location.pathname;
