import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import { useDeskState } from "./desk-context";

/** Who has taken an item now; until something is told live, as the page was made. */
export function useTaker(revisionId: string, asMade: Moderator | null): Moderator | null {
  const { counts, lookers } = useDeskState();
  if (counts === null) return asMade;
  const looker = lookers.find((one) => one.hasTaken && one.revisionId === revisionId);
  return looker ? { id: looker.moderatorId, name: looker.name } : null;
}
