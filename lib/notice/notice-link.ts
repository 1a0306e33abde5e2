import { ownReviewAnchor, subjectPath } from "../gym/gym-paths.ts";
import type { NoticeContent } from "./schema.ts";

/** Names no review, because it is also pushed. */
export function noticePage(notice: NoticeContent): string {
  switch (notice.kind) {
    case "REVIEW_APPROVED": {
      const { gym, trainer } = notice.data;
      return subjectPath(gym.slug, trainer?.slug);
    }
    case "REPLY_FINISHED":
    case "SORA_WORKS_AGAIN":
      return `/diary/${notice.data.date}`;
    case "REVIEW_REJECTED":
    case "REVIEW_HELD":
    case "REVIEW_DELAYED":
    case "APPEAL_ASKED":
    case "APPEAL_DECIDED":
      return "/me/reviews";
    case "STANDING_CHANGED":
      return "/me/reviews";
    case "REPORT_DECIDED":
      return "/me/reports";
    case "ACCOUNT_SUSPENDED":
      return "/suspended";
    case "NEW_SIGN_IN":
    case "ACCOUNT_CHANGED":
      return "/settings";
  }
}

export function noticeLink(notice: NoticeContent): string {
  const page = noticePage(notice);
  if (page === "/settings") return `${page}#security`;
  if (notice.kind === "STANDING_CHANGED") return `${page}#standing`;
  return "reviewId" in notice.data ? `${page}#${ownReviewAnchor(notice.data.reviewId)}` : page;
}
