// A queue after a bad week: for the benchmark, and for the test of its query plan.
import { inBulk } from "../test/in-bulk.ts";

export const reviewCount = 100_000;
export const queuedCount = 10_000;

/**
 * Reviews of one gym, each with a verdict. Every tenth waits, for each reason; a third of the others was in the queue
 * before. Some items have the same time, as after an outage of the model.
 */
export async function fillQueue(gymId: string) {
  const all = `generate_series(1, ${reviewCount}) AS n`;
  const every = reviewCount / queuedCount;
  const id = (kind: string) => `md5('${gymId} ${kind} ' || n)::uuid`;
  const at = `now() - (n % 40000) * interval '1 minute' - (n / 40000) * interval '1 second'`;
  const waits = `n % ${every} = 0`;
  const reason = `(ARRAY['HELD','HELD','HELD','FAILED','APPEALED','REPORTED'])[1 + (n / ${every}) % 6]::"ModerationReason"`;
  const category = `(ARRAY['UNSURE','BUDGET','profanity','hate','advertising'])[1 + (n * 7919) % 5]`;
  const body = `'운동 기구가 넉넉하고 샤워실이 깨끗해요. 저녁에는 붐비지만 직원이 친절해서 계속 다니고 있어요. ' || repeat('좋아요. ', n % 40) || n`;
  await inBulk([
    `INSERT INTO member (id, email, name) SELECT ${id("member")}, ${id("member")} || '@queue.test', '소라 ' || n FROM ${all}`,
    `INSERT INTO review (id, author_id, gym_id, created_at) SELECT ${id("review")}, ${id("member")}, '${gymId}', ${at} FROM ${all}`,
    `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, attempt, created_at, decided_at)
     SELECT ${id("revision")}, ${id("review")}, 1, 1 + n % 5, ${body}, md5('text ' || n), CASE WHEN n % 4 = 0 THEN 'en' ELSE 'ko' END,
            (CASE WHEN ${waits} THEN 'HELD' ELSE 'APPROVED' END)::"RevisionStatus", 1, ${at},
            CASE WHEN ${waits} THEN NULL ELSE ${at} END FROM ${all}`,
    `INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, evidence, policy_version, created_at)
     SELECT ${id("verdict")}, ${id("revision")}, 1, (CASE WHEN ${waits} THEN 'HOLD' ELSE 'APPROVE' END)::"Decision",
            (CASE WHEN n % 9 = 0 THEN 'RULE' ELSE 'MODEL' END)::"DecidedBy", NULL, '{}', 1, ${at} FROM ${all}`,
    `INSERT INTO moderation_item (id, revision_id, reason, opened_at, closed_at, gym_id, locale, category, decided_by)
     SELECT ${id("item")}, ${id("revision")}, ${reason},
            CASE WHEN n % 70 = 0 THEN now() - interval '9 hours' ELSE ${at} END, CASE WHEN ${waits} THEN NULL ELSE now() END,
            '${gymId}', CASE WHEN n % 4 = 0 THEN 'en' ELSE 'ko' END, ${category},
            (CASE WHEN n % 9 = 0 THEN 'RULE' ELSE 'MODEL' END)::"DecidedBy"
       FROM ${all} WHERE ${waits} OR n % 3 = 0`,
    "ANALYZE member, review, review_revision, verdict, moderation_item, gym",
  ]);
}
