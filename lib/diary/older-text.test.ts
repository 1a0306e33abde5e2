import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import type { UserId } from "../auth/user-id.ts";
import { pool, prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import { findEntry, saveEntry } from "./entry-data.ts";
import { answersOlderText } from "./older-text.ts";
import { openReply } from "./open-reply.ts";
import { listReplies, requestStop } from "./reply-data.ts";
import type { Tone } from "./schema.ts";
import { takeOverReplies } from "./take-over-replies.ts";
import { workWatchReplyJobs } from "./watch-reply-job.ts";

const date = "2026-11-21";

beforeAll(async () => workWatchReplyJobs(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

async function writerOf(body: string): Promise<UserId> {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body });
  return authorId;
}

/** Opens a reply that nobody writes. */
async function ask(authorId: UserId, tone: Tone = "F") {
  const opened = await openReply({ authorId, date, tone, timeZone: "Asia/Seoul" });
  if (!opened.ok) throw new Error(opened.error);
  return opened.data;
}

/** Per reply, whether it answers another text than the page's current one. */
async function areOlder(authorId: UserId): Promise<boolean[]> {
  const [found, replies] = await Promise.all([
    findEntry({ authorId, date }),
    listReplies({ authorId, date }),
  ]);
  return replies.map((reply) => answersOlderText(reply, found!.entry));
}

const letLapse = (replyId: string) =>
  pool.query("UPDATE reply SET lease_until = now() - interval '1 second' WHERE id = $1", [replyId]);

describe("a reply answers an older text", () => {
  test("after a change of the page, also while the reply is written, but not after the change is reverted", async () => {
    const authorId = await writerOf("first");
    await ask(authorId);
    expect(await areOlder(authorId)).toEqual([false]);
    await saveEntry({ authorId, date, body: "second" });
    expect(await areOlder(authorId)).toEqual([true]);
    await ask(authorId, "T");
    expect(await areOlder(authorId)).toEqual([true, false]);
    await saveEntry({ authorId, date, body: "first" });
    expect(await areOlder(authorId)).toEqual([false, true]);
  });

  test("not when the same text was saved again", async () => {
    const authorId = await writerOf("the same");
    await ask(authorId);
    await saveEntry({ authorId, date, body: "the same" });
    expect(await areOlder(authorId)).toEqual([false]);
  });

  test("when another tab requested it before the change: a second request gets the fingerprint of the text that it answers", async () => {
    const authorId = await writerOf("first");
    const first = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    const second = await ask(authorId);
    expect(second).toEqual({ ...first, assignment: null });
    expect(second.fingerprint).not.toBe((await findEntry({ authorId, date }))!.entry.fingerprint);
  });

  test("not after a takeover, which writes it from the current page", async () => {
    const authorId = await writerOf("first");
    const { replyId } = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    await letLapse(replyId);
    expect((await takeOverReplies([replyId])).lapsed).toMatchObject([{ body: "second" }]);
    expect(await areOlder(authorId)).toEqual([false]);
  });

  test("also after a takeover of a stopped reply, which keeps its text", async () => {
    const authorId = await writerOf("first");
    const { replyId } = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    await requestStop({ authorId, replyId });
    await letLapse(replyId);
    await takeOverReplies([replyId]);
    expect(await areOlder(authorId)).toEqual([true]);
  });
});

test("a reply older than fingerprints answers an older text if the page was saved since", async () => {
  const authorId = await writerOf("first");
  await prisma.entry.updateMany({ where: { authorId }, data: { fingerprint: null } });
  const { fingerprint } = await ask(authorId);
  expect(fingerprint).toBe((await findEntry({ authorId, date }))!.entry.fingerprint);
  expect(await areOlder(authorId)).toEqual([false]);
  await saveEntry({ authorId, date, body: "second" });
  expect(await areOlder(authorId)).toEqual([true]);
});

test("the same text of another day or member has another fingerprint", async () => {
  const [one, other] = [await writerOf("the same"), await writerOf("the same")];
  await saveEntry({ authorId: one, date: "2026-11-22", body: "the same" });
  const rows = await prisma.entry.findMany({ where: { authorId: { in: [one, other] } } });
  expect(new Set(rows.map(({ fingerprint }) => fingerprint))).toHaveLength(3);
});
