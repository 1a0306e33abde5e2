import "server-only";

import { inTransaction } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import type { Judgement, Outcome } from "../../moderation/judgement.ts";
import { nextAttempt } from "../revision/attempt.ts";
import { outcomeAfterCopies } from "../judging/copied-text.ts";
import { hide } from "../revision/publish.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import { settleIn } from "../judging/settle-revision.ts";
import { type RunItem, findSkip, saveItem } from "./batch.ts";
import { type RunClaim, holdRun } from "./lease.ts";

/**
 * Saves an item's outcome. In a REJUDGE run, a verdict that differs from the current one also settles the revision. The
 * author is notified only when the decision changes, not for another rule.
 * @returns false when this process lost the run: nothing was written
 */
export async function settleItem(claim: RunClaim, item: RunItem, said: Outcome): Promise<boolean> {
  const jobs = await jobQueue();
  // A run is about the policy, so a published review is never hidden as a copy.
  const isNew = claim.kind === "REJUDGE" && item.decision !== "APPROVE";
  const outcome = isNew ? await outcomeAfterCopies(item, said) : said;
  let isSettled = false;
  const isHeld = await inTransaction(async (connection) => {
    // The lock order everywhere: member, review, and only then the run.
    await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [item.authorId]);
    await connection.query(
      `SELECT FROM review WHERE id = (SELECT review_id FROM review_revision WHERE id = $1) FOR NO KEY UPDATE`,
      [item.revisionId],
    );
    if (!(await holdRun(connection, claim))) return false;

    const skip = item.skip ?? (claim.kind === "REJUDGE" ? await findSkip(connection, claim, item) : null);
    if (skip !== null || !outcome.ok) {
      const failure = skip ?? (outcome.ok ? null : outcome.error);
      await saveItem(connection, claim, item, { decision: null, rule: null, evidence: [], failure });
      return true;
    }
    const { decision, rule, evidence } = outcome.data;
    await saveItem(connection, claim, item, { decision, rule, evidence, failure: null });
    if (claim.kind === "TRIAL" || !differs(item, outcome.data)) return true;

    const attempt = nextAttempt(item.attempt);
    await connection.query(
      `UPDATE review_revision SET status = 'PENDING', attempt = $3 WHERE id = $1 AND attempt = $2`,
      [item.revisionId, item.attempt, attempt],
    );
    const eventKey = `run:${claim.runId}:${item.revisionId}`;
    isSettled = await settleIn(connection, jobs, {
      claim: { ...item, attempt },
      outcome,
      told: decision === item.decision ? null : { eventKey: () => eventKey, wasPublished: item.isPublished },
    });
    if (!isSettled) throw new Error(`revision ${item.revisionId} could not be settled`);
    if (decision !== "APPROVE") await hide(connection, item);
    return true;
  });
  if (isSettled) void rebuildSummaries();
  return isHeld;
}

const differs = (item: RunItem, { decision, rule }: Judgement) =>
  decision !== item.decision || rule !== item.rule;
