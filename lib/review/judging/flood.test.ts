import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { countOutcomes, newBody, until } from "../../../test/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { stopModerateJobs, workModerateJobs } from "./judge-job.ts";
import { moderateSoon } from "./judge-waiting.ts";
import { submitReview } from "../submit-review.ts";

const model = await vi.hoisted(async () => {
  const { startModelServer } = await import("../../../scripts/sample-model/server.ts");
  const server = await startModelServer({ port: 0, delay: 0 });
  process.env.OPENAI_BASE_URL = `${server.url}/v1`;
  return server;
});

beforeAll(async () => workModerateJobs(await jobQueue()));
afterAll(async () => {
  const jobs = await jobQueue();
  await stopModerateJobs(jobs);
  await jobs.stop();
  await model.close();
});
beforeEach(async () => {
  await prisma.review.deleteMany();
  await prisma.modelCall.deleteMany();
});

type Arrival = { authorId: UserId; gymSlug: string; body: string };

/** `copies` of the texts repeat another one. */
async function arrivals(count: number, copies: number, suffix = ""): Promise<Arrival[]> {
  const members = await Promise.all(Array.from({ length: count / 10 }, () => newMember()));
  const gyms = await Promise.all(Array.from({ length: 10 }, () => newGym()));
  const texts = Array.from({ length: count - copies }, () => newBody() + suffix);
  return Array.from({ length: count }, (_, at) => ({
    authorId: members[Math.floor(at / 10)]!,
    gymSlug: gyms[at % 10]!.slug,
    // The stride is coprime to the number of texts, so copies come early and late, near and far.
    body: texts[(at * 7) % texts.length]!,
  }));
}

/** Runs the work after each response too. @returns milliseconds of each request */
async function send(list: Arrival[], atATime: number): Promise<number[]> {
  const left = [...list];
  const times: number[] = [];
  const sendNext = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const startedAt = performance.now();
      const result = await submitReview({ ...next, trainerSlug: "", stars: 4, base: "" });
      times.push(performance.now() - startedAt);
      if (!result.ok || !result.data.isNew) throw new Error("not accepted");
      void moderateSoon();
    }
  };
  await Promise.all(Array.from({ length: atATime }, sendNext));
  return times;
}

const pending = () => prisma.reviewRevision.count({ where: { status: "PENDING" } });
const at95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

describe("500 reviews, 50 at a time, 200 of them copies", () => {
  test.each([
    { name: "a model that answers at once", suffix: "" },
    { name: "a slower one", suffix: " [[model delay=400]]" },
  ])(
    "are all accepted and judged, with at most 60 calls: $name",
    async ({ suffix }) => {
      await send(await arrivals(500, 200, suffix), 50);
      await until(async () => (await pending()) === 0, 100_000);
      expect(await countOutcomes()).toEqual({ APPROVED: 500 });
      expect(await prisma.verdict.count({ where: { revision: { status: "APPROVED" } } })).toBe(500);
      expect(await prisma.notice.count({ where: { kind: "REVIEW_APPROVED" } })).toBeGreaterThanOrEqual(500);
      const calls = await prisma.modelCall.count({ where: { purpose: "MODERATION" } });
      expect(calls).toBeGreaterThanOrEqual(30);
      expect(calls).toBeLessThanOrEqual(60);
    },
    120_000,
  );
});

test("the time to send a review depends neither on the model's speed nor on the text's length", async () => {
  const long = ` ${newBody()} 좋아요`.repeat(40).slice(0, 1900);
  const quick = await send(await arrivals(200, 0), 10);
  await until(async () => (await pending()) === 0, 60_000);
  const slow = await send(await arrivals(200, 0, " [[model delay=5000]]"), 10);
  expect(await pending()).toBeGreaterThan(0);
  // Allows for noise: waiting for the model would take seconds.
  const bound = Math.max(at95(quick) * 3, 1000);
  expect(at95(slow)).toBeLessThan(bound);
  await prisma.review.deleteMany();
  const lengthy = await send(await arrivals(200, 0, ` [[model delay=5000]]${long}`), 10);
  expect(at95(lengthy)).toBeLessThan(bound);
  await prisma.review.deleteMany();
}, 120_000);
