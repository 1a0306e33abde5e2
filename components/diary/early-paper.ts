import type { Entry } from "@/lib/diary/schema";
import { type Day, dayPath } from "./diary-api";

/** Set on the element itself: an attribute that the server did not send would differ from what React expects. */
type Paper = HTMLTextAreaElement & {
  isTextShown?: boolean;
  /** Its words are the draft keeper's by now. */
  isTaken?: boolean;
};

/** Shows the text of `data-text`, once: after that the value belongs to whoever types in it. */
export function takePaper(paper: Paper): void {
  if (!paper.isTextShown) paper.value = paper.dataset.text ?? "";
  paper.isTextShown = paper.isTaken = true;
}

/** How to save what was typed on a page that goes away before its scripts have loaded, for `data-save`. */
export const earlySave = (day: Day, entry: Entry | null) =>
  JSON.stringify({ path: dayPath(day), memberId: day.memberId, baseUpdatedAt: entry?.updatedAt ?? null });
