import "server-only";

import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import type { ActKind, AppealOutcome, Decision } from "../../generated/prisma/enums.ts";
import { sqlOf } from "../../in-transaction.ts";
import type { BrokenRule } from "../../moderation/broken-rule.ts";
import { nextAttempt } from "../revision/attempt.ts";
import { deskChannel } from "../revision/review-channel.ts";
import type { DeskSubject } from "./desk-subject.ts";
import { rankItem } from "../revision/item-rank.ts";
import { hide, publish } from "../revision/publish.ts";
import { undoSeconds, tellAuthorQueue } from "../revision/notify-author-queue.ts";

export type Act = {
  /** From the sender, so that a retry is recognised. */
  id?: string | undefined;
  kind: ActKind;
  moderatorId: string;
  batchId: string | null;
  status: "APPROVED" | "REJECTED" | "HELD" | "PENDING";
  /** Null for REJUDGE: the model decides. */
  verdict: {
    decision: Decision;
    rule: string | null;
    evidence: string[];
    alsoBroken?: BrokenRule[];
    policyVersion: number;
    note: string | null;
  } | null;
  appeal: { id: string; outcome: AppealOutcome; answer: string } | null;
};

/**
 * Applies a moderator's decision to a locked revision: status, verdict, publication, items, reports, appeal; then the
 * undo snapshot, the notice job and the audit entry.
 * @returns the act's id
 */
export async function performAct(
  connection: PoolClient,
  jobs: PgBoss,
  subject: DeskSubject,
  act: Act,
): Promise<string> {
  const attempt = nextAttempt(subject.attempt);
  await connection.query(
    `UPDATE review_revision SET status = $2::text::"RevisionStatus", attempt = $3, lease_until = NULL,
            decided_at = CASE WHEN $2::text <> 'PENDING' THEN now() END
      WHERE id = $1`,
    [subject.revisionId, act.status, attempt],
  );
  const verdictId = act.verdict && (await saveVerdict(connection, subject, attempt, act));
  await (act.status === "APPROVED" ? publish(connection, subject) : hide(connection, subject));
  await (act.status === "HELD" ? openItem(connection, subject) : closeItem(connection, subject));

  const actId = await saveAct(connection, subject, verdictId, act);
  await settleReports(connection, subject, actId, act);
  if (act.appeal) await answerAppeal(connection, act.moderatorId, act.appeal);
  // For PENDING the next verdict creates the notice.
  if (act.status !== "PENDING")
    await jobs.send(tellAuthorQueue, { actId }, { db: sqlOf(connection), startAfter: undoSeconds });
  await connection.query("SELECT pg_notify($1, $2)", [deskChannel, subject.revisionId]);
  await appendAudit(sqlOf(connection), {
    actorId: act.moderatorId,
    kind: "DECISION",
    subjectId: subject.revisionId,
    data: {
      act: act.kind,
      actId,
      rule: act.verdict?.rule ?? null,
      batchId: act.batchId,
    },
  });
  return actId;
}

async function saveVerdict(
  connection: PoolClient,
  { revisionId }: DeskSubject,
  attempt: number,
  { verdict, moderatorId }: Act,
): Promise<string> {
  const id = crypto.randomUUID();
  await connection.query(
    `INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, evidence, policy_version, moderator_id,
                          note, also_broken, created_at)
     VALUES ($1, $2, $3, $4, 'MODERATOR', $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [
      id,
      revisionId,
      attempt,
      verdict?.decision,
      verdict?.rule,
      verdict?.evidence,
      verdict?.policyVersion,
      moderatorId,
      verdict?.note,
      JSON.stringify(verdict?.alsoBroken ?? []),
    ],
  );
  return id;
}

async function openItem(connection: PoolClient, { revisionId }: DeskSubject) {
  await connection.query(
    `INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, decided_by, opened_at)
     SELECT gen_random_uuid(), revision.id, 'HELD', review.gym_id, revision.locale, 'MODERATOR', clock_timestamp()
       FROM review_revision revision JOIN review ON review.id = revision.review_id WHERE revision.id = $1
         ON CONFLICT DO NOTHING`,
    [revisionId],
  );
  await rankItem(sqlOf(connection), revisionId);
}

async function closeItem(connection: PoolClient, { itemId }: DeskSubject) {
  await connection.query("UPDATE moderation_item SET closed_at = now() WHERE id = $1", [itemId]);
}

async function saveAct(
  connection: PoolClient,
  { revisionId, before }: DeskSubject,
  verdictId: string | null,
  { id = crypto.randomUUID(), kind, moderatorId, appeal, batchId }: Act,
): Promise<string> {
  await connection.query(
    `INSERT INTO moderator_act (id, kind, revision_id, moderator_id, verdict_id, appeal_id, batch_id, before, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
    [id, kind, revisionId, moderatorId, verdictId, appeal?.id, batchId, before],
  );
  return id;
}

/** APPROVED dismisses the open reports, REJECTED upholds them, also when the act decides an appeal. */
async function settleReports(
  connection: PoolClient,
  { revisionId }: DeskSubject,
  actId: string,
  { status }: Act,
) {
  if (status !== "APPROVED" && status !== "REJECTED") return;
  const outcome = status === "APPROVED" ? "DISMISSED" : "UPHELD";
  await connection.query(
    `UPDATE report SET outcome = $3, decided_at = now(), act_id = $2 WHERE revision_id = $1 AND outcome IS NULL`,
    [revisionId, actId, outcome],
  );
}

async function answerAppeal(
  connection: PoolClient,
  moderatorId: string,
  { id, outcome, answer }: NonNullable<Act["appeal"]>,
) {
  await connection.query(
    "UPDATE appeal SET outcome = $2, answer = $3, decided_by_id = $4, decided_at = now() WHERE id = $1",
    [id, outcome, answer, moderatorId],
  );
}
