import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerWell, refuse, refuseKey, startFakeOpenai } from "../../e2e/support/fake-openai.ts";
import { newMember } from "../../test/new-member.ts";
import { checkFailingModels, checkModelsQueue, workCheckModelsJobs } from "../ai/health/check-models-job.ts";
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
import { hasWaitingAuthors, notifyWaitingAuthors } from "./notify-waiting-authors.ts";
import { workWatchReplyJobs } from "./watch-reply-job.ts";

const date = "2026-11-21";
const settings = { ...env() };
let fake: Awaited<ReturnType<typeof startFakeOpenai>>;
const waiting = { isAnybody: hasWaitingAuthors, notify: notifyWaitingAuthors };

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
  onRecovery(async () => undefined); // as if the server that ended the outage was killed before it could notify
});
afterEach(() => void Object.assign(env(), settings));

async function newWriter(): Promise<UserId> {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body: "오늘의 일기" });
  return authorId;
}

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

describe("a reply that failed because something needs repair", () => {
  test("states that, and its author gets one notice when Sora works again", async () => {
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
    await notifyWaitingAuthors();
    expect(await noticesOf(authorId)).toHaveLength(1);

    // A second outage.
    fake.answer = refuseKey;
    await ask(authorId);
    fake.answer = answerWell;
    await letPass();
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toHaveLength(2);
  });

  test("leads to its notice as soon as any reply succeeds", async () => {
    onRecovery(notifyWaitingAuthors);
    const [first, second, third] = [await newWriter(), await newWriter(), await newWriter()];
    await ask(first);
    await ask(second);
    fake.answer = answerWell;
    expect(await ask(third)).toMatchObject({ status: "DONE" });
    expect(await noticesOf(first)).toHaveLength(1);
    expect(await noticesOf(second)).toHaveLength(1);
    expect(await noticesOf(third)).toEqual([]);
  });

  test("leads to no notice for an author who asked again and was answered", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    fake.answer = answerWell;
    expect(await ask(authorId)).toMatchObject({ status: "DONE" });
    await notifyWaitingAuthors();
    expect(await noticesOf(authorId)).toEqual([]);
  });

  test("leads to its notice even when the server died before it recorded the outage", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    await prisma.modelOutage.deleteMany();

    // Nobody is notified before a check has succeeded.
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toEqual([]);
    expect(await listOutages()).toHaveLength(1);

    fake.answer = answerWell;
    await prisma.modelOutage.deleteMany();
    await checkFailingModels(waiting);
    expect(await noticesOf(authorId)).toHaveLength(1);
  });

  test("is checked by a job every minute", async () => {
    const jobs = await jobQueue();
    await workCheckModelsJobs(jobs, waiting, async () => {});
    expect(await jobs.getSchedules(checkModelsQueue)).toMatchObject([{ cron: "* * * * *" }]);
    const authorId = await newWriter();
    await ask(authorId);
    await letPass();
    fake.answer = answerWell;
    await jobs.send(checkModelsQueue);
    await expect.poll(() => noticesOf(authorId), { timeout: 10_000 }).toHaveLength(1);
  });

  test("leads to one notice when two servers notify at once", async () => {
    const authorId = await newWriter();
    await ask(authorId);
    await Promise.all(Array.from({ length: 5 }, notifyWaitingAuthors));
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
])("a failure that may pass (%s) promises no notice", async (_, answer, failure) => {
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
