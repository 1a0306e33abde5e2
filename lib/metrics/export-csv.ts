import "server-only";

import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { csvStream } from "../web/csv.ts";
import { exportFeedback, feedbackColumns } from "../diary/export-feedback.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { decisionColumns, exportDecisions } from "../review/desk/export-decisions.ts";
import type { Exported } from "./export-range.ts";

/** The audit log entry is committed before the first byte. */
export async function exportCsv(input: {
  adminId: UserId;
  what: Exported;
  from: Date;
  until: Date;
}): Promise<ReadableStream<Uint8Array>> {
  const { adminId, what, from, until } = input;
  const data = { what, from: from.toISOString(), until: until.toISOString() };
  await inTransaction((connection) =>
    appendAudit(sqlOf(connection), { actorId: adminId, kind: "EXPORTED", subjectId: null, data }),
  );
  return what === "DECISIONS"
    ? csvStream(decisionColumns, exportDecisions({ from, until }))
    : csvStream(feedbackColumns, exportFeedback({ from, until }));
}
