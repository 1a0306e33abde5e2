/** In SQL, for a join: a revision's current verdict, the last one that was not undone. */
export const standingVerdict = (revisionId: string) => `
  LATERAL (SELECT * FROM verdict WHERE verdict.revision_id = ${revisionId} AND verdict.undone_at IS NULL
            ORDER BY verdict.attempt DESC LIMIT 1)`;
