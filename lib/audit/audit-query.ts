import { z } from "zod";
import type { AuditKind } from "./schema.ts";

type AuditSubject =
  | "revision"
  | "member"
  | "gym"
  | "trainer"
  | "suggestion"
  | "policy"
  | "policyRun"
  | "threshold"
  | "reply"
  | "export";

export const auditSubjects = {
  DECISION: "revision",
  DECISION_UNDONE: "revision",
  ROLE_CHANGED: "member",
  REVIEWING_SUSPENDED: "member",
  REVIEWING_RESTORED: "member",
  AUTHOR_WARNED: "member",
  WARNING_UNDONE: "member",
  MEMBER_NOTE_WRITTEN: "member",
  MEMBER_NOTE_EDITED: "member",
  MEMBER_NOTE_DELETED: "member",
  ACCOUNT_SUSPENDED: "member",
  ACCOUNT_RESTORED: "member",
  GYM_ADDED: "gym",
  GYM_EDITED: "gym",
  GYM_MERGED: "gym",
  TRAINER_ADDED: "trainer",
  TRAINER_EDITED: "trainer",
  TRAINER_MERGED: "trainer",
  SUGGESTION_CLOSED: "suggestion",
  EXPORTED: "export",
  POLICY_PUBLISHED: "policy",
  POLICY_RUN_STARTED: "policyRun",
  POLICY_RUN_PAUSED: "policyRun",
  POLICY_RUN_RESUMED: "policyRun",
  POLICY_RUN_CANCELLED: "policyRun",
  THRESHOLD_SET: "threshold",
  THRESHOLD_UNDONE: "threshold",
  SHARED_REPLY_READ: "reply",
} as const satisfies Record<AuditKind, AuditSubject>;

export const auditKinds = Object.keys(auditSubjects) as AuditKind[];

export const auditQuerySchema = z.object({
  kind: z.enum(auditKinds).or(z.literal("")).catch(""),
  person: z.guid().or(z.literal("")).catch(""),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});

export type AuditQuery = z.infer<typeof auditQuerySchema>;

export function auditHref({ kind, person, before }: Partial<AuditQuery>) {
  const params = new URLSearchParams();
  if (kind) params.set("kind", kind);
  if (person) params.set("person", person);
  if (before) params.set("before", String(before));
  return params.size > 0 ? `/admin/audit?${params}` : "/admin/audit";
}
