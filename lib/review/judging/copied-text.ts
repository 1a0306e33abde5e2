import "server-only";

import { pool } from "../../db.ts";
import type { HoldReason, Outcome } from "../../moderation/judgement.ts";
import { maxShortLetters } from "../../moderation/patterns/near-copy.ts";
import { runTask } from "../../moderation/patterns/run-task.ts";
import type { Claim } from "./claim-revisions.ts";

/** A short text may be true of two places. A longer one is about one place. */
const placesOf = (letters: number) => (letters < maxShortLetters ? 2 : 1);

const maxOthers = 50;

/**
 * If the author has sent the same text for other places, an approval becomes HOLD. Copies of other authors do not count.
 * An edit that keeps the words of this review's published text is not a copy.
 */
export async function outcomeAfterCopies(
  { revisionId, body }: Pick<Claim, "revisionId" | "body">,
  outcome: Outcome,
): Promise<Outcome> {
  if (!outcome.ok || outcome.data.decision !== "APPROVE") return outcome;
  const shown = await listShown(revisionId);
  if (shown.length === 0) return outcome;

  const held = (holdReason: HoldReason): Outcome => ({
    ok: true,
    data: { ...outcome.data, decision: "HOLD", decidedBy: "RULE", holdReason },
  });
  const bodies = shown.map((one) => one.body);
  const found = await runTask("findNearCopies", body, bodies);
  if (!found) return held("UNREADABLE");
  const alike = shown.filter((_, at) => found.areCopies[at]);
  if (alike.length < placesOf(found.letters) || alike.some(({ isOwn }) => isOwn)) return outcome;
  return held("COPIED");
}

/**
 * The author's published and pending texts of all places; for this review only the published one. Of two copies that are
 * judged at once, the later one is the copy.
 */
async function listShown(revisionId: string): Promise<{ body: string; isOwn: boolean }[]> {
  const { rows } = await pool.query<{ body: string; isOwn: boolean }>(
    `SELECT shown.body, other.id = review.id AS "isOwn"
       FROM review_revision revision
       JOIN review ON review.id = revision.review_id
       JOIN review other ON other.author_id = review.author_id
       JOIN review_revision shown ON shown.review_id = other.id
        AND (shown.id = other.published_revision_id AND shown.id <> revision.id
             OR (shown.status = 'PENDING' OR shown.status = 'FAILED' AND shown.retry_at IS NOT NULL)
                AND (shown.created_at, shown.id) < (revision.created_at, revision.id))
      WHERE revision.id = $1
      ORDER BY shown.created_at DESC, shown.id DESC LIMIT $2`,
    [revisionId, maxOthers],
  );
  return rows;
}
