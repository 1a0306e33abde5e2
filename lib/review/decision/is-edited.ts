/** In SQL, for an `act` and a review ($2): whether the author has written a revision since the act. */
export const isEdited = `
  (SELECT id FROM review_revision newest WHERE newest.review_id = $2 ORDER BY number DESC LIMIT 1)::text
    <> act.before->>'latestRevisionId'`;
