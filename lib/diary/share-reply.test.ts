import { describe, expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { prisma } from "../db.ts";
import { deleteEntry, findEntry, saveEntry } from "./entry-data.ts";
import { listReplies, saveFeedback, sealReplyText } from "./reply-data.ts";
import { listOwnSharedReplies, shareReply, takeBackReply } from "./share-reply.ts";
import { listSharedReplies, readSharedReply } from "./shared-reply-desk.ts";

const date = "2026-11-21";

async function unhappyReply(body = "오늘은 힘들었다.") {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body });
  const entryId = (await findEntry({ authorId, date }))!.id;
  const key = (await findDataKey(authorId))!;
  const replyId = crypto.randomUUID();
  await prisma.reply.create({
    data: {
      id: replyId,
      entryId,
      authorId,
      tone: "F",
      status: "DONE",
      text: sealReplyText(key, authorId, replyId, "많이 힘들었겠어요."),
      endedAt: new Date(),
    },
  });
  await saveFeedback({ authorId, replyId, feedback: "DOWN" });
  return { authorId, replyId };
}

const readAs = (adminId: UserId, replyId: string) => readSharedReply({ adminId, replyId });
const isListed = async (replyId: string) => (await prisma.sharedReply.count({ where: { replyId } })) > 0;
const readings = (replyId: string) =>
  prisma.auditEvent.findMany({ where: { kind: "SHARED_REPLY_READ", subjectId: replyId } });

describe("a reply and its page", () => {
  test("are shown to the team by the member's choice, as they were then", async () => {
    const [own, adminId] = await Promise.all([unhappyReply(), newMember()]);
    expect(await readAs(adminId, own.replyId)).toBeNull();
    expect(await shareReply(own)).toBe(true);
    await saveEntry({ authorId: own.authorId, date, body: "다시 썼다." });
    expect(await shareReply(own)).toBe(true); // a second click
    expect(await readAs(adminId, own.replyId)).toMatchObject({
      tone: "F",
      entry: "오늘은 힘들었다.",
      reply: "많이 힘들었겠어요.",
    });
    expect(await listReplies({ authorId: own.authorId, date })).toMatchObject([{ isShared: true }]);
    expect(await listOwnSharedReplies(own.authorId)).toMatchObject([
      { replyId: own.replyId, date, tone: "F" },
    ]);
    expect((await listSharedReplies(1)).lines.map(({ replyId }) => replyId)).toContain(own.replyId);
  });

  test("add one entry to the audit log each time they are opened", async () => {
    const [own, adminId] = await Promise.all([unhappyReply(), newMember()]);
    await readAs(adminId, own.replyId);
    expect(await readings(own.replyId)).toEqual([]);
    await shareReply(own);
    await listSharedReplies(1);
    expect(await readings(own.replyId)).toEqual([]);
    await readAs(adminId, own.replyId);
    await readAs(adminId, own.replyId);
    expect(await readings(own.replyId)).toMatchObject([{ actorId: adminId, data: {} }, { actorId: adminId }]);
  });

  test("are sealed for this row only", async () => {
    const own = await unhappyReply("nobody may read this");
    await shareReply(own);
    const row = await prisma.sharedReply.findUniqueOrThrow({ where: { replyId: own.replyId } });
    for (const sealed of [row.entry, row.reply])
      expect(Buffer.from(sealed).toString("latin1")).not.toMatch(/nobody|많이/);

    // An envelope of the diary itself, in the place of a copy.
    const { entry } = await prisma.reply.findUniqueOrThrow({
      where: { id: own.replyId },
      include: { entry: true },
    });
    await prisma.sharedReply.update({ where: { replyId: own.replyId }, data: { entry: entry.body } });
    const { records } = captureLog();
    expect(await readAs(await newMember(), own.replyId)).toMatchObject({
      entry: null,
      reply: "많이 힘들었겠어요.",
    });
    expect(records).toMatchObject([{ event: "sealed text does not open" }]);
  });
});

describe("sharing", () => {
  test("can be started and ended only by the member", async () => {
    const [own, stranger] = await Promise.all([unhappyReply(), newMember()]);
    expect(await shareReply({ ...own, authorId: stranger })).toBe(false);
    expect(await isListed(own.replyId)).toBe(false);
    await shareReply(own);
    await takeBackReply({ ...own, authorId: stranger });
    expect(await isListed(own.replyId)).toBe(true);
    expect(await listOwnSharedReplies(stranger)).toEqual([]);
    await takeBackReply(own);
    await takeBackReply(own);
    expect(await isListed(own.replyId)).toBe(false);
    expect(await readAs(stranger, own.replyId)).toBeNull();
  });

  test("needs a thumb down, and ends with it", async () => {
    const own = await unhappyReply();
    for (const feedback of ["UP", null] as const) {
      await saveFeedback({ ...own, feedback: "DOWN" });
      expect(await shareReply(own)).toBe(true);
      await saveFeedback({ ...own, feedback });
      expect(await isListed(own.replyId)).toBe(false);
      expect(await shareReply(own)).toBe(false);
    }
  });

  test("is not ended by a stranger's feedback", async () => {
    const [own, stranger] = await Promise.all([unhappyReply(), newMember()]);
    await shareReply(own);
    expect(await saveFeedback({ authorId: stranger, replyId: own.replyId, feedback: "UP" })).toBe(false);
    expect(await isListed(own.replyId)).toBe(true);
  });

  test.each(["page", "member"] as const)("ends with the %s", async (what) => {
    const own = await unhappyReply();
    await shareReply(own);
    if (what === "page") await deleteEntry({ authorId: own.authorId, date });
    else await prisma.member.delete({ where: { id: own.authorId } });
    expect(await isListed(own.replyId)).toBe(false);
  });

  test("and a concurrent change of the thumb leave nothing behind", async () => {
    for (let round = 0; round < 10; round += 1) {
      const own = await unhappyReply();
      await Promise.all([shareReply(own), saveFeedback({ ...own, feedback: "UP" })]);
      expect(await isListed(own.replyId)).toBe(false);
    }
  });
});
