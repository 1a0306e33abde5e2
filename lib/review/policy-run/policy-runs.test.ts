import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { killable } from "../../../test/killable.ts";
import { newMember } from "../../../test/new-member.ts";
import {
  type Scene,
  expectTrueTallies,
  newScene,
  noticesOf,
  openItemsOf,
  reviewOf,
  revisionOf,
  submitted,
  until,
} from "../../../test/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { pool, prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { findDraft, saveDraftRule, seenWithoutDraft } from "../../moderation/policy/draft.ts";
import type { Rule } from "../../moderation/policy/rules.ts";
import { publishPolicy } from "../../moderation/policy/publish.ts";
import { createModerateQueue } from "../judging/judge-job.ts";
import { moderateWaiting } from "../judging/judge-waiting.ts";
import { cancelRun, pauseRun, resumeRun } from "./control.ts";
import { countRunDirections, countRunItems, findRun, listRunChanges } from "./list.ts";
import { startRejudge, startTrial } from "./start.ts";
import { workPolicyRuns } from "./worker.ts";

let adminId: UserId;
beforeAll(async () => {
  await createModerateQueue(await jobQueue());
  adminId = await newMember();
});
beforeEach(async () => {
  await prisma.review.deleteMany();
  await prisma.policyRun.deleteMany();
  await prisma.policyDraft.deleteMany();
  await prisma.policyVersion.deleteMany();
  await prisma.cachedVerdict.deleteMany();
});
afterAll(async () => (await jobQueue()).stop());

/** A word that no rule knows. Letters only: digits could form a phone number. */
const newMark = () => crypto.randomUUID().replaceAll(/[^a-f]/g, "");
const noRefunds = (word: string): Rule => ({
  id: "refunds",
  wording: {
    ko: { title: "환불 이야기", text: "환불 이야기는 쓸 수 없어요." },
    en: { title: "Refunds", text: "No talk of refunds." },
  },
  forModel: `Talk of "${word}".`,
  isOff: false,
});

async function draftRule(rule: Rule, isNew: boolean) {
  const seen = (await findDraft())?.seen ?? seenWithoutDraft(await currentPolicy());
  expect((await saveDraftRule({ adminId, seen, rule, isNew })).ok).toBe(true);
}

async function publishDraft() {
  const published = await publishPolicy({ adminId, seen: (await findDraft())!.seen, note: "시험" });
  if (!published.ok) throw new Error(published.error);
  return published.data.version;
}

async function switchOff(id: string) {
  const rule = (await currentPolicy()).rules.find((one) => one.id === id)!;
  await draftRule({ ...rule, isOff: true }, false);
}

/** Each by a different author. */
async function judgedReviews(...bodies: string[]) {
  const reviews: (Scene & { reviewId: string; revisionId: string })[] = [];
  for (const body of bodies) {
    const scene = await newScene();
    reviews.push({ ...scene, ...(await submitted(scene, { body })) });
  }
  await moderateWaiting();
  return reviews;
}

const statusesOf = async (reviews: { revisionId: string }[]) =>
  Promise.all(reviews.map(async ({ revisionId }) => (await revisionOf(revisionId)).status));
const verdictsOf = (revisionId: string) =>
  prisma.verdict.findMany({ where: { revisionId }, orderBy: { attempt: "asc" } });
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

async function rejudge(more: Partial<Parameters<typeof startRejudge>[0]> = {}) {
  const range = { from: day, to: day, timeZone: "Asia/Seoul", rule: null, gym: null };
  const started = await startRejudge({ adminId, ...range, callBudget: 100, ...more });
  if (!started.ok) throw new Error(started.error);
  return started.data.runId;
}

async function tryDraft(callBudget = 100) {
  const started = await startTrial({ adminId, size: 50, callBudget });
  if (!started.ok) throw new Error(started.error);
  return started.data.runId;
}

/** Makes the model hang on this text until `letGo`. */
const hangOn = (revisionId: string, word: string) =>
  pool.query(`UPDATE review_revision SET body = $2 WHERE id = $1`, [
    revisionId,
    `자리가 ${word} 좁아요 [[model until=${word}]]`,
  ]);
const letGo = (word: string) =>
  fetch(new URL("/control", env().OPENAI_BASE_URL), {
    method: "POST",
    body: JSON.stringify({ release: word }),
  });

