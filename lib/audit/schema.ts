import type { ActKind } from "../generated/prisma/enums.ts";

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
);

export type AuditKind = AuditEntry["kind"];
