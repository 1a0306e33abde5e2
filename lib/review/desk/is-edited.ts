/** In SQL, of an `act` and a review ($2): whether its author has written something since, which would have replaced what was not decided. */
export const isEdited = `
  (SELECT id FROM review_revision newest WHERE newest.review_id = $2 ORDER BY number DESC LIMIT 1)::text
    <> act.before->>'latestRevisionId'`;