/** The rows of all tables that a trial must not change. */
async function everything() {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
        AND table_name NOT IN ('policy_run', 'policy_run_item', 'model_call') ORDER BY 1`,
  );
  const contents = tables.map(async ({ name }) => {
    const { rows } = await pool.query(
      `SELECT to_jsonb(it) AS row FROM "${name}" it ORDER BY to_jsonb(it)::text`,
    );
    return [name, rows.map(({ row }) => row)];
  });
  return Object.fromEntries(await Promise.all(contents));
}

describe("a trial of a draft", () => {
  test("shows what would change, and changes nothing", async () => {
    const word = newMark();
    await judgedReviews(
      `여기 씨발 최악이에요 ${word}`,
      `기구가 많고 ${word} 넓어요`,
      "샤워실이 깨끗해서 좋아요",
    );
    await switchOff("profanity");
    await draftRule(noRefunds(word), true);
    const runId = await tryDraft();
    const before = await everything();
    await workPolicyRuns();
    expect(await everything()).toEqual(before);

    expect(await findRun(runId)).toMatchObject({ status: "DONE", total: 3, left: 0, callsUsed: 1 });
    // The cost of a trial is recorded separately.
    const calls = await prisma.modelCall.findMany({ orderBy: { startedAt: "desc" }, take: 2 });
    expect(calls.map(({ runKind }) => runKind)).toEqual(["TRIAL", null]);
    const { changes } = await listRunChanges(runId, { after: 0, count: 50 });
    const shown = changes.map(({ before: was, after, ruleBefore, ruleAfter, evidence }) => [
      was,
      ruleBefore,
      after,
      ruleAfter,
      ...evidence,
    ]);
    expect(shown).toHaveLength(2);
    expect(shown).toContainEqual(["REJECT", "profanity", "REJECT", "refunds", word]);
    expect(shown).toContainEqual(["APPROVE", null, "REJECT", "refunds", word]);
    // The other one is already hidden: only its reason changes.
    expect(await countRunDirections(runId)).toEqual({ HIDDEN: 1, SHOWN: 0, OTHER: 1 });
    for (const [direction, was] of [
      ["HIDDEN", "APPROVE"],
      ["OTHER", "REJECT"],
    ] as const)
      expect(await listRunChanges(runId, { after: 0, count: 50, direction })).toMatchObject({
        changes: [{ before: was, after: "REJECT" }],
      });
    const counts = await countRunItems(runId);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(counts).toContainEqual({
      before: "APPROVE",
      after: "APPROVE",
      isOtherRule: false,
      failure: null,
      count: 1,
    });
  });

  test("approves what a switched-off rule would reject, by pattern too", async () => {
    const [review] = await judgedReviews("문의는 010-1234-5678 로 주세요");
    expect(await statusesOf([review!])).toEqual(["REJECTED"]);
    await switchOff("personal-information");
    const runId = await tryDraft();
    await workPolicyRuns();
    const { changes } = await listRunChanges(runId, { after: 0, count: 50 });
    expect(changes).toMatchObject([{ before: "REJECT", after: "APPROVE" }]);
    expect(await countRunDirections(runId)).toEqual({ HIDDEN: 0, SHOWN: 1, OTHER: 0 });
    expect((await listRunChanges(runId, { after: 0, count: 50, direction: "HIDDEN" })).changes).toEqual([]);
  });

  test("requires a draft, decided reviews, and that no other trial runs", async () => {
    const trial = { adminId, size: 10, callBudget: 5 };
    expect(await startTrial(trial)).toEqual({ ok: false, error: "NO_DRAFT" });
    await switchOff("fake");
    expect(await startTrial(trial)).toEqual({ ok: false, error: "NOTHING_TO_JUDGE" });
    await judgedReviews("조용하고 넓어요");
    const both = await Promise.all([startTrial(trial), startTrial(trial)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: "RUNNING" });
  });
});

describe("judging again", () => {
  test("settles what the new policy decides differently, and notifies its authors", async () => {
    const word = newMark();
    const [praised, rude, plain] = await judgedReviews(
      `트레이너가 ${word} 친절해요`,
      "여기 씨발 최악이에요",
      "주차가 편해서 좋아요",
    );
    expect(await statusesOf([praised!, rude!, plain!])).toEqual(["APPROVED", "REJECTED", "APPROVED"]);
    await switchOff("profanity");
    await draftRule(noRefunds(word), true);
    const version = await publishDraft();

    const runId = await rejudge();
    await workPolicyRuns();
    expect(await findRun(runId)).toMatchObject({ status: "DONE", left: 0 });
    expect(await statusesOf([praised!, rude!, plain!])).toEqual(["REJECTED", "APPROVED", "APPROVED"]);
    expect(await reviewOf(praised!.reviewId)).toMatchObject({ publishedRevisionId: null, publishedAt: null });
    expect(await reviewOf(rude!.reviewId)).toMatchObject({ publishedRevisionId: rude!.revisionId });
    expect(await verdictsOf(praised!.revisionId)).toMatchObject([
      { decision: "APPROVE", policyVersion: 1 },
      { decision: "REJECT", rule: "refunds", policyVersion: version, evidence: [word] },
    ]);
    expect(await verdictsOf(plain!.revisionId)).toHaveLength(1);
    expect((await noticesOf(praised!.authorId)).map(({ kind }) => kind)).toEqual([
      "REVIEW_APPROVED",
      "REVIEW_REJECTED",
    ]);
    expect((await noticesOf(rude!.authorId)).map(({ kind }) => kind)).toEqual([
      "REVIEW_REJECTED",
      "REVIEW_APPROVED",
    ]);
    expect((await noticesOf(praised!.authorId))[1]?.data).toMatchObject({
      rule: "refunds",
      wasPublished: true,
    });
    for (const scene of [praised!, rude!, plain!]) await expectTrueTallies(scene);
  });

  test("publishes one of an author's copies for several places, and gives the others to a person", async () => {
    const word = newMark();
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const scene = await newScene();
    const body = `시설이 깨끗하고 선생님들이 친절해서 오래 다니고 있어요. 사물함도 넓고 샤워실도 새로 고쳤어요. 환불도 ${word} 잘 됐어요.`;
    const places = [scene, { ...(await newScene()), authorId: scene.authorId }];
    const copies: { revisionId: string }[] = [];
    for (const place of places) copies.push(await submitted(place, { body }));
    await moderateWaiting();
    expect(await statusesOf(copies)).toEqual(["REJECTED", "REJECTED"]);

    await switchOff("refunds");
    await publishDraft();
    await rejudge();
    await workPolicyRuns();
    expect((await statusesOf(copies)).toSorted()).toEqual(["APPROVED", "HELD"]);
    expect(await prisma.verdict.count({ where: { holdReason: "COPIED" } })).toBe(1);
  });

  test("unpublishes a doubtful review and gives it to a person", async () => {
    const [review] = await judgedReviews("누가 그러던데 좋다고 해서 등록했어요");
    // As if the model had been more confident under the previous policy.
    await pool.query(`UPDATE verdict SET decision = 'APPROVE', hold_reason = NULL WHERE revision_id = $1`, [
      review!.revisionId,
    ]);
    await pool.query(`UPDATE moderation_item SET closed_at = now() WHERE revision_id = $1`, [
      review!.revisionId,
    ]);
    await pool.query(`UPDATE review_revision SET status = 'APPROVED' WHERE id = $1`, [review!.revisionId]);
    await pool.query(
      `UPDATE review SET published_revision_id = $1, published_stars = 4, published_at = now() WHERE id = $2`,
      [review!.revisionId, review!.reviewId],
    );
    await rejudge();
    await workPolicyRuns();
    expect(await statusesOf([review!])).toEqual(["HELD"]);
    expect(await openItemsOf(review!.reviewId)).toMatchObject([{ reason: "HELD" }]);
    expect((await reviewOf(review!.reviewId)).publishedRevisionId).toBeNull();
  });

  test("skips what a moderator decided, what waits for one, and what was edited since", async () => {
    const word = newMark();
    const reviews = await judgedReviews(
      ...[1, 2, 3, 4].map((at) => `${"가나다라"[at - 1]} 구역이 ${word} 좋아요`),
    );
    const [byModerator, reported, edited, plain] = reviews;
    await pool.query(`UPDATE verdict SET decided_by = 'MODERATOR' WHERE revision_id = $1`, [
      byModerator!.revisionId,
    ]);
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge();
    expect((await findRun(runId))?.total).toBe(3);
    await pool.query(
      `INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale) VALUES (gen_random_uuid(), $1, 'REPORTED', $2, 'ko')`,
      [reported!.revisionId, reported!.gymId],
    );
    await submitted(edited!, { body: "다시 쓴 글이에요", base: edited!.revisionId });
    await moderateWaiting();
    await workPolicyRuns();

    expect(await statusesOf(reviews)).toEqual(["APPROVED", "APPROVED", "APPROVED", "REJECTED"]);
    const items = await prisma.policyRunItem.findMany({ where: { runId } });
    const failureOf = ({ revisionId }: { revisionId: string }) =>
      items.find((item) => item.revisionId === revisionId)?.failure;
    expect([reported!, edited!, plain!].map(failureOf)).toEqual(["WITH_A_PERSON", "CHANGED", null]);
  });

  test("can be limited to a rule, a gym and a range of days", async () => {
    const [rude, other] = await judgedReviews("여기 씨발 최악이에요", "샤워실이 넓어요");
    const totalOf = async (more: Parameters<typeof rejudge>[0]) => {
      const runId = await rejudge(more);
      await cancelRun({ adminId, runId });
      return (await findRun(runId))?.total;
    };
    expect(await totalOf({})).toBe(2);
    expect(await totalOf({ rule: "profanity" })).toBe(1);
    expect(await totalOf({ gym: other!.gymSlug })).toBe(1);
    await expect(rejudge({ gym: rude!.gymSlug, rule: "hate" })).rejects.toThrow("NOTHING_TO_JUDGE");
    await expect(rejudge({ gym: "nowhere" })).rejects.toThrow("NO_GYM");
    await expect(rejudge({ from: "2020-01-01", to: "2020-12-31" })).rejects.toThrow("NOTHING_TO_JUDGE");
  });

  test("ends when another version is published while it is paused", async () => {
    await judgedReviews("창이 커서 좋아요");
    const runId = await rejudge();
    await switchOff("fake");
    await publishDraft();
    await workPolicyRuns();
    expect(await findRun(runId)).toMatchObject({ status: "CANCELLED", pauseReason: "POLICY", left: 1 });
  });
});

describe("a run", () => {
  const bodies = (count: number, word: string) =>
    Array.from(
      { length: count },
      (_, at) =>
        `${"가나다라마바사아자차카타파하"[at % 14]}${"거너더러"[Math.floor(at / 14)]} 자리가 ${word} 좋아요`,
    );

  test("pauses when its calls are used up, and continues with more", async () => {
    const word = newMark();
    const reviews = await judgedReviews(...bodies(25, word));
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge({ callBudget: 1 });
    await workPolicyRuns();
    expect(await findRun(runId)).toMatchObject({
      status: "PAUSED",
      pauseReason: "BUDGET",
      left: 15,
      callsUsed: 1,
    });
    await workPolicyRuns();
    expect((await findRun(runId))?.left).toBe(15);
    // The batch that exceeded the budget saved no verdict.
    expect(await prisma.verdict.count({ where: { holdReason: "BUDGET" } })).toBe(0);

    expect(await resumeRun({ adminId, runId, moreCalls: 2 })).toEqual({ ok: true, data: { callBudget: 3 } });
    await workPolicyRuns();
    expect(await findRun(runId)).toMatchObject({ status: "DONE", left: 0, callsUsed: 3 });
    expect(new Set(await statusesOf(reviews))).toEqual(new Set(["REJECTED"]));
  });

  test("leaves the last calls of the day to new reviews, and then pauses", async () => {
    const word = newMark();
    await judgedReviews(...bodies(3, word));
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge();
    const { MODERATION_CALLS_PER_DAY } = env();
    const made = await prisma.modelCall.count({ where: { purpose: "MODERATION" } });
    Object.assign(env(), { MODERATION_CALLS_PER_DAY: made + 1 });
    await workPolicyRuns();
    const [review] = await judgedReviews("천장이 높아서 좋아요");
    Object.assign(env(), { MODERATION_CALLS_PER_DAY });
    expect(await statusesOf([review!])).toEqual(["APPROVED"]);
    expect(await findRun(runId)).toMatchObject({ status: "PAUSED", pauseReason: "BUDGET", left: 3 });
  });

  test("pauses when the model cannot be asked", async () => {
    const word = newMark();
    await judgedReviews(...bodies(3, word));
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge();
    const { OPENAI_BASE_URL } = env();
    Object.assign(env(), { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });
    await workPolicyRuns();
    Object.assign(env(), { OPENAI_BASE_URL });
    expect(await findRun(runId)).toMatchObject({ status: "PAUSED", pauseReason: "MODEL", left: 3 });
  });

  test("that is paused during a call changes nothing more, and later continues where it stopped", async () => {
    const word = newMark();
    const reviews = await judgedReviews(`문이 넓어요 ${word} [[model delay=1500]]`);
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge();
    const work = workPolicyRuns();
    await until(async () => (await findRun(runId))?.callsUsed === 1);
    expect(await pauseRun({ adminId, runId })).toBe(true);
    expect(await pauseRun({ adminId, runId })).toBe(false);
    await work;
    expect(await statusesOf(reviews)).toEqual(["APPROVED"]);
    expect(await findRun(runId)).toMatchObject({ status: "PAUSED", pauseReason: "ADMIN", left: 1 });

    expect((await resumeRun({ adminId, runId, moreCalls: 0 })).ok).toBe(true);
    await workPolicyRuns();
    expect(await statusesOf(reviews)).toEqual(["REJECTED"]);
    const audit = await prisma.auditEvent.findMany({ where: { subjectId: runId }, orderBy: { seq: "asc" } });
    expect(audit.map(({ kind }) => kind)).toEqual([
      "POLICY_RUN_STARTED",
      "POLICY_RUN_PAUSED",
      "POLICY_RUN_RESUMED",
    ]);
  });

  test("that was cancelled never continues", async () => {
    await judgedReviews("거울이 많아요");
    const runId = await rejudge();
    expect(await cancelRun({ adminId, runId })).toBe(true);
    await workPolicyRuns();
    expect(await resumeRun({ adminId, runId, moreCalls: 1 })).toEqual({ ok: false, error: "NOT_PAUSED" });
    expect(await findRun(runId)).toMatchObject({ status: "CANCELLED", left: 1, callsUsed: 0 });
  });

  test("waits while another of its kind runs", async () => {
    await judgedReviews("매트가 깨끗해요");
    const first = await rejudge();
    await pauseRun({ adminId, runId: first });
    await rejudge();
    expect(await resumeRun({ adminId, runId: first, moreCalls: 0 })).toEqual({ ok: false, error: "RUNNING" });
  });
});

test("judging again does not wait for a running trial", async () => {
  const word = newMark();
  const [tried, other] = await judgedReviews(`자리가 ${word} 좋아요`, "거울이 많아요");
  await hangOn(tried!.revisionId, word);
  await draftRule(noRefunds(word), true);
  const trialId = await tryDraft();
  const trial = workPolicyRuns();
  await until(async () => (await findRun(trialId))?.callsUsed === 1);

  const runId = await rejudge({ gym: other!.gymSlug });
  void workPolicyRuns();
  await until(async () => (await findRun(runId))?.status === "DONE");
  expect((await findRun(trialId))?.status).toBe("RUNNING");
  await letGo(word);
  await trial;
});

describe("a worker that is killed during a run", () => {
  const { start: startWorker, kill } = killable("test/policy-run-worker.ts");

  test("is replaced by another, and no revision gets a second verdict", async () => {
    const word = newMark();
    const reviews = await judgedReviews(
      ...Array.from({ length: 14 }, (_, at) => `${"가나다라마바사아자차카타파하"[at]} 자리가 ${word} 좋아요`),
    );
    await hangOn(reviews[0]!.revisionId, word);
    await draftRule(noRefunds(word), true);
    await publishDraft();
    const runId = await rejudge();

    const worker = await startWorker();
    // The latest decisions come first: ten are settled, and the model is being asked about the others.
    await until(async () => (await findRun(runId))?.callsUsed === 2);
    await kill(worker);
    expect(await findRun(runId)).toMatchObject({ status: "RUNNING", left: 4 });
    await letGo(word);
    await startWorker();
    await until(async () => (await findRun(runId))?.status === "DONE", 25_000);
    expect(new Set(await statusesOf(reviews))).toEqual(new Set(["REJECTED"]));
    for (const { revisionId } of reviews) expect(await verdictsOf(revisionId)).toHaveLength(2);
    for (const { authorId } of reviews) expect(await noticesOf(authorId)).toHaveLength(2);
  }, 40_000);
});
