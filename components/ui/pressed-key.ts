type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

const places: Record<string, string> = { Slash: "/", Minus: "-", Equal: "=", Escape: "Escape" };

/**
 * The key that was meant: by what it writes where that is a Latin letter or a figure, else by its place. With a Korean
 * keyboard `j` arrives as ㅓ, and while the input method is composing as "Process". Null for what is not ours: with Ctrl,
 * Alt or Meta a key is the browser's.
 */
export function pressedKey({ key, code, ctrlKey, altKey, metaKey, shiftKey }: Pressed): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "?" || (shiftKey && code === "Slash")) return "?";
  if (key === "Escape") return key;
  if (shiftKey && !/^[a-z]$/i.test(key)) return null;
  if (/^[a-z0-9/=-]$/i.test(key)) return key.toLowerCase();
  // Named keys, Enter and the like, write nothing; "Process" and "Unidentified" stand for what is being composed.
  if (/^[\x20-\x7e]+$/.test(key) && key !== "Process" && key !== "Unidentified") return null;
  const [, letter] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? places[code] ?? null;
}
