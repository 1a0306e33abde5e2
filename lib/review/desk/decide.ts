import "server-only";

import type { PoolClient } from "pg";

import { prisma } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { brokenRulesSchema, quotableWords } from "../../moderation/broken-rule.ts";
import { findWords } from "../../moderation/patterns/evidence.ts";
import { normalise } from "../../moderation/patterns/normalise.ts";
import { activeRules } from "../../moderation/policy.ts";
import { currentPolicy } from "../../moderation/policy-data.ts";
import { forgetVerdict } from "../../moderation/verdict-cache-data.ts";
import { type Result, err, ok } from "../../result.ts";
import { moderateReviewQueue } from "../moderate-review-queue.ts";
import { rebuildSummaries } from "../rebuild-summaries.ts";
import { type DeskSubject, lockForDesk } from "./desk-subject.ts";
import { type Act, performAct } from "./perform-act.ts";
import type { DecideError, DecisionKind } from "./schema.ts";
import { isAsSeen } from "./state-token.ts";

const outcomes: Record<DecisionKind, { status: Act["status"]; decision: Decision | null }> = {
  APPROVE: { status: "APPROVED", decision: "APPROVE" },
  REJECT: { status: "REJECTED", decision: "REJECT" },
  HOLD: { status: "HELD", decision: "HOLD" },
  // Not approved while it is judged, so not on the page either; approved again, it is back in its place.
  REJUDGE: { status: "PENDING", decision: null },
};

/**
 * A moderator's decision about a revision, all of it or nothing, whoever decided before: the model, a pattern, another
 * moderator. A judge at work on it has lost it. Its author is told after ten seconds, if it still stands then.
 * @param input.rule of the policy as it is now; for REJECT.
 * @param input.note for the author.
 * @param input.quotes the words of the text that it rests on, for REJECT and HOLD: found in it as the model's are.
 * @param input.takesModelWords quotes what the last judge pointed at, instead of `quotes`.
 * @param input.actId chosen by the sender: the same decision sent again is done once, and answered alike.
 * @param input.seen `stateToken` of what the moderator saw: of two who decide at once, one is told CHANGED.
 * @param input.batchId of what is done together, and can be undone as one.
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

/** What the last judge that was no person pointed at in the text, as far as that was not taken back. */
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

/** The words as they stand in the text, which never changes. */
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

/** Not what its author has replaced, and nobody sees or waits for. */
function isDecidable({ status, isLatest, isPublished, itemId }: DeskSubject): boolean {
  const isDecided = status === "APPROVED" || status === "REJECTED";
  return status !== "SUPERSEDED" && (!isDecided || isLatest || isPublished || itemId !== null);
}
