import type { RevisionStatus } from "../schema.ts";

/**
 * What a page knew of a revision when it was made, to be sent back as `seen`: whoever decides, edits, reports or judges
 * meanwhile changes it. `attempt` only ever rises, so that a state that comes back is not taken for the earlier one.
 */
export function stateToken(revision: {
  attempt: number;
  status: RevisionStatus;
  /** Of its open item. */
  itemId: string | null;
}): string {
  return `${revision.attempt}.${revision.status}.${revision.itemId ?? "none"}`;
}

/**
 * Whether a revision is still as a page saw it. One that waits for the model is tried again and again, which raises its
 * attempt and changes nothing for whoever decides about it.
 */
export function isAsSeen(revision: Parameters<typeof stateToken>[0], seen: string): boolean {
  const token = stateToken(revision);
  if (revision.status !== "FAILED") return token === seen;
  return withoutAttempt(token) === withoutAttempt(seen);
}

const withoutAttempt = (token: string) => token.replace(/^\d+/, "");

/** The attempt in a token that a page sent back; 0 when it is none of ours. */
export function attemptOf(seen: string): number {
  const attempt = Number.parseInt(seen, 10);
  return attempt >= 0 && attempt < 2 ** 31 ? attempt : 0;
}
