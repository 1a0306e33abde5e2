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

/** The attempt in a token that a page sent back; 0 when it is none of ours. */
export function attemptOf(seen: string): number {
  const attempt = Number.parseInt(seen, 10);
  return attempt >= 0 && attempt < 2 ** 31 ? attempt : 0;
}
