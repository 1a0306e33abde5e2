import "server-only";

import { inTransaction } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import type { Judgement, Outcome } from "../../moderation/judgement.ts";
import { nextAttempt } from "../attempt.ts";
import { outcomeAfterCopies } from "../copied-text.ts";
import { hide } from "../desk/publish.ts";
import { rebuildSummaries } from "../rebuild-summaries.ts";
import { settleIn } from "../settle-revision.ts";
import { type RunItem, findSkip, saveItem } from "./batch.ts";
import { type RunClaim, holdRun } from "./lease.ts";

/**
 * Writes down what a run's judge says of an item; and, when the run is one that counts and the verdict another than the
 * one that stands, settles the revision by it as if it had just been judged. The author is told when the decision is
 * another, not when only the rule is.
 * @returns false when the run is this process's no more: nothing was written.
 */
export async function settleItem(claim: RunClaim, item: RunItem, said: Outcome): Promise<boolean> {
  const jobs = await jobQueue();
  // What is on the page is not taken off it as a copy: a run is about the policy.
  const isNew = claim.kind === "REJUDGE" && item.decision !== "APPROVE";
  const outcome = isNew ? await outcomeAfterCopies(item, said) : said;
  let isSettled = false;
  const isHeld = await inTransaction(async (connection) => {
    // In the order in which everybody else locks them: member, review, and only then the run.
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
    // Under the lock of its review nobody else can have changed it.
    if (!isSettled) throw new Error(`revision ${item.revisionId} could not be settled`);
    if (decision !== "APPROVE") await hide(connection, item);
    return true;
  });
  if (isSettled) void rebuildSummaries();
  return isHeld;
}

const differs = (item: RunItem, { decision, rule }: Judgement) =>
  decision !== item.decision || rule !== item.rule;
