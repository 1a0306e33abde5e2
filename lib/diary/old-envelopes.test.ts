import { readFile } from "node:fs/promises";

import { afterEach, describe, expect, test, vi } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import type { UserId } from "../auth/user-id.ts";
import { createDataKey, findDataKey, openDataKey } from "../crypto/data-key.ts";
import { rotateKeys } from "../crypto/key-registry.ts";
import { hasVersion, seal } from "../crypto/seal.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { instruments } from "../instruments.ts";
import { entryFingerprint, findEntry, saveEntry } from "./entry-data.ts";
import { listDays } from "./past-data.ts";
import { openPieces, saveFeedback, sealPieces } from "./reply-data.ts";
import { settleReply } from "./reply-lease.ts";
import { shareReply, takeBackReply } from "./share-reply.ts";
import { readSharedReply } from "./shared-reply-desk.ts";

const date = "2026-11-21";
const older = "2026-11-20";

vi.useFakeTimers({ toFake: ["Date"] });
/** Advances the clock, so that the cached answer about the format expires. */
const later = () => vi.setSystemTime(Date.now() + 11_000);

async function writeVersionsFrom(when: string): Promise<void> {
  await pool.query(`UPDATE envelope_format SET written_from = now() + interval '${when}'`);
  later();
}

afterEach(() => writeVersionsFrom("0 days"));

const rowOf = (authorId: UserId) =>
  prisma.entry.findUniqueOrThrow({ where: { authorId_date: { authorId, date: new Date(date) } } });
const putBack = (authorId: UserId, data: { body: Uint8Array<ArrayBuffer>; bodyVersion?: null }) =>
  prisma.entry.updateMany({ where: { authorId, date: new Date(date) }, data });
const countDamaged = async () => (await instruments.damagedTexts.get()).values[0]?.value ?? 0;

/** An earlier release does not know versions and does not write that column. */
async function saveByEarlierRelease(authorId: UserId, body: string): Promise<void> {
  const { id } = await rowOf(authorId);
  const key = (await findDataKey(authorId))!;
  const sealed = seal(key, body, ["member", authorId, "entry", id, "body"]);
  const fingerprint = entryFingerprint(key, authorId, id, body);
  await prisma.entry.update({ where: { id }, data: { body: sealed, fingerprint } });
}

async function pageWrittenTwice() {
  const authorId = await newMember();
  await saveEntry({ authorId, date: older, body: "the day before" });
  await saveEntry({ authorId, date, body: "first" });
  const { body: first } = await rowOf(authorId);
  await saveEntry({ authorId, date, body: "second" });
  return { authorId, first };
}

async function expectSealed(authorId: UserId): Promise<void> {
  const { records } = captureLog();
  const before = await countDamaged();
  expect((await findEntry({ authorId, date }))?.entry).toMatchObject({ body: "", isSealed: true });
  const days = await listDays({ authorId, month: "2026-11", before: "2026-12-01" });
  expect(days).toMatchObject([
    { date, isSealed: true },
    { date: older, excerpt: "the day before", isSealed: false },
  ]);
  expect((await countDamaged()) - before).toBe(2);
  expect(records).toMatchObject([
    { level: "error", event: "sealed text does not open" },
    { event: "sealed text does not open" },
  ]);
}

const bodyOf = async (authorId: UserId) => (await findEntry({ authorId, date }))?.entry.body;

