import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { decide, judgedReview, newModerator, seenOf, undone } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { RawModel, type RawRequest, jsonAnswer } from "../../../test/raw-model.ts";
import {
  approval,
  claimed,
  failure,
  hold,
  lapse,
  newBody,
  newScene,
  noticesOf,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
  submitted,
} from "../../../test/review-scene.ts";
import { findModelPause } from "../../ai/circuit-breaker.ts";
import { pool, prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { claimRevisions, listUndecided } from "./claim-revisions.ts";
import { decideRevision } from "../decision/decide.ts";
import { countQueue } from "../desk/queue-counts.ts";
import { listQueue } from "../desk/queue-list.ts";
import { queueQuerySchema } from "../desk/queue-query.ts";
import { tellAuthor } from "../decision/notify-author.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { moderateWaiting } from "./judge-waiting.ts";
import { giveUpRetrying, retryNow } from "./retry-failed.ts";
import { settleRevision } from "./settle-revision.ts";

startWithoutReviews();

const settings = { ...env() };
let model: RawModel | undefined;
let isAway = true;
beforeEach(async () => {
  await prisma.modelCall.deleteMany();
  await prisma.modelPause.deleteMany();
  isAway = true;
});
afterEach(async () => {
  Object.assign(env(), settings);
  await model?.close();
  model = undefined;
});

/** Fails until it is back, and then approves everything but control items. */
async function startModel() {
  model = await RawModel.start((request) =>
    isAway ? jsonAnswer({ error: { message: "down" } }, "503 Service Unavailable") : approveAll(request),
  );
  Object.assign(env(), { OPENAI_BASE_URL: model.url });
}

function approveAll({ body }: RawRequest): string {
  const prompt = (body.messages as { content: string }[]).at(-1)!.content;
  const items = [...prompt.matchAll(/id="([^"]+)">\n(.*)\n/g)];
  const verdicts = items.map(([, id, text]) => ({
    id,
    evidence: [],
    rule: "none",
    alsoBroken: [],
    decision: text!.includes("운동") ? "APPROVE" : "HOLD",
    confidence: 0.97,
  }));
  return jsonAnswer({ choices: [{ message: { content: JSON.stringify({ verdicts }) } }] });
}

const statusesOf = async (ids: string[]) => {
  const revisions = await prisma.reviewRevision.findMany({ where: { id: { in: ids } } });
  return [...new Set(revisions.map(({ status }) => status))];
};
const age = (revisionId: string, hours: number) =>
  pool.query(
    `UPDATE review_revision SET decided_at = decided_at - $2 * interval '1 hour', retry_at = now() - interval '1 second' WHERE id = $1`,
    [revisionId, hours],
  );
const letPauseEnd = () => pool.query("UPDATE model_pause SET retry_at = now() - interval '1 second'");
const waiting = async () => (await listQueue(queueQuerySchema.parse({ state: "WAITING" }))).rows;
const forPeople = async () => (await listQueue(queueQuerySchema.parse({}))).rows;

test("an outage pauses the calls and is probed by one call at a time; nothing is lost or delayed when it ends", async () => {
  await startModel();
  const scenes = [];
  for (let count = 0; count < 13; count += 1) {
    const scene = await newScene();
    scenes.push({ ...scene, ...(await submitted(scene, { body: `운동 ${newBody()}` })) });
  }
  const ids = scenes.map(({ revisionId }) => revisionId);
  await moderateWaiting();
  expect(await statusesOf(ids)).toEqual(["FAILED"]);
  expect(await findModelPause("MODERATION")).toMatchObject({ isDue: false, reason: "MODEL_UNAVAILABLE" });
  expect(model!.requests.length).toBeLessThan(20);
  expect((await waiting()).map(({ reason }) => reason)).toEqual(Array(13).fill("WAITING"));
  expect(await forPeople()).toEqual([]);

  // During the pause new texts are not judged, and failed ones are not retried.
  const late = await submitted(scenes[0]!, {
    trainerSlug: scenes[0]!.trainerSlug,
    body: `운동 ${newBody()}`,
  });
  const before = model!.requests.length;
  await moderateWaiting();
  expect(await statusesOf([late.revisionId])).toEqual(["FAILED"]);
  expect(model!.requests).toHaveLength(before);

  // One call probes the end of the pause, however many revisions wait.
  for (const round of [1, 2, 3]) {
    await letPauseEnd();
    await moderateWaiting();
    expect(model!.requests).toHaveLength(before + round);
  }
  const { attempt } = await revisionOf(ids[0]!);
  expect(attempt % 100).toBe(0); // no judge died over it
  for (const { authorId } of scenes.slice(1))
    expect(await noticesOf(authorId)).toMatchObject([{ kind: "REVIEW_DELAYED" }]);

  isAway = false;
  await letPauseEnd();
  await moderateWaiting();
  expect(await statusesOf([...ids, late.revisionId])).toEqual(["APPROVED"]);
  expect(await findModelPause("MODERATION")).toBeNull();
  expect(await countQueue()).toMatchObject({ WAITING: { count: 0 }, FAILED: { count: 0 } });
  for (const { authorId, reviewId, revisionId } of scenes.slice(1)) {
    expect(await noticesOf(authorId)).toMatchObject([
      { kind: "REVIEW_DELAYED" },
      { kind: "REVIEW_APPROVED" },
    ]);
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
  }
  // Fourteen texts, ten in a call.
  expect(model!.requests.length - before).toBeLessThanOrEqual(3 + 2);
}, 30_000);

describe("a review that waits for the model", () => {
  test("because the model fails for it alone is tried after a minute, and then less and less often", async () => {
    const { revisionId } = await judgedReview(failure);
    const waitOf = async () => {
      const { retryAt } = await revisionOf(revisionId);
      return Math.round((retryAt!.getTime() - Date.now()) / 60_000);
    };
    expect(await waitOf()).toBe(1);
    // Its job is due then, not before.
    const [undecided] = await listUndecided([revisionId]);
    expect(Math.abs(undecided!.secondsLeft - 60)).toBeLessThan(10);
    expect(await claimRevisions({ mayCallModel: true })).toBeNull();
    for (const hours of [1, 2, 4]) {
      await age(revisionId, hours);
      await settleRevision(await claimed(revisionId), failure);
    }
    expect(await waitOf()).toBe(7 * 60);
  });

  test.each([
    ["approved", approval, "APPROVED", "REVIEW_APPROVED", []],
    ["rejected", rejection, "REJECTED", "REVIEW_REJECTED", []],
    ["held", hold, "HELD", "REVIEW_HELD", ["HELD"]],
  ])("is %s when it is judged", async (_, outcome, status, kind, reasons) => {
    const { authorId, reviewId, revisionId } = await judgedReview(failure);
    await retryNow();
    await settleRevision(await claimed(revisionId), outcome);
    expect(await revisionOf(revisionId)).toMatchObject({ status, retryAt: null, leaseUntil: null });
    expect((await openItemsOf(reviewId)).map(({ reason }) => reason)).toEqual(reasons);
    expect((await noticesOf(authorId)).map((notice) => notice.kind)).toEqual(["REVIEW_DELAYED", kind]);
    expect(await prisma.verdict.count({ where: { revisionId } })).toBe(1);
  });

  test("gets to a person after a day, and is not tried again", async () => {
    const { authorId, reviewId, revisionId } = await judgedReview(failure);
    await giveUpRetrying();
    expect(await openItemsOf(reviewId)).toMatchObject([{ waitsForModel: true }]);
    await age(revisionId, 24);
    expect(await listUndecided([revisionId])).toEqual([{ revisionId, secondsLeft: 0 }]);
    await giveUpRetrying();
    expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "FAILED", waitsForModel: false }]);
    expect(await countQueue()).toMatchObject({ WAITING: { count: 0 }, FAILED: { count: 1 } });
    expect((await forPeople()).map(({ reason }) => reason)).toEqual(["FAILED"]);
    expect(await listUndecided([revisionId])).toEqual([]);
    await retryNow();
    expect(await claimRevisions({ mayCallModel: true })).toBeNull();
    expect(await noticesOf(authorId)).toHaveLength(1);
  });

  test("is not given up while a judge has leased it", async () => {
    const { reviewId, revisionId } = await judgedReview(failure);
    await age(revisionId, 25);
    const claim = await claimed(revisionId);
    await giveUpRetrying();
    await settleRevision(claim, approval);
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
  });

  test("is claimed by another server when the first one dies, and only the later verdict counts", async () => {
    const { revisionId } = await judgedReview(failure);
    await retryNow();
    const dead = await claimed(revisionId);
    expect(await claimRevisions({ mayCallModel: true })).toBeNull();
    await lapse(revisionId);
    const next = await claimed(revisionId);
    expect(next.attempt).toBe(dead.attempt + 1);
    expect(await settleRevision(dead, rejection)).toBe(false);
    expect(await settleRevision(next, approval)).toBe(true);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED" });
  });

  test("can be decided by a moderator at any time, also when it has been tried since the page was loaded", async () => {
    const { revisionId } = await judgedReview(failure);
    const seen = await seenOf(revisionId);
    await retryNow();
    await settleRevision(await claimed(revisionId), failure);
    await retryNow();
    const claim = await claimed(revisionId);
    const moderatorId = await newModerator();
    expect(await decideRevision({ moderatorId, revisionId, kind: "APPROVE", seen })).toMatchObject({
      ok: true,
    });
    expect(await settleRevision(claim, rejection)).toBe(false);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED" });
    expect(await decideRevision({ moderatorId, revisionId, kind: "HOLD", seen })).toMatchObject({
      error: "CHANGED",
    });
  });

  test("waits again, with a job, when that decision is undone", async () => {
    const { reviewId, revisionId } = await judgedReview(failure);
    const before = await revisionOf(revisionId);
    const actId = await decide(await newModerator(), revisionId, "REJECT");
    await pool.query("DELETE FROM pgboss.job");
    await undone(actId);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "FAILED", retryAt: before.retryAt });
    expect(await openItemsOf(reviewId)).toMatchObject([{ waitsForModel: true }]);
    const { rows } = await pool.query(`SELECT FROM pgboss.job WHERE data->>'revisionId' = $1`, [revisionId]);
    expect(rows).toHaveLength(1);
  });

  test("and is being judged keeps copies of its text waiting for its verdict", async () => {
    const body = newBody();
    const { revisionId } = await submitted(await newScene(), { body });
    await settleRevision(await claimed(revisionId), failure);
    await retryNow();
    await claimed(revisionId);
    const copy = await submitted(await newScene(), { body });
    expect(await claimRevisions({ mayCallModel: true })).toBeNull();
    expect(await revisionOf(copy.revisionId)).toMatchObject({ status: "PENDING" });
  });
});

test("when a moderator has it judged again during an outage, the author is notified of the delay and of the verdict", async () => {
  const jobs = await jobQueue();
  const { authorId, revisionId } = await judgedReview(approval);
  const actId = await decide(await newModerator(), revisionId, "REJUDGE");
  await settleRevision(await claimed(revisionId), failure);
  await tellAuthor(jobs, actId);
  await retryNow();
  await settleRevision(await claimed(revisionId), approval);
  await tellAuthor(jobs, actId);
  await tellAuthor(jobs, actId);
  expect((await noticesOf(authorId)).map(({ kind }) => kind)).toEqual([
    "REVIEW_APPROVED",
    "REVIEW_DELAYED",
    "REVIEW_APPROVED",
  ]);
});
