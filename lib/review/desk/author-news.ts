import type { ActKind } from "../../generated/prisma/enums.ts";
import type { NoticeContent } from "../../notice/schema.ts";
import { type ReviewSubject, noticeOf } from "../review-subject.ts";
import type { RevisionStatus } from "../schema.ts";

/** What a moderator did, and how things stand when its author is to hear of it. */
export type ToldAct = {
  kind: ActKind;
  isUndone: boolean;
  statusBefore: RevisionStatus;
  wasPublished: boolean;
  /** They were told that the model, which this act asked again, cannot be asked yet. */
  wasToldToWait: boolean;
  /** Of the revision, now. */
  status: RevisionStatus;
  /** Of the verdict that stands, when that is a rejection. */
  rule: string | null;
  subject: ReviewSubject;
};

/** What the author is told of an act; null when there is nothing that they do not know. */
export function newsOf(act: ToldAct): NoticeContent | null {
  const { kind, isUndone, statusBefore, status, rule, subject, wasToldToWait } = act;
  const isAppeal = kind === "UPHOLD" || kind === "OVERTURN";
  // An answer that is taken back: the appeal is open again.
  if (isUndone && isAppeal) {
    const wasPublished = kind === "OVERTURN";
    return status === "SUPERSEDED" ? null : noticeOf("HELD", subject, { rule: null, wasPublished });
  }
  if (isAppeal)
    return {
      kind: "APPEAL_DECIDED",
      data: { ...subject, outcome: kind === "UPHOLD" ? "UPHELD" : "OVERTURNED" },
    };

  // Judged anew, or to be: whoever decides that will tell.
  if (status === "PENDING" || status === "SUPERSEDED") return null;
  const isWaiting = status === "HELD" || status === "FAILED";
  const wasWaiting = statusBefore === "HELD" || statusBefore === "FAILED";
  // A rejection is always told: the reasons may be others, and it can be appealed.
  const isKnown =
    status === "APPROVED"
      ? statusBefore === "APPROVED" && !wasToldToWait
      : isWaiting && (wasWaiting || wasToldToWait);
  if (!isUndone && isKnown) return null;
  const wasPublished = isUndone ? kind === "APPROVE" : act.wasPublished;
  return noticeOf(status, subject, { rule, wasPublished });
}
