import { instruments } from "../instruments.ts";
import { log } from "../log/log.ts";

/**
 * Opens a sealed text, or reports that it does not open and returns null: bytes were changed, or an envelope was moved or put
 * back. One damaged text must not hide the others. `ids` say which it is, in the log.
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
