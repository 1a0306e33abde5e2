/** In SQL: no moderator has decided about the `review` since that time. A HOLD is no decision. */
const isUndecidedSince = (moment: string) => `NOT EXISTS (
  SELECT FROM moderator_act act JOIN review_revision decided ON decided.id = act.revision_id
   WHERE decided.review_id = review.id AND act.undone_at IS NULL AND act.kind <> 'HOLD' AND act.created_at > ${moment})`;

/** In SQL: reports hid a text of the `review` (`hidden`, filtered by `which`), and no moderator has decided since. */
export const isHiddenByReports = (which = "true") => `EXISTS (
  SELECT FROM review_revision hidden
    JOIN LATERAL (SELECT hold_reason, created_at FROM verdict WHERE revision_id = hidden.id AND undone_at IS NULL
                   ORDER BY attempt DESC LIMIT 1) last ON last.hold_reason = 'REPORTED'
   WHERE hidden.review_id = review.id AND ${which} AND ${isUndecidedSince("last.created_at")})`;

/** In SQL: a `deletion` of the `review`'s author and place. */
export const isOfSamePlace = `deletion.author_id = review.author_id AND deletion.gym_id = review.gym_id
   AND deletion.trainer_id IS NOT DISTINCT FROM review.trainer_id`;

/** In SQL: the `deletion` has not expired, and no moderator has decided since. */
export const isRemembered = `deletion.expires_at > now() AND ${isUndecidedSince("deletion.deleted_at")}`;

/** In SQL: the `review` replaces a deleted one that reports had hidden, and no moderator has decided since. */
export const isRewritten = `EXISTS (
  SELECT FROM reported_deletion deletion WHERE ${isOfSamePlace} AND ${isRemembered})`;
