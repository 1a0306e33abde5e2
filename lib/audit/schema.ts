import type { ActKind, PolicyRunKind, Role } from "../generated/prisma/enums.ts";

/**
 * One kind of entry for each use of a moderator's or admin's powers. Ids, codes and numbers only, never what a person
 * wrote: the log outlives its subjects.
 */
export type AuditEntry = {
  /** Null for a command run on the server itself. */
  actorId: string | null;
} & (
  | {
      kind: "DECISION";
      subjectId: string;
      data: { act: ActKind; actId: string; rule: string | null; batchId: string | null };
    }
  | { kind: "DECISION_UNDONE"; subjectId: string; data: { actId: string; batchId: string | null } }
  | { kind: "ROLE_CHANGED"; subjectId: string; data: { from: Role; to: Role } }
  | { kind: "REVIEWING_SUSPENDED"; subjectId: string; data: { until: string } }
  | { kind: "REVIEWING_RESTORED"; subjectId: string; data: Record<string, never> }
  | { kind: "ACCOUNT_SUSPENDED" | "ACCOUNT_RESTORED"; subjectId: string; data: Record<string, never> }
  // Slugs are kept because the merged row is deleted.
  | { kind: "GYM_ADDED"; subjectId: string; data: { slug: string } }
  | { kind: "GYM_EDITED"; subjectId: string; data: { fields: string[] } }
  | { kind: "GYM_MERGED"; subjectId: string; data: { intoId: string; slug: string } & MovedCounts }
  | { kind: "TRAINER_ADDED"; subjectId: string; data: { gymId: string; slug: string } }
  | { kind: "TRAINER_EDITED"; subjectId: string; data: { gymId: string; fields: string[] } }
  | {
      kind: "TRAINER_MERGED";
      subjectId: string;
      data: { gymId: string; intoId: string; slug: string } & MovedCounts;
    }
  | { kind: "SUGGESTION_CLOSED"; subjectId: string; data: Record<string, never> }
  // Rows from `from` to `until` (ISO 8601), even if the download was aborted.
  | {
      kind: "EXPORTED";
      subjectId: null;
      data: { what: "DECISIONS" | "REPLY_FEEDBACK"; from: string; until: string };
    }
  | { kind: "POLICY_PUBLISHED"; subjectId: string; data: { rules: string[] } }
  | {
      kind: "POLICY_RUN_STARTED";
      subjectId: string;
      data: { run: PolicyRunKind; policyVersion: number; total: number; callBudget: number };
    }
  | { kind: "POLICY_RUN_PAUSED" | "POLICY_RUN_CANCELLED"; subjectId: string; data: { reason: string } }
  | { kind: "POLICY_RUN_RESUMED"; subjectId: string; data: { callBudget: number } }
  // Thresholds of a judge. `rule`: null for approvals. `agreement`: a share of the verdicts.
  | {
      kind: "THRESHOLD_SET";
      subjectId: null;
      data: { rule: string | null; value: number; model: string; judged: number; agreement: number };
    }
  | {
      kind: "THRESHOLD_UNDONE";
      subjectId: null;
      data: { rule: string | null; value: number; model: string };
    }
  | { kind: "SHARED_REPLY_READ"; subjectId: string; data: Record<string, never> }
);

/** Reviews that moved, and those of them that were merged with another one of the same author. */
type MovedCounts = { reviews: number; joined: number };

export type AuditKind = AuditEntry["kind"];