describe("an earlier envelope of a page, put back in its row", () => {
  test("shows as sealed and is counted, the other pages open, and saving the page again repairs it", async () => {
    const { authorId, first } = await pageWrittenTwice();
    expect(hasVersion(first)).toBe(true);
    await putBack(authorId, { body: first });
    await expectSealed(authorId);
    await putBack(authorId, { body: first, bodyVersion: null });
    await expectSealed(authorId);

    await saveEntry({ authorId, date, body: "third" });
    expect(await bodyOf(authorId)).toBe("third");
  });

  test("is detected while versions are not written yet, and when it is from that time", async () => {
    await writeVersionsFrom("7 days");
    const { authorId, first } = await pageWrittenTwice();
    expect(hasVersion(first)).toBe(false);
    expect(await bodyOf(authorId)).toBe("second");
    await putBack(authorId, { body: first });
    await expectSealed(authorId);

    await writeVersionsFrom("0 days");
    await saveEntry({ authorId, date, body: "third" });
    expect(hasVersion((await rowOf(authorId)).body)).toBe(true);
    await putBack(authorId, { body: first });
    await expectSealed(authorId);
  });

  test("is detected after a rotation of keys, which does not change the page", async () => {
    const { authorId, first } = await pageWrittenTwice();
    const before = await rowOf(authorId);
    const original = env().DIARY_KEYS;
    Object.assign(env(), { DIARY_KEYS: [Buffer.alloc(32, 7).toString("base64"), ...original] });
    try {
      await rotateKeys();
      expect(await rowOf(authorId)).toEqual(before);
      expect(await bodyOf(authorId)).toBe("second");
      await putBack(authorId, { body: first });
      await expectSealed(authorId);
    } finally {
      Object.assign(env(), { DIARY_KEYS: [...original, ...env().DIARY_KEYS] });
      await rotateKeys();
      Object.assign(env(), { DIARY_KEYS: original });
    }
  });
});

describe("a page of an earlier release", () => {
  test("opens, and is sealed with a version by its next save", async () => {
    await writeVersionsFrom("7 days");
    const { authorId } = await pageWrittenTwice();
    await prisma.entry.updateMany({ where: { authorId }, data: { bodyVersion: null, fingerprint: null } });
    expect(await bodyOf(authorId)).toBe("second");

    await writeVersionsFrom("0 days");
    expect(await bodyOf(authorId)).toBe("second");
    await saveEntry({ authorId, date, body: "third" });
    expect(hasVersion((await rowOf(authorId)).body)).toBe(true);
    expect(await bodyOf(authorId)).toBe("third");
  });

  test("opens when that release overwrote a page of this release", async () => {
    const { authorId } = await pageWrittenTwice();
    await saveByEarlierRelease(authorId, "written elsewhere");
    expect(await bodyOf(authorId)).toBe("written elsewhere");
    const saved = await saveEntry({ authorId, date, body: "written here" });
    expect(saved).toMatchObject({ ok: true });
    expect(await bodyOf(authorId)).toBe("written here");
  });
});

describe("envelopes with a version", () => {
  const isVersioned = async () => {
    later();
    const authorId = await newMember();
    await saveEntry({ authorId, date, body: "a page" });
    return hasVersion((await rowOf(authorId)).body);
  };

  test("are not written while a running server cannot open them", async () => {
    expect(await isVersioned()).toBe(true);
    // The row of a server of the previous release.
    await pool.query(
      `INSERT INTO server (id, host_name, version, build_id, action_key_id, diary_key_ids)
       VALUES (gen_random_uuid(), 'earlier', '1', 'b', 'a', '{}')`,
    );
    expect(await isVersioned()).toBe(false);
    await pool.query("UPDATE server SET seen_at = now() - interval '31 seconds'");
    expect(await isVersioned()).toBe(true);
    await pool.query("DELETE FROM server");
  });

  test("are not written in the week in which a rollback to the previous release is possible", async () => {
    await writeVersionsFrom("7 days");
    expect(await isVersioned()).toBe(false);
  });
});

async function unhappyReply() {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body: "first" });
  const { id: entryId } = await rowOf(authorId);
  const key = (await findDataKey(authorId))!;
  const { id: replyId } = await prisma.reply.create({ data: { entryId, authorId, tone: "T" } });
  const settle = (plain: string) =>
    settleReply({ replyId, attempt: 1, authorId, status: "DONE", text: { key, plain } });
  expect(await settle("an answer")).toBe(true);
  await saveFeedback({ authorId, replyId, feedback: "DOWN" });
  return { authorId, replyId, key, settle };
}

