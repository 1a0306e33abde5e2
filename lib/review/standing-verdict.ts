/** In SQL, to be joined: the verdict on a revision that stands, the last one that nobody took back. */
export const standingVerdict = (revisionId: string) => `
  LATERAL (SELECT * FROM verdict WHERE verdict.revision_id = ${revisionId} AND verdict.undone_at IS NULL
            ORDER BY verdict.attempt DESC LIMIT 1)`;
