import { instruments } from "../instruments.ts";
import { log } from "../log/log.ts";

/**
 * Returns null, and logs `ids`, when a sealed text does not open: bytes were changed, or an envelope was moved or
 * replaced by an earlier one. One damaged text must not hide the others.
 */
export function openSealed<T>(open: () => T, ids: { entryId?: string; replyId?: string }): T | null {
  try {
    return open();
  } catch (error) {
    instruments.damagedTexts.inc();
    log.error("sealed text does not open", { ...ids, error });
    return null;
  }
}