describe("copies that were shown to the team once and taken back", () => {
  test.each(["0 days", "7 days"])("do not open in a later sharing (versions from %s)", async (from) => {
    await writeVersionsFrom(from);
    const { authorId, replyId } = await unhappyReply();
    await shareReply({ authorId, replyId });
    const first = await prisma.sharedReply.findUniqueOrThrow({ where: { replyId } });
    await takeBackReply({ authorId, replyId });
    await writeVersionsFrom("0 days");
    await saveEntry({ authorId, date, body: "second" });
    await shareReply({ authorId, replyId });

    const adminId = await newMember();
    expect(await readSharedReply({ adminId, replyId })).toMatchObject({
      entry: "second",
      reply: "an answer",
    });
    await prisma.sharedReply.update({ where: { replyId }, data: { entry: first.entry } });
    const { records } = captureLog();
    expect(await readSharedReply({ adminId, replyId })).toMatchObject({ entry: null, reply: "an answer" });
    expect(records).toMatchObject([{ level: "error", event: "sealed text does not open", replyId }]);
  });

  test("open as an earlier release sealed them", async () => {
    await writeVersionsFrom("7 days");
    const { authorId, replyId } = await unhappyReply();
    await shareReply({ authorId, replyId });
    await writeVersionsFrom("0 days");
    expect(await readSharedReply({ adminId: await newMember(), replyId })).toMatchObject({ entry: "first" });
  });
});

describe("what has no version", () => {
  test("a reply's text is written once, so no earlier one exists", async () => {
    const { replyId, settle } = await unhappyReply();
    const before = await prisma.reply.findUniqueOrThrow({ where: { id: replyId } });
    expect(await settle("another answer")).toBe(false);
    expect((await prisma.reply.findUniqueOrThrow({ where: { id: replyId } })).text).toEqual(before.text);
  });

  test("a row of a reply's log names its attempt and number: no other row opens there", async () => {
    const { authorId, replyId, key } = await unhappyReply();
    const pieces = sealPieces(key, authorId, replyId, { attempt: 1, seq: 0 }, ["said first"]);
    expect(openPieces(key, authorId, replyId, { attempt: 1, seq: 0, pieces })).toEqual(["said first"]);
    for (const where of [
      { attempt: 1, seq: 1 },
      { attempt: 2, seq: 0 },
    ])
      expect(() => openPieces(key, authorId, replyId, { ...where, pieces })).toThrow("authenticate");
  });

  test("a member's data key is the same in all its envelopes", async () => {
    const authorId = await newMember();
    const keyId = (await findDataKey(authorId))!.id;
    const { sealedKey } = await prisma.dataKey.findUniqueOrThrow({ where: { memberId: authorId } });
    expect(openDataKey(authorId, sealedKey).id).toBe(keyId);
    // A member has only one key.
    await expect(prisma.$transaction((tx) => createDataKey(tx, authorId))).rejects.toThrow(
      /Unique constraint/,
    );
  });

  test("each sealed column has its case in this file", async () => {
    const schema = await readFile("prisma/schema.prisma", "utf8");
    const sealed = [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].flatMap(([, model, fields]) =>
      [...fields!.matchAll(/^ {2}(\w+) +Bytes\??(.*)$/gm)]
        .filter(([, name, rest]) => /\/\/ sealed/.test(rest!) || name!.startsWith("sealed"))
        .map(([, name]) => `${model}.${name}`),
    );
    expect(sealed.toSorted()).toEqual([
      "DataKey.sealedKey",
      "Entry.body",
      "Reply.text",
      "ReplyLog.pieces",
      "SharedReply.entry",
      "SharedReply.reply",
    ]);
  });
});
