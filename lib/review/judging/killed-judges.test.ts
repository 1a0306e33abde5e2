// Judges run in separate processes, which are killed with SIGKILL, as in a power cut. Their work is neither lost nor done
// twice.
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { killable } from "../../../test/killable.ts";
import { newMember } from "../../../test/new-member.ts";
import {
  type Place,
  countOutcomes,
  expectTrueTallies,
  lapse,
  newBody,
  newPlace,
  newScene,
  noticesOf,
  reviewOf,
  revisionOf,
  submitted,
  until,
} from "../../../test/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { pool, prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { textHash } from "../../moderation/patterns/normalise.ts";
import { createModerateQueue } from "./judge-job.ts";
import { moderateReviewQueue } from "../revision/judge-queue.ts";

const model = await vi.hoisted(async () => {
  const { startModelServer } = await import("../../../scripts/sample-model/server.ts");
  const server = await startModelServer({ port: 0, delay: 150 });
  process.env.OPENAI_BASE_URL = `${server.url}/v1`;
  return server;
});

beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => {
  await (await jobQueue()).stop();
  await model.close();
});
beforeEach(async () => {
  await prisma.review.deleteMany();
  await prisma.modelCall.deleteMany();
  await pool.query(`DELETE FROM pgboss.job WHERE name = $1`, [moderateReviewQueue]);
});

const { start: startJudge, kill } = killable("test/moderation-worker.ts");
const { start: startPoisoned } = killable("test/poisoned-moderation-worker.ts");

const statusOf = async (revisionId: string) => (await revisionOf(revisionId)).status;
const isLeased = async (revisionId: string) => (await revisionOf(revisionId)).leaseUntil !== null;

test("a server that died right after it accepted a review: the next one judges it", async () => {
  // No judging follows in this process: only the committed rows and the job remain.
  const scene = await newScene();
  const { reviewId, revisionId } = await submitted(scene);
  await startJudge();
  await until(async () => (await statusOf(revisionId)) === "APPROVED");
  expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
  expect(await noticesOf(scene.authorId)).toHaveLength(1);
}, 30_000);

test("when a judge is killed during a model call, another takes over within about twenty seconds", async () => {
  const scene = await newScene();
  const { revisionId } = await submitted(scene, { body: `${newBody()} [[model delay=3000]]` });
  const first = await startJudge();
  await until(() => isLeased(revisionId));
  await kill(first);
  const killedAt = performance.now();
  await startJudge();
  await until(async () => (await statusOf(revisionId)) === "APPROVED", 40_000);
  expect(performance.now() - killedAt).toBeLessThan(30_000);
  expect(await revisionOf(revisionId)).toMatchObject({ attempt: 2 });
  expect(await prisma.verdict.count({ where: { revisionId } })).toBe(1);
  expect(await noticesOf(scene.authorId)).toHaveLength(1);
}, 60_000);

test("a judge that is stopped completes its current work and claims nothing new", async () => {
  const { revisionId } = await submitted(await newScene(), { body: `${newBody()} [[model delay=1500]]` });
  const judge = await startJudge();
  await until(() => isLeased(revisionId));
  const exited = once(judge, "exit");
  const stopping = once(judge, "message");
  judge.kill("SIGTERM");
  await stopping;
  const late = await submitted(await newScene());
  expect(await exited).toEqual([0, null]);
  expect(await statusOf(revisionId)).toBe("APPROVED");
  expect(await statusOf(late.revisionId)).toBe("PENDING");
}, 30_000);

test("a text that hangs the patterns gets to a person, and the texts beside it are judged, also after a kill", async () => {
  const poison = await submitted(await newScene(), { body: `${newBody()} [[hang]]` });
  const beside = await submitted(await newScene());
  const first = await startPoisoned();
  await until(() => isLeased(poison.revisionId));
  await kill(first);
  expect(await revisionOf(poison.revisionId)).toMatchObject({ status: "PENDING", attempt: 1 });

  await Promise.all([poison, beside].map(({ revisionId }) => lapse(revisionId)));
  await submitted(await newScene()); // its job wakes the next judge at once
  await startPoisoned();
  await until(async () => (await statusOf(beside.revisionId)) === "APPROVED");
  await until(async () => (await statusOf(poison.revisionId)) === "HELD");
  expect(await revisionOf(poison.revisionId)).toMatchObject({ attempt: 2 });
  expect(await prisma.verdict.findMany({ where: { revisionId: poison.revisionId } })).toMatchObject([
    { decision: "HOLD", decidedBy: "RULE", holdReason: "UNREADABLE" },
  ]);
}, 30_000);

/** Inserts reviews and their jobs in a few statements. */
async function pileUp(count: number) {
  const places: Place[] = [];
  const memberIds: UserId[] = [];
  while (places.length < 20) places.push(await newPlace());
  while (memberIds.length < count / 20) memberIds.push(await newMember());
  const rows = Array.from({ length: count }, (_, at) => {
    // Every fifth is a copy.
    const body = at % 5 === 4 ? `같은 글이에요 ${"가나다라마바사아자차"[at % 10]}` : newBody();
    return {
      reviewId: crypto.randomUUID(),
      revisionId: crypto.randomUUID(),
      authorId: memberIds[Math.floor(at / 20)]!,
      gymId: places[at % 20]!.gymId,
      stars: 1 + (at % 5),
      body,
    };
  });
  await prisma.review.createMany({
    data: rows.map(({ reviewId: id, authorId, gymId }) => ({ id, authorId, gymId })),
  });
  await prisma.reviewRevision.createMany({
    data: rows.map(({ reviewId, revisionId: id, stars, body }) => {
      return { id, reviewId, number: 1, stars, body, bodyHash: textHash(body), locale: "ko" };
    }),
  });
  const jobs = rows.map(({ revisionId }) => ({ data: { revisionId } }));
  await (await jobQueue()).insert(moderateReviewQueue, jobs);
  return { places, memberIds };
}

test("2,000 reviews, three judges, one of them killed every few seconds: one verdict and one notice each", async () => {
  const { places, memberIds } = await pileUp(2000);
  const working = await Promise.all([startJudge(), startJudge(), startJudge()]);
  const pending = () => prisma.reviewRevision.count({ where: { status: "PENDING" } });

  let kills = 0;
  for (; kills < 8 && (await pending()) > 0; kills += 1) {
    await wait(2500);
    await kill(working.shift()!);
    working.push(await startJudge());
  }
  await until(async () => (await pending()) === 0, 120_000);
  expect(kills).toBeGreaterThanOrEqual(2);
  expect(await countOutcomes()).toEqual({ APPROVED: 2000 });
  expect(await prisma.verdict.count()).toBe(2000);
  expect(await prisma.notice.count({ where: { memberId: { in: memberIds } } })).toBe(2000);
  for (const place of places) await expectTrueTallies(place);
}, 180_000);
