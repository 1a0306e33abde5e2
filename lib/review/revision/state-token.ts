import type { RevisionStatus } from "../schema.ts";

/**
 * The state of a revision when a page was rendered, sent back as `seen`. Every decision, edit, report or verdict changes
 * it. `attempt` only rises, so an equal state later has a different token.
 */
export function stateToken(revision: {
  attempt: number;
  status: RevisionStatus;
  itemId: string | null;
}): string {
  return `${revision.attempt}.${revision.status}.${revision.itemId ?? "none"}`;
}

/** Ignores the attempt of a FAILED revision: retries raise it without changing the state for moderators. */
export function isAsSeen(revision: Parameters<typeof stateToken>[0], seen: string): boolean {
  const token = stateToken(revision);
  if (revision.status !== "FAILED") return token === seen;
  return withoutAttempt(token) === withoutAttempt(seen);
}

const withoutAttempt = (token: string) => token.replace(/^\d+/, "");

export function attemptOf(seen: string): number {
  const attempt = Number.parseInt(seen, 10);
  return attempt >= 0 && attempt < 2 ** 31 ? attempt : 0;
}
