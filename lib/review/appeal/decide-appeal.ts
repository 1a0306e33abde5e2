import "server-only";

import type { PoolClient } from "pg";

import type { AppealOutcome } from "../../generated/prisma/enums.ts";
import { inTransaction } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import type { BrokenRule } from "../../moderation/broken-rule.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { type Result, err, ok } from "../../result.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import { lockForDesk } from "../decision/desk-subject.ts";
import { type Act, performAct } from "../decision/perform-act.ts";
import type { AppealDecisionError } from "../decision/schema.ts";
import { stateToken } from "../revision/state-token.ts";

type Decided = Result<{ actId: string }, AppealDecisionError>;

type Appealed = {
  revisionId: string;
  moderatorId: string | null;
  rule: string | null;
  evidence: string[];
  alsoBroken: BrokenRule[];
  policyVersion: number;
};

/**
 * Decides an appeal. UPHELD: the rejection remains, now by a moderator. OVERTURNED: the review is published. The author
 * gets `answer`, and a notice after ten seconds. The moderator of the appealed decision can not decide it.
 * @param input.answer validated text for the author
 * @param input.seen `stateToken` of the revision, as for `decideRevision`
 */
export async function decideAppeal(input: {
  moderatorId: string;
  appealId: string;
  outcome: AppealOutcome;
  answer: string;
  seen: string;
}): Promise<Decided> {
  const { moderatorId, appealId, outcome, answer, seen } = input;
  const { version } = await currentPolicy();
  const jobs = await jobQueue();
  const decided = await inTransaction(async (connection): Promise<Decided> => {
    const asked = await findAppealed(connection, appealId);
    const subject = asked && (await lockForDesk(connection, { revisionId: asked.revisionId, moderatorId }));
    // Read again under the lock.
    const appealed = subject && (await findAppealed(connection, appealId));
    if (!appealed) return err("NOT_FOUND");
    if (subject.authorId === moderatorId) return err("OWN_REVIEW");
    if (appealed.moderatorId === moderatorId) return err("OWN_DECISION");
    const isOpen = subject.appealId === appealId && subject.status === "REJECTED" && subject.isLatest;
    if (!isOpen || stateToken(subject) !== seen) return err("CHANGED");

    const { rule, evidence, alsoBroken, policyVersion } = appealed;
    const act: Act = {
      ...(outcome === "UPHELD"
        ? { kind: "UPHOLD", status: "REJECTED" }
        : { kind: "OVERTURN", status: "APPROVED" }),
      verdict:
        outcome === "UPHELD"
          ? { decision: "REJECT", rule, evidence, alsoBroken, policyVersion, note: null }
          : { decision: "APPROVE", rule: null, evidence: [], policyVersion: version, note: null },
      moderatorId,
      batchId: null,
      appeal: { id: appealId, outcome, answer },
    };
    return ok({ actId: await performAct(connection, jobs, subject, act) });
  });
  if (decided.ok) void rebuildSummaries();
  return decided;
}

async function findAppealed(connection: PoolClient, appealId: string): Promise<Appealed | undefined> {
  const { rows } = await connection.query<Appealed>(
    `SELECT revision_id AS "revisionId", moderator_id AS "moderatorId", rule, evidence, also_broken AS "alsoBroken",
            policy_version AS "policyVersion"
       FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id WHERE appeal.id = $1`,
    [appealId],
  );
  return rows[0];
}
