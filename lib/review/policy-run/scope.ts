import { standingVerdict } from "../revision/current-verdict.ts";
import { isForJudge, isLatestOrPublished } from "./batch.ts";

export const trialScopeSql = `
  SELECT revision.id, standing.decision, standing.rule, revision.decided_at
    FROM (SELECT id, decided_at FROM review_revision
           WHERE status IN ('APPROVED', 'REJECTED', 'HELD') AND decided_at IS NOT NULL
           ORDER BY decided_at DESC, id DESC LIMIT ($1::jsonb->>'size')::int) revision
    JOIN ${standingVerdict("revision.id")} standing ON true`;

export const rejudgeScopeSql = `
  SELECT revision.id, standing.decision, standing.rule, revision.decided_at
    FROM review_revision revision
    JOIN review ON review.id = revision.review_id
    JOIN gym ON gym.id = review.gym_id
    JOIN ${standingVerdict("revision.id")} standing ON true
   WHERE revision.decided_at >= ($1::jsonb->>'from')::timestamp AT TIME ZONE ($1::jsonb->>'timeZone')
     AND revision.decided_at < (($1::jsonb->>'to')::date + 1)::timestamp AT TIME ZONE ($1::jsonb->>'timeZone')
     AND coalesce(standing.rule = $1::jsonb->>'rule', $1::jsonb->>'rule' IS NULL)
     AND coalesce(gym.slug = $1::jsonb->>'gymSlug', true)
     AND ${isForJudge} AND ${isLatestOrPublished}`;
