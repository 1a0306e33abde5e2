import { findDataKey } from "../../lib/crypto/data-key.ts";
import { pool } from "../../lib/db.ts";
import type { UserId } from "../../lib/auth/user-id.ts";
import { saveEntry } from "../../lib/diary/entry-data.ts";
import { sealReplyText } from "../../lib/diary/reply-data.ts";
import { sealShared } from "../../lib/diary/shared-reply-seal.ts";
import type { Victim } from "./victim.ts";

type Write = (victim: Victim, text: string) => Promise<unknown>;

const column =
  (sql: string, id: (victim: Victim) => string): Write =>
  (victim, text) =>
    pool.query(sql, [id(victim), text]);

const member = (victim: Victim) => victim.memberId;
const gym = (victim: Victim) => victim.gymId;

const writeReply: Write = async (victim, text) => {
  const key = (await findDataKey(victim.memberId))!;
  const sealed = sealReplyText(key, victim.memberId, victim.replyId, text);
  await pool.query("UPDATE reply SET text = $2 WHERE id = $1", [victim.replyId, sealed]);
};

const writeShared: Write = async (victim, text) => {
  const key = (await findDataKey(victim.memberId))!;
  const of = { authorId: victim.memberId, replyId: victim.sharedReplyId };
  const { rows } = await pool.query<{ version: string | null }>(
    "SELECT version FROM shared_reply WHERE reply_id = $1",
    [of.replyId],
  );
  const { entry, reply } = sealShared(key, of, { entry: text, reply: text }, rows[0]!.version);
  await pool.query("UPDATE shared_reply SET entry = $2, reply = $3 WHERE reply_id = $1", [
    of.replyId,
    entry,
    reply,
  ]);
};

/** Every place where somebody's words, or a model's, are kept to be drawn; and how they get there, past all limits. */
export const places = {
  page: ({ memberId, date }, body) => saveEntry({ authorId: memberId as UserId, date, body }),
  reply: writeReply,
  sharedReply: writeShared,
  displayName: column("UPDATE member SET name = $2 WHERE id = $1", member),
  gymName: column("UPDATE gym SET name = $2 WHERE id = $1", gym),
  gymNameEn: column("UPDATE gym SET name_en = $2 WHERE id = $1", gym),
  gymDistrict: column("UPDATE gym SET district = $2 WHERE id = $1", gym),
  gymAddress: column("UPDATE gym SET address = $2 WHERE id = $1", gym),
  trainerName: column("UPDATE trainer SET name = $2 WHERE id = $1", ({ trainerId }) => trainerId),
  trainerSpecialty: column("UPDATE trainer SET specialty = $2 WHERE id = $1", ({ trainerId }) => trainerId),
  publishedReview: column(
    "UPDATE review_revision SET body = $2 WHERE id = $1",
    ({ published }) => published.revisionId,
  ),
  publishedAuthor: column(
    "UPDATE member SET name = $2 WHERE id = (SELECT author_id FROM review WHERE id = $1)",
    ({ published }) => published.reviewId,
  ),
  heldReview: column("UPDATE review_revision SET body = $2 WHERE id = $1", ({ held }) => held.revisionId),
  evidence: column(
    "UPDATE verdict SET evidence = ARRAY[$2] WHERE id = $1",
    ({ rejected }) => rejected.verdictId,
  ),
  rejectedReview: column(
    "UPDATE review_revision SET body = $2 WHERE id = $1",
    ({ rejected }) => rejected.revisionId,
  ),
  note: column("UPDATE verdict SET note = $2 WHERE id = $1", ({ rejected }) => rejected.verdictId),
  appeal: column("UPDATE appeal SET text = $2 WHERE id = $1", ({ appealId }) => appealId),
  appealMessage: column(
    "UPDATE appeal_message SET text = $2 WHERE appeal_id = $1",
    ({ appealId }) => appealId,
  ),
  memberNote: column("UPDATE member_note SET text = $2 WHERE member_id = $1", member),
  report: column("UPDATE report SET text = $2 WHERE reporter_id = $1", member),
  suggestion: column("UPDATE gym_suggestion SET text = $2 WHERE id = $1", ({ suggestionId }) => suggestionId),
  summary: column(
    `INSERT INTO review_summary (id, gym_id, locale, sentences, based_on, built_at, next_try_at, covers_at)
     SELECT gen_random_uuid(), $1, 'ko', jsonb_build_array(jsonb_build_object('text', $2::text, 'revisionIds', revisions)),
            revisions, now(), now() + interval '1 day', now()
       FROM (SELECT array_agg(published_revision_id) AS revisions FROM review
              WHERE gym_id = $1 AND published_revision_id IS NOT NULL) AS published
     ON CONFLICT (gym_id, trainer_id, locale) DO UPDATE SET sentences = EXCLUDED.sentences, based_on = EXCLUDED.based_on, built_at = now()`,
    gym,
  ),
  sessionDevice: column("UPDATE session SET device = $2 WHERE id = $1", ({ sessionId }) => sessionId),
  securityLogDevice: column("UPDATE security_event SET device = $2 WHERE member_id = $1", member),
  passkeyName: column("UPDATE passkey SET name = $2 WHERE member_id = $1", member),
  pushDevice: column("UPDATE push_subscription SET device = $2 WHERE member_id = $1", member),
  suspensionReason: column(
    "UPDATE member SET suspension_reason = $2 WHERE id = $1",
    ({ suspended }) => suspended.memberId,
  ),
  suspensionAppeal: column(
    "UPDATE suspension_appeal SET text = $2 WHERE member_id = $1",
    ({ suspended }) => suspended.memberId,
  ),
  notice: column(
    `UPDATE notice SET kind = 'REVIEW_HELD', data = jsonb_build_object('reviewId', id, 'trainer', NULL,
       'gym', jsonb_build_object('slug', 'gym', 'name', $2::text, 'nameEn', $2::text)) WHERE id = $1`,
    ({ noticeId }) => noticeId,
  ),
} satisfies Record<string, Write>;

export type PlaceName = keyof typeof places;
export const placeNames = Object.keys(places) as PlaceName[];
