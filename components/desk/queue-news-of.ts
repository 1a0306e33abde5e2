import type { QueueChange } from "@/lib/review/desk/queue-changes";
import type { QueueQuery } from "@/lib/review/desk/queue-query";

/** Whether what was told belongs in a list that was made before it. A search, an author and equal texts are the server's: nothing of them is told. */
export function isFresh(change: QueueChange, query: QueueQuery, asOf: number): boolean {
  const { reason, openedAt, decidedAt } = change;
  const since = query.state === "decided" ? decidedAt : openedAt;
  if (since === null || since < asOf) return false;
  if (query.state === "open" && reason === "WAITING") return false;
  if (query.state !== "open" && query.state !== "decided" && query.state !== reason) return false;
  // Nothing that is new has been there for an hour.
  if (query.q || query.age || query.author || query.same) return false;
  // Nobody has taken it yet.
  if (query.taken && query.taken !== "nobody") return false;
  return (
    isAsked(query.gym, change.gymId) &&
    isAsked(query.language, change.locale) &&
    isAsked(query.category, change.category) &&
    isAsked(query.by, change.decidedBy)
  );
}

const isAsked = (asked: string, value: string | null) => asked === "" || asked === value;
