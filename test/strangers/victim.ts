import { createHash, generateKeyPairSync } from "node:crypto";

import { findDataKey } from "../../lib/crypto/data-key.ts";
import type { UserId } from "../../lib/auth/user-id.ts";
import { pool } from "../../lib/db.ts";
import { saveEntry } from "../../lib/diary/entry-data.ts";
import { sealReplyText } from "../../lib/diary/reply-data.ts";
import { shareReply } from "../../lib/diary/share-reply.ts";
import { appealRejection } from "../../lib/review/appeal/appeal-rejection.ts";
import { decideRevision } from "../../lib/review/decision/decide.ts";
import { stateToken } from "../../lib/review/revision/state-token.ts";
import { tellAuthorQueue } from "../../lib/review/revision/notify-author-queue.ts";
import { notifyWarningQueue } from "../../lib/review/warning/notify-warning-queue.ts";
import { warnAuthor } from "../../lib/review/warning/warn-author.ts";
import { builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import type { NamedThings } from "../../e2e/support/named-things.ts";
import { type Canaries, newCanaries } from "./canaries.ts";
import { newSignedIn } from "./callers.ts";

/** A member whose every private field holds a canary, and what others would name to reach it. */
export type Victim = {
  canaries: Canaries;
  memberId: string;
  cookie: string;
  /** Another account of theirs, suspended. */
  suspended: { memberId: string; cookie: string };
  sessionId: string;
  date: string;
  sharedDate: string;
  replyId: string;
  sharedReplyId: string;
  gymId: string;
  otherGymId: string;
  gymSlug: string;
  otherGymSlug: string;
  trainerId: string;
  otherTrainerId: string;
  held: { reviewId: string; revisionId: string; verdictId: string };
  rejected: { reviewId: string; revisionId: string; verdictId: string };
  /** Somebody else's, which everyone sees. */
  published: { reviewId: string; revisionId: string; verdictId: string };
  appealId: string;
  /** The rejection, as a moderator's act that can be undone. */
  actId: string;
  warningId: string;
  noteId: string;
  suggestionId: string;
  subscriptionId: string;
  pushEndpoint: string;
  passkeyId: string;
  noticeId: string;
  runId: string;
  thresholdId: string;
  email: string;
};

const one = async <Row extends Record<string, string>>(sql: string, values: unknown[]): Promise<Row> => {
  const { rows } = await pool.query<Row>(sql, values);
  return rows[0]!;
};

const idOf = async (sql: string, values: unknown[]): Promise<string> =>
  (await one<{ id: string }>(sql, values)).id;

async function plantDiary(memberId: UserId, canaries: Canaries) {
  const key = (await findDataKey(memberId))!;
  const plant = async (date: string, body: string, text: string): Promise<string> => {
    const saved = await saveEntry({ authorId: memberId, date, body: `오늘은 ${body} 이야기다.` });
    if (!saved.ok) throw new Error(saved.error);
    const replyId = crypto.randomUUID();
    await pool.query(
      `INSERT INTO reply (id, entry_id, author_id, tone, status, text, finish_reason, fingerprint, ended_at)
       SELECT $1, id, author_id, 'F', 'DONE', $2, 'stop', fingerprint, now() FROM entry WHERE author_id = $3 AND date = $4`,
      [replyId, sealReplyText(key, memberId, replyId, `${text}, 그랬군요.`), memberId, date],
    );
    return replyId;
  };
  const dates = { date: "2026-10-01", sharedDate: "2026-10-02" };
  const replyId = await plant(dates.date, canaries.page, canaries.reply);
  const sharedReplyId = await plant(dates.sharedDate, canaries.sharedPage, canaries.sharedReply);
  await pool.query("UPDATE reply SET feedback = 'DOWN' WHERE id = $1", [sharedReplyId]);
  if (!(await shareReply({ authorId: memberId, replyId: sharedReplyId }))) throw new Error("not shared");
  return { ...dates, replyId, sharedReplyId };
}

async function newGym() {
  const slug = `gym-${crypto.randomUUID()}`;
  const gymId = await idOf(
    `INSERT INTO gym (id, slug, name, district, address) VALUES (gen_random_uuid(), $1, '파도소리 짐', '마포구', '양화로 45')
     RETURNING id`,
    [slug],
  );
  return { gymId, slug };
}

async function newReview(input: {
  authorId: string;
  gymId: string;
  status: "HELD" | "APPROVED";
  body: string;
}) {
  const ids = {
    reviewId: crypto.randomUUID(),
    revisionId: crypto.randomUUID(),
    verdictId: crypto.randomUUID(),
  };
  const { authorId, gymId, status, body } = input;
  await pool.query("INSERT INTO review (id, author_id, gym_id) VALUES ($1, $2, $3)", [
    ids.reviewId,
    authorId,
    gymId,
  ]);
  await pool.query(
    `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, attempt, decided_at)
     VALUES ($1::uuid, $2, 1, 2, $3, $1::uuid::text, 'ko', $4::"RevisionStatus", 1, now())`,
    [ids.revisionId, ids.reviewId, body, status],
  );
  await pool.query(
    `INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, hold_reason, evidence, confidence, policy_version)
     VALUES ($1, $2, 1, $3::"Decision", 'MODEL', $4, ARRAY['짐'], 0.6, 1)`,
    [
      ids.verdictId,
      ids.revisionId,
      status === "HELD" ? "HOLD" : "APPROVE",
      status === "HELD" ? "UNSURE" : null,
    ],
  );
  if (status === "APPROVED")
    await pool.query(
      "UPDATE review SET published_revision_id = $2, published_stars = 2, published_at = now() WHERE id = $1",
      [ids.reviewId, ids.revisionId],
    );
  else
    await pool.query(
      `INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category, decided_by)
       VALUES (gen_random_uuid(), $1, 'HELD', $2, 'ko', 'UNSURE', 'MODEL')`,
      [ids.revisionId, gymId],
    );
  return ids;
}

async function publish(gymId: string) {
  const { id: authorId } = await newSignedIn("다른 글쓴이");
  return newReview({ authorId, gymId, status: "APPROVED", body: "이 짐은 넓어요." });
}

const newTrainer = (gymId: string, slug: string) =>
  idOf(
    `INSERT INTO trainer (id, gym_id, slug, name, specialty) VALUES (gen_random_uuid(), $1, $2, '한서연', '자세 교정') RETURNING id`,
    [gymId, slug],
  );

/** A moderator rejects what waits, and its author appeals: by the operations, so that what they leave behind is whole. */
async function rejectAndAppeal(authorId: UserId, revisionId: string, canaries: Canaries) {
  const { id: moderatorId } = await newSignedIn("담당자");
  const { attempt, itemId } = await one<{ attempt: string; itemId: string }>(
    `SELECT revision.attempt::text, item.id AS "itemId" FROM review_revision revision
       JOIN moderation_item item ON item.revision_id = revision.id WHERE revision.id = $1`,
    [revisionId],
  );
  const decided = await decideRevision({
    moderatorId,
    revisionId,
    kind: "REJECT",
    rule: "profanity",
    note: canaries.rejectionNote,
    quotes: ["짐"],
    seen: stateToken({ attempt: Number(attempt), status: "HELD", itemId }),
  });
  if (!decided.ok) throw new Error(decided.error);
  const { actId } = decided.data;
  // The notice would reach the author in the middle of what is tried.
  await pool.query("DELETE FROM pgboss.job WHERE name = $1 AND data->>'actId' = $2", [
    tellAuthorQueue,
    actId,
  ]);
  const verdictId = await idOf("SELECT verdict_id AS id FROM moderator_act WHERE id = $1", [actId]);
  const warned = await warnAuthor({ moderatorId, revisionId, rule: "profanity" });
  if (!warned.ok) throw new Error(warned.error);
  const { warningId } = warned.data;
  await pool.query("DELETE FROM pgboss.job WHERE name = $1 AND data->>'warningId' = $2", [
    notifyWarningQueue,
    warningId,
  ]);
  const appealed = await appealRejection({ authorId, verdictId, text: canaries.appeal });
  if (!appealed.ok) throw new Error(appealed.error);
  return { actId, verdictId, warningId, appealId: appealed.data.appealId };
}

async function plantReviews(memberId: UserId, canaries: Canaries) {
  const [gym, otherGym] = [await newGym(), await newGym()];
  const trainerId = await newTrainer(gym.gymId, "han");
  const otherTrainerId = await newTrainer(gym.gymId, "han-2");
  const held = await newReview({
    authorId: memberId,
    gymId: gym.gymId,
    status: "HELD",
    body: `이 짐은 ${canaries.heldReview} 느낌이에요.`,
  });
  const waiting = await newReview({
    authorId: memberId,
    gymId: otherGym.gymId,
    status: "HELD",
    body: `이 짐은 ${canaries.rejectedReview} 느낌이에요.`,
  });
  const { verdictId, ...decided } = await rejectAndAppeal(memberId, waiting.revisionId, canaries);
  const rejected = { ...waiting, verdictId };
  await pool.query(
    "INSERT INTO appeal_message (id, appeal_id, is_from_moderator, text) VALUES (gen_random_uuid(), $1, true, $2)",
    [decided.appealId, canaries.appealMessage],
  );
  // A gym with fewer reviews has no summary.
  const [published] = [await publish(gym.gymId), await publish(gym.gymId), await publish(gym.gymId)];
  await pool.query(
    `INSERT INTO report (id, review_id, revision_id, reporter_id, reason, text, counts)
     VALUES (gen_random_uuid(), $1, $2, $3, 'fake', $4, true)`,
    [published.reviewId, published.revisionId, memberId, canaries.report],
  );
  // The desk shows reports of what waits for it.
  await pool.query(
    `INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category)
     VALUES (gen_random_uuid(), $1, 'REPORTED', $2, 'ko', 'fake')`,
    [published.revisionId, gym.gymId],
  );
  return {
    gymId: gym.gymId,
    gymSlug: gym.slug,
    otherGymId: otherGym.gymId,
    otherGymSlug: otherGym.slug,
    trainerId,
    otherTrainerId,
    held,
    rejected,
    published,
    ...decided,
  };
}

const publicKey = () => {
  const { publicKey: key } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return key.export({ type: "spki", format: "der" }).subarray(-65).toString("base64url");
};

async function plantAccount(memberId: string, sessionId: string, canaries: Canaries) {
  const email = `${canaries.mailAddress}@strangers.test`;
  await pool.query("UPDATE member SET email = $2, displaced_email = NULL WHERE id = $1", [memberId, email]);
  await pool.query("UPDATE session SET device = $2 WHERE id = $1", [sessionId, canaries.sessionDevice]);
  await pool.query(
    `INSERT INTO security_event (id, member_id, kind, device, data)
     VALUES (gen_random_uuid(), $1, 'SIGNED_IN', $2, '{"method": "password", "isNewDevice": true}')`,
    [memberId, canaries.securityLogDevice],
  );
  await pool.query("INSERT INTO identity (provider, subject, member_id) VALUES ('kakao', $1, $2)", [
    canaries.identitySubject,
    memberId,
  ]);
  await pool.query(
    `INSERT INTO mail (id, member_id, kind, "to", locale, data, sent_at)
     VALUES (gen_random_uuid(), $1, 'SECURITY', $2, 'ko', $3, now())`,
    [memberId, email, { event: "NEW_SIGN_IN", device: canaries.mailedDevice, timeZone: "Asia/Seoul" }],
  );
  const passkeyId = createHash("sha256").update(memberId).digest("base64url");
  await pool.query(
    `INSERT INTO passkey (id, member_id, name, public_key, counter, transports) VALUES ($1, $2, $3, '\\x00', 0, '{}')`,
    [passkeyId, memberId, canaries.passkeyName],
  );
  const pushEndpoint = `https://fcm.googleapis.com/fcm/send/${canaries.pushEndpoint}`;
  const subscriptionId = await idOf(
    `INSERT INTO push_subscription (id, member_id, endpoint, p256dh, auth, device, session_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6) RETURNING id`,
    [memberId, pushEndpoint, publicKey(), canaries.pushSecret, canaries.pushDevice, sessionId],
  );
  const noteId = await idOf(
    "INSERT INTO member_note (id, member_id, text) VALUES (gen_random_uuid(), $1, $2) RETURNING id",
    [memberId, canaries.memberNote],
  );
  const suggestionId = await idOf(
    "INSERT INTO gym_suggestion (id, author_id, text) VALUES (gen_random_uuid(), $1, $2) RETURNING id",
    [memberId, canaries.suggestion],
  );
  const noticeId = await idOf(
    `INSERT INTO notice (id, member_id, kind, event_key, data)
     VALUES (gen_random_uuid(), $1, 'REPLY_FINISHED', 'planted', '{"date": "2026-10-01"}') RETURNING id`,
    [memberId],
  );
  return { email, passkeyId, pushEndpoint, subscriptionId, suggestionId, noticeId, noteId };
}

async function plantSuspended(canaries: Canaries) {
  const { id: memberId, cookie } = await newSignedIn("정지된 회원");
  await pool.query(
    `UPDATE member SET suspended_at = now(), suspension_reason = $2, email = $3, displaced_email = $4 WHERE id = $1`,
    [
      memberId,
      canaries.suspensionReason,
      `${crypto.randomUUID()}@displaced.invalid`,
      `${canaries.displacedAddress}@strangers.test`,
    ],
  );
  await pool.query(
    `INSERT INTO suspension_appeal (id, member_id, suspended_at, text)
     SELECT gen_random_uuid(), id, suspended_at, $2 FROM member WHERE id = $1`,
    [memberId, canaries.suspensionAppeal],
  );
  return { memberId, cookie };
}

/** What admins name in their forms and addresses. */
async function plantPolicyRun() {
  const runId = await idOf(
    `INSERT INTO policy_run (id, kind, status, rules, policy_version, scope, total, call_budget)
     VALUES (gen_random_uuid(), 'TRIAL', 'DONE', $1, 1, '{"size": 50, "edit": 1}', 0, 0) RETURNING id`,
    [JSON.stringify(builtInPolicy.rules)],
  );
  const thresholdId = await idOf(
    `INSERT INTO confidence_threshold (id, model, model_host, prompt_version, value, judged, agreement, at_least)
     VALUES (gen_random_uuid(), 'planted', 'planted', 'planted', 0.9, 100, 1, 0.9) RETURNING id`,
    [],
  );
  return { runId, thresholdId };
}

export async function plantVictim(): Promise<Victim> {
  const canaries = newCanaries();
  const { id, cookie, sessionId } = await newSignedIn("바다");
  const memberId = id as UserId;
  return {
    canaries,
    memberId,
    cookie,
    sessionId,
    ...(await plantDiary(memberId, canaries)),
    ...(await plantReviews(memberId, canaries)),
    ...(await plantAccount(memberId, sessionId, canaries)),
    suspended: await plantSuspended(canaries),
    ...(await plantPolicyRun()),
  };
}

/** What of a victim's an address or a form can name: the things that wait, and those that were decided or are private. */
export function thingsOf(victim: Victim): NamedThings[] {
  const { gymId, gymSlug, memberId, held, appealId, runId, subscriptionId } = victim;
  const unknownId = crypto.randomUUID();
  const waiting: NamedThings = {
    gymId,
    gymSlug,
    memberId,
    held,
    appealId,
    runId,
    replyId: victim.sharedReplyId,
    unknownId,
    date: victim.date,
    subscriptionId,
  };
  const decided: NamedThings = {
    ...waiting,
    gymId: victim.otherGymId,
    gymSlug: victim.otherGymSlug,
    held: victim.rejected,
    replyId: victim.replyId,
    date: victim.sharedDate,
    memberId: victim.suspended.memberId,
    // A member appeals a verdict, and names it.
    appealId: victim.rejected.verdictId,
  };
  return [waiting, decided, { ...waiting, held: { ...held, ...victim.published } }];
}
