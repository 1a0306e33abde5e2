import type { ItemVerdict } from "@/lib/review/desk/item-history";

/**
 * The last verdict that rests on words. A moderator's decision may rest on the whole text: what the model or a pattern
 * pointed at is still worth seeing.
 */
export const pointedAtBy = (verdicts: ItemVerdict[]): ItemVerdict | undefined =>
  verdicts.find(({ evidence, undoneAt }) => evidence.length > 0 && !undoneAt);
