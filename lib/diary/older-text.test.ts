import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newMember } from "../../e2e/support/vitest/new-member.ts";
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

/** Opened, and written by nobody. */
async function ask(authorId: UserId, tone: Tone = "F") {
  const opened = await openReply({ authorId, date, tone, timeZone: "Asia/Seoul" });
  if (!opened.ok) throw new Error(opened.error);
  return opened.data;
}

/** Of each reply in turn, whether it answers another text than the page has now. */
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
  test("once the page was changed, while it is written too, and not when it is changed back", async () => {
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

  test("when it was asked for in another tab before the change: who asks again meanwhile is told which text it answers", async () => {
    const authorId = await writerOf("first");
    const first = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    const second = await ask(authorId);
    expect(second).toEqual({ ...first, assignment: null });
    expect(second.fingerprint).not.toBe((await findEntry({ authorId, date }))!.entry.fingerprint);
  });

  test("not when its server died and another one writes it from the page as it is", async () => {
    const authorId = await writerOf("first");
    const { replyId } = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    await letLapse(replyId);
    expect((await takeOverReplies([replyId])).lapsed).toMatchObject([{ body: "second" }]);
    expect(await areOlder(authorId)).toEqual([false]);
  });

  test("but still when it was stopped, and what its server had written is kept", async () => {
    const authorId = await writerOf("first");
    const { replyId } = await ask(authorId);
    await saveEntry({ authorId, date, body: "second" });
    await requestStop({ authorId, replyId });
    await letLapse(replyId);
    await takeOverReplies([replyId]);
    expect(await areOlder(authorId)).toEqual([true]);
  });
});

test("a reply from before texts had names is older than a page saved since", async () => {
  const authorId = await writerOf("first");
  await prisma.entry.updateMany({ where: { authorId }, data: { fingerprint: null } });
  const { fingerprint } = await ask(authorId);
  expect(fingerprint).toBe((await findEntry({ authorId, date }))!.entry.fingerprint);
  expect(await areOlder(authorId)).toEqual([false]);
  await saveEntry({ authorId, date, body: "second" });
  expect(await areOlder(authorId)).toEqual([true]);
});

test("the name of a text is of no use elsewhere: the same text of another day or member has another one", async () => {
  const [one, other] = [await writerOf("the same"), await writerOf("the same")];
  await saveEntry({ authorId: one, date: "2026-11-22", body: "the same" });
  const rows = await prisma.entry.findMany({ where: { authorId: { in: [one, other] } } });
  expect(new Set(rows.map(({ fingerprint }) => fingerprint))).toHaveLength(3);
});
