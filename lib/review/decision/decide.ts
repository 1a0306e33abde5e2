import "server-only";

import type { PoolClient } from "pg";

import { prisma } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { brokenRulesSchema, quotableWords } from "../../moderation/broken-rule.ts";
import { findWords } from "../../moderation/patterns/evidence.ts";
import { normalise } from "../../moderation/patterns/normalise.ts";
import { activeRules } from "../../moderation/policy/rules.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { forgetVerdict } from "../../moderation/verdict-cache-data.ts";
import { type Result, err, ok } from "../../result.ts";
import { moderateReviewQueue } from "../revision/judge-queue.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import { type DeskSubject, lockForDesk } from "./desk-subject.ts";
import { type Act, performAct } from "./perform-act.ts";
import type { DecideError, DecisionKind } from "./schema.ts";
import { isAsSeen } from "../revision/state-token.ts";

const outcomes: Record<DecisionKind, { status: Act["status"]; decision: Decision | null }> = {
  APPROVE: { status: "APPROVED", decision: "APPROVE" },
  REJECT: { status: "REJECTED", decision: "REJECT" },
  HOLD: { status: "HELD", decision: "HOLD" },
  // While it is judged it is not approved, so not published. A new approval restores its place in the list.
  REJUDGE: { status: "PENDING", decision: null },
};

/**
 * Decides a revision in one transaction, also after an earlier decision. A running judge's claim becomes invalid. The author
 * is notified after ten seconds, if the decision was not undone.
 * @param input.rule a rule of the current policy; for REJECT
 * @param input.note for the author
 * @param input.quotes words of the text that REJECT or HOLD rests on; matched like the model's
 * @param input.takesModelWords uses the evidence of the last automatic verdict instead of `quotes`
 * @param input.actId chosen by the sender: the same decision sent again is done once and returns the same answer
 * @param input.seen `stateToken` of the page: of two concurrent decisions, the second gets CHANGED
 * @param input.batchId acts with the same id can be undone at once
 */
export async function decideRevision(input: {
  moderatorId: string;
  revisionId: string;
  kind: DecisionKind;
  rule?: string;
  note?: string;
  quotes?: string[];
  takesModelWords?: boolean;
  seen: string;
  actId?: string;
  batchId?: string;
}): Promise<Result<{ actId: string }, DecideError> | QuoteNotFound> {
  const { moderatorId, revisionId, kind, seen } = input;
  const policy = await currentPolicy();
  const rule = kind === "REJECT" ? activeRules(policy).find(({ id }) => id === input.rule)?.id : null;
  if (rule === undefined) return err("RULE_MISSING");
  const rests = kind === "REJECT" || kind === "HOLD";
  const quotes = input.takesModelWords ? await listModelWords(revisionId) : (input.quotes ?? []);
  const quoted = await findQuotes(revisionId, rests ? quotes : []);
  if (!quoted.ok) return quoted;

  const { status, decision } = outcomes[kind];
  const jobs = await jobQueue();
  const decided = await inTransaction(async (connection) => {
    const subject = await lockForDesk(connection, { revisionId, moderatorId });
    if (!subject) return err("NOT_FOUND");
    const { actId } = input;
    const earlier = actId && (await findAct(connection, actId));
    if (earlier) {
      const isSame = earlier.revisionId === revisionId && earlier.moderatorId === moderatorId;
      return isSame ? ok({ actId }) : err("NOT_FOUND");
    }
    const refusal = whyNot(subject, { moderatorId, kind, seen });
    if (refusal) return err(refusal);

    const note = input.note || null;
    const evidence = quoted.data;
    const verdict = decision && { decision, rule, evidence, policyVersion: policy.version, note };
    const batchId = input.batchId ?? null;
    if (kind === "REJUDGE") {
      await forgetVerdict(sqlOf(connection), subject.bodyHash);
      await jobs.send(moderateReviewQueue, { revisionId }, { db: sqlOf(connection) });
    }
    const act = { id: actId, kind, moderatorId, batchId, status, verdict, appeal: null };
    return ok({ actId: await performAct(connection, jobs, subject, act) });
  });
  if (decided.ok) void rebuildSummaries();
  return decided;
}

async function findAct(connection: PoolClient, actId: string) {
  const { rows } = await connection.query<{ revisionId: string; moderatorId: string | null }>(
    `SELECT revision_id AS "revisionId", moderator_id AS "moderatorId" FROM moderator_act WHERE id = $1`,
    [actId],
  );
  return rows[0];
}

/** The evidence of the last automatic verdict that was not undone. */
async function listModelWords(revisionId: string): Promise<string[]> {
  const verdict = await prisma.verdict.findFirst({
    where: { revisionId, undoneAt: null, decidedBy: { not: "MODERATOR" } },
    orderBy: { attempt: "desc" },
    select: { evidence: true, alsoBroken: true },
  });
  if (!verdict) return [];
  const alsoBroken = brokenRulesSchema.parse(verdict.alsoBroken);
  return quotableWords({ ...verdict, alsoBroken });
}

type QuoteNotFound = { ok: false; error: "QUOTE_NOT_FOUND"; quote: string };

/** Without a lock: a revision's text never changes. */
async function findQuotes(
  revisionId: string,
  quotes: string[],
): Promise<Result<string[], "NOT_FOUND"> | QuoteNotFound> {
  if (quotes.length === 0) return ok([]);
  const revision = await prisma.reviewRevision.findUnique({
    where: { id: revisionId },
    select: { body: true },
  });
  if (!revision) return err("NOT_FOUND");
  const text = normalise(revision.body);
  const found = new Set<string>();
  for (const quote of quotes) {
    const words = findWords(text, quote);
    if (words === null) return { ok: false, error: "QUOTE_NOT_FOUND", quote };
    found.add(words);
  }
  return ok([...found]);
}

function whyNot(
  subject: DeskSubject,
  { moderatorId, kind, seen }: { moderatorId: string; kind: DecisionKind; seen: string },
): DecideError | null {
  if (subject.authorId === moderatorId) return "OWN_REVIEW";
  if (subject.appealId) return "APPEALED";
  if (!isAsSeen(subject, seen) || !isDecidable(subject)) return "CHANGED";
  return kind === "REJUDGE" && subject.isOtherPending ? "EDIT_WAITS" : null;
}

/** Excludes replaced texts that are neither published nor in the queue. */
function isDecidable({ status, isLatest, isPublished, itemId }: DeskSubject): boolean {
  const isDecided = status === "APPROVED" || status === "REJECTED";
  return status !== "SUPERSEDED" && (!isDecided || isLatest || isPublished || itemId !== null);
}
