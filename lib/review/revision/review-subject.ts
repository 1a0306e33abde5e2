import type { NoticeContent } from "../../notice/schema.ts";

export type ReviewSubject = Extract<NoticeContent, { kind: "REVIEW_APPROVED" }>["data"];

/** In SQL. Expects `review`, `gym` and `trainer` (joined by `subjectPlaces`). */
export const subjectColumns = `
  review.id AS "reviewId",
  json_build_object('slug', gym.slug, 'name', gym.name, 'nameEn', gym.name_en) AS gym,
  CASE WHEN trainer.id IS NOT NULL
    THEN json_build_object('slug', trainer.slug, 'name', trainer.name, 'nameEn', trainer.name_en) END AS trainer`;
export const subjectPlaces = `
  JOIN gym ON gym.id = review.gym_id
  LEFT JOIN trainer ON trainer.id = review.trainer_id`;

/** FAILED: the model could not be asked. This is never an approval. */
export type Settled = "APPROVED" | "REJECTED" | "HELD" | "FAILED";

export function noticeOf(
  status: Settled,
  subject: ReviewSubject,
  { rule, wasPublished }: { rule: string | null; wasPublished: boolean },
): NoticeContent {
  const data = wasPublished ? { ...subject, wasPublished } : subject;
  switch (status) {
    case "APPROVED":
      return { kind: "REVIEW_APPROVED", data: subject };
    case "REJECTED":
      return { kind: "REVIEW_REJECTED", data: { ...data, rule: rule ?? "other" } };
    case "HELD":
      return { kind: "REVIEW_HELD", data };
    case "FAILED":
      return { kind: "REVIEW_DELAYED", data: subject };
  }
}
