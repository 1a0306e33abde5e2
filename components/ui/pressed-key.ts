type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

const places: Record<string, string> = { Slash: "/", Minus: "-", Equal: "=", Escape: "Escape" };

/**
 * The intended key: the typed character if it is a Latin letter or digit, else the key's position. With a Korean
 * keyboard `j` arrives as ㅓ, and during composition as "Process". Null for other keys: with Ctrl, Alt or Meta the key
 * belongs to the browser.
 */
export function pressedKey({ key, code, ctrlKey, altKey, metaKey, shiftKey }: Pressed): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "?" || (shiftKey && code === "Slash")) return "?";
  if (key === "Escape") return key;
  if (shiftKey && !/^[a-z]$/i.test(key)) return null;
  if (/^[a-z0-9/=-]$/i.test(key)) return key.toLowerCase();
  // Named keys such as Enter type nothing. "Process" and "Unidentified" are keys during composition.
  if (/^[\x20-\x7e]+$/.test(key) && key !== "Process" && key !== "Unidentified") return null;
  const [, letter] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? places[code] ?? null;
}
