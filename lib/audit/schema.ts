import type { ActKind, PolicyRunKind, Role } from "../generated/prisma/enums.ts";

/**
 * One kind per use of a moderator's or admin's powers. Ids, codes and numbers only, no text of members: the log
 * outlives its subjects.
 */
export type AuditEntry = {
  /** Null for a command on the server. */
  actorId: string | null;
} & (
  | {
      kind: "DECISION";
      subjectId: string; // revision
      data: { act: ActKind; actId: string; rule: string | null; batchId: string | null };
    }
  | { kind: "DECISION_UNDONE"; subjectId: string; data: { actId: string; batchId: string | null } }
  | { kind: "ROLE_CHANGED"; subjectId: string; data: { from: Role; to: Role } }
  | { kind: "REVIEWING_SUSPENDED"; subjectId: string; data: { until: string; rule: string | null } }
  | { kind: "REVIEWING_RESTORED"; subjectId: string; data: Record<string, never> }
  | {
      kind: "AUTHOR_WARNED";
      subjectId: string;
      data: { warningId: string; revisionId: string; rule: string };
    }
  | { kind: "WARNING_UNDONE"; subjectId: string; data: { warningId: string } }
  | {
      kind: "MEMBER_NOTE_WRITTEN" | "MEMBER_NOTE_EDITED" | "MEMBER_NOTE_DELETED";
      subjectId: string;
      data: { noteId: string };
    }
  | { kind: "ACCOUNT_SUSPENDED" | "ACCOUNT_RESTORED"; subjectId: string; data: Record<string, never> }
  // Subject: the gym or trainer. Slugs are kept because merged ones are deleted.
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
  // Rows between the two times (ISO 8601), even when the download was not completed.
  | {
      kind: "EXPORTED";
      subjectId: null;
      data: { what: "DECISIONS" | "REPLY_FEEDBACK"; from: string; until: string };
    }
  // Subject: the published version, or the policy run.
  | { kind: "POLICY_PUBLISHED"; subjectId: string; data: { rules: string[] } }
  | {
      kind: "POLICY_RUN_STARTED";
      subjectId: string;
      data: { run: PolicyRunKind; policyVersion: number; total: number; callBudget: number };
    }
  | { kind: "POLICY_RUN_PAUSED" | "POLICY_RUN_CANCELLED"; subjectId: string; data: { reason: string } }
  | { kind: "POLICY_RUN_RESUMED"; subjectId: string; data: { callBudget: number } }
  // Thresholds of a rule, or of approvals when null. `agreement`: a share of the verdicts.
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

/** `joined`: moved reviews that were merged with one of the same author. */
type MovedCounts = { reviews: number; joined: number };

export type AuditKind = AuditEntry["kind"];
