import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { answerWell, refuse, refuseKey, startFakeOpenai } from "../../e2e/support/fake-openai.ts";
import { newMember } from "../../e2e/support/vitest/new-member.ts";
import { checkFailingModels } from "../ai/health/check-models-job.ts";
import { listOutages } from "../ai/health/outage-data.ts";
import { onRecovery, writeCallRecords } from "../ai/health/record-call.ts";
import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { workPushJobs } from "../notice/push-job.ts";
import { saveEntry } from "./entry-data.ts";
import { listReplies } from "./reply-data.ts";
import { requestReply } from "./request-reply.ts";
import type { Tone } from "./schema.ts";
import { hasWaitingAuthors, tellWaitingAuthors } from "./tell-waiting-authors.ts";
import { workWatchReplyJobs } from "./watch-reply-job.ts";

const date = "2026-11-21";
const settings = { ...env() };
let fake: Awaited<ReturnType<typeof startFakeOpenai>>;
const waiting = { isAnybody: hasWaitingAuthors, tell: tellWaitingAuthors };

beforeAll(async () => {
  fake = await startFakeOpenai();
  const jobs = await jobQueue();
  await workWatchReplyJobs(jobs);
  await workPushJobs(jobs);
});
afterAll(async () => {
  await fake.close();
  await (await jobQueue()).stop();
});
beforeEach(async () => {
  Object.assign(env(), settings, { OPENAI_BASE_URL: fake.url });
  await prisma.modelOutage.deleteMany();
  await prisma.reply.deleteMany();
  fake.calls.length = 0;
  fake.answer = refuseKey;
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  onRecovery(async () => undefined); // as if the server that ended the outage was killed then
});
afterEach(() => void Object.assign(env(), settings));

async function newWriter(): Promise<UserId> {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body: "오늘의 일기" });
  return authorId;
}

/** Asks, waits for the end, and says how that was. */
async function ask(authorId: UserId, tone: Tone = "F") {
  const asked = await requestReply({ authorId, date, tone, timeZone: "Asia/Seoul" });
  if (!asked.ok) throw new Error(asked.error);
  await asked.data.written;
  await writeCallRecords();
  return (await listReplies({ authorId, date })).at(-1)!;
}

const noticesOf = (memberId: string) =>
  prisma.notice.findMany({ where: { memberId, kind: "SORA_WORKS_AGAIN" }, select: { data: true } });
const failureOf = async (authorId: UserId) => (await listReplies({ authorId, date })).at(-1)!.failure;
const letPass = () => prisma.$executeRaw`UPDATE model_outage SET last_failed_at = now() - interval '1 hour'`;

describe("a reply that failed for want of a repair", () => {
  test("is told so, and its author once when Sora works again", async () => {
    const authorId = await newWriter();
    expect(await ask(authorId, "T")).toMatchObject({ status: "FAILED", failure: "MODEL_NEEDS_REPAIR" });
    expect(await ask(authorId, "F")).toMatchObject({ failure: "MODEL_NEEDS_REPAIR" });
    expect(await listOutages()).toMatchObject([{ purpose: "REPLY", cause: "KEY_REFUSED", status: 401 }]);

    await letPass();
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toEqual([]);

    await letPass();
    fake.answer = answerWell;
    await checkFailingModels(waiting);
    expect(await listOutages()).toEqual([]);
    expect(await noticesOf(authorId)).toEqual([{ data: { date } }]);
    expect(await failureOf(authorId)).toBe("MODEL_REPAIRED");

    await checkFailingModels(waiting);
    await tellWaitingAuthors();
    expect(await noticesOf(authorId)).toHaveLength(1);

    // The next outage is another one.
    fake.answer = refuseKey;
    await ask(authorId);
    fake.answer = answerWell;
    await letPass();
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toHaveLength(2);
  });

  test("is told of by whoever is answered first", async () => {
    onRecovery(tellWaitingAuthors);
    const [first, second, third] = [await newWriter(), await newWriter(), await newWriter()];
    await ask(first);
    await ask(second);
    fake.answer = answerWell;
    expect(await ask(third)).toMatchObject({ status: "DONE" });
    expect(await noticesOf(first)).toHaveLength(1);
    expect(await noticesOf(second)).toHaveLength(1);
    expect(await noticesOf(third)).toEqual([]);
  });

  test("is no news for an author who asked again and was answered", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    fake.answer = answerWell;
    expect(await ask(authorId)).toMatchObject({ status: "DONE" });
    await tellWaitingAuthors();
    expect(await noticesOf(authorId)).toEqual([]);
  });

  test("is told of though the server died before it could note anything", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    await prisma.modelOutage.deleteMany();

    // That the model works is seen before it is said.
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toEqual([]);
    expect(await listOutages()).toHaveLength(1);

    fake.answer = answerWell;
    await prisma.modelOutage.deleteMany();
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toHaveLength(1);
  });

  test("by two servers at once is told of once", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    await Promise.all(Array.from({ length: 5 }, tellWaitingAuthors));
    expect(await noticesOf(authorId)).toHaveLength(1);
  });
});

test.each([
  ["503", refuse(503, "", "text/plain"), "MODEL_UNAVAILABLE"],
  [
    "429",
    refuse(429, { error: { message: "slow down", type: "requests", code: "rate_limit_exceeded" } }),
    "MODEL_BUSY",
  ],
])("where later helps (%s) no one is promised anything", async (_, answer, failure) => {
  fake.answer = (response, request) => {
    response.setHeader("retry-after", "0");
    answer(response, request);
  };
  const authorId = await newWriter();
  expect(await ask(authorId)).toMatchObject({ failure });
  expect(fake.calls).toHaveLength(3);
  fake.answer = answerWell;
  await letPass();
  await checkFailingModels(waiting);
  expect(await prisma.modelOutage.count()).toBe(0);
  expect(await noticesOf(authorId)).toEqual([]);
});
