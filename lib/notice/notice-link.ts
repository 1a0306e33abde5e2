import type { NoticeContent } from "./schema.ts";

/** Where a notice leads: to what it is about. */
export function noticeLink(notice: NoticeContent): string {
  switch (notice.kind) {
    case "REVIEW_APPROVED": {
      const { gym, trainer } = notice.data;
      return trainer ? `/gyms/${gym.slug}/trainers/${trainer.slug}` : `/gyms/${gym.slug}`;
    }
    case "REPLY_FINISHED":
      return `/diary/${notice.data.date}`;
    case "REVIEW_REJECTED":
    case "REVIEW_HELD":
    case "REVIEW_DELAYED":
    case "APPEAL_DECIDED":
      return "/me/reviews";
  }
}
