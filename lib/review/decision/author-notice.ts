import type { ActKind } from "../../generated/prisma/enums.ts";
import type { NoticeContent } from "../../notice/schema.ts";
import { type ReviewSubject, noticeOf } from "../revision/review-subject.ts";
import type { RevisionStatus } from "../schema.ts";

export type ToldAct = {
  kind: ActKind;
  isUndone: boolean;
  statusBefore: RevisionStatus;
  wasPublished: boolean;
  wasToldToWait: boolean;
  status: RevisionStatus;
  rule: string | null;
  subject: ReviewSubject;
};

/** The notice about an act; null when it contains nothing new for the author. */
export function newsOf(act: ToldAct): NoticeContent | null {
  const { kind, isUndone, statusBefore, status, rule, subject, wasToldToWait } = act;
  const isAppeal = kind === "UPHOLD" || kind === "OVERTURN";
  // An undone answer: the appeal is open again.
  if (isUndone && isAppeal) {
    const wasPublished = kind === "OVERTURN";
    return status === "SUPERSEDED" ? null : noticeOf("HELD", subject, { rule: null, wasPublished });
  }
  if (isAppeal)
    return {
      kind: "APPEAL_DECIDED",
      data: { ...subject, outcome: kind === "UPHOLD" ? "UPHELD" : "OVERTURNED" },
    };

  // Whatever decides it next creates the notice.
  if (status === "PENDING" || status === "SUPERSEDED") return null;
  const isWaiting = status === "HELD" || status === "FAILED";
  const wasWaiting = statusBefore === "HELD" || statusBefore === "FAILED";
  // A rejection always gets a notice: its reasons may differ, and it can be appealed.
  const isKnown =
    status === "APPROVED"
      ? statusBefore === "APPROVED" && !wasToldToWait
      : isWaiting && (wasWaiting || wasToldToWait);
  if (!isUndone && isKnown) return null;
  const wasPublished = isUndone ? kind === "APPROVE" : act.wasPublished;
  return noticeOf(status, subject, { rule, wasPublished });
}
