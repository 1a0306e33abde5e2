import type { ActKind, PolicyRunKind, Role } from "../generated/prisma/enums.ts";

/**
 * What the audit log tells: one kind for each use of a moderator's or admin's powers. Ids, codes and numbers only, never
 * what a person wrote: the log outlives what it is about.
 */
export type AuditEntry = {
  /** Who did it; null for a command run on the server itself. */
  actorId: string | null;
} & (
  | {
      kind: "DECISION";
      subjectId: string; // of the revision
      data: { act: ActKind; actId: string; rule: string | null; batchId: string | null };
    }
  | { kind: "DECISION_UNDONE"; subjectId: string; data: { actId: string; batchId: string | null } }
  // Of people: the subject is the member.
  | { kind: "ROLE_CHANGED"; subjectId: string; data: { from: Role; to: Role } }
  | { kind: "REVIEWING_SUSPENDED"; subjectId: string; data: { until: string } }
  | { kind: "REVIEWING_RESTORED"; subjectId: string; data: Record<string, never> }
  | { kind: "ACCOUNT_SUSPENDED" | "ACCOUNT_RESTORED"; subjectId: string; data: Record<string, never> }
  // Of places: the subject is the gym or the trainer. Slugs are addresses, kept because what was merged is gone.
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
  // Of an export: rows from the one moment up to the other (ISO 8601), whether all of them were taken or not.
  | {
      kind: "EXPORTED";
      subjectId: null;
      data: { what: "DECISIONS" | "REPLY_FEEDBACK"; from: string; until: string };
    }
  // Of the policy: the subject is the version that was published, or the run of a judge over many reviews.
  | { kind: "POLICY_PUBLISHED"; subjectId: string; data: { rules: string[] } }
  | {
      kind: "POLICY_RUN_STARTED";
      subjectId: string;
      data: { run: PolicyRunKind; policyVersion: number; total: number; callBudget: number };
    }
  | { kind: "POLICY_RUN_PAUSED" | "POLICY_RUN_CANCELLED"; subjectId: string; data: { reason: string } }
  | { kind: "POLICY_RUN_RESUMED"; subjectId: string; data: { callBudget: number } }
  // Of a judge's thresholds: of the rule, or without one of approvals. `agreement` is a share of the verdicts.
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
  // Of a page and a reply that their member shows the team: the subject is the reply.
  | { kind: "SHARED_REPLY_READ"; subjectId: string; data: Record<string, never> }
);

/** Of a merge: reviews that changed places, and of these such that became one with another of the same author. */
type MovedCounts = { reviews: number; joined: number };

export type AuditKind = AuditEntry["kind"];
