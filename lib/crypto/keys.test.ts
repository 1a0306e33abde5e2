import { randomBytes } from "node:crypto";

import { afterEach, describe, expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { findEntry, saveEntry } from "../diary/entry-data.ts";
import { keyEncryptionKeys } from "./data-key.ts";
import { registerKeys, rotateKeys } from "./key-registry.ts";

const date = "2026-11-21";
const newKey = () => randomBytes(32).toString("base64");
const original = env().DIARY_KEYS;

const withKeys = (...keys: string[]) => Object.assign(env(), { DIARY_KEYS: keys });

afterEach(async () => {
  withKeys(...original, ...env().DIARY_KEYS);
  await rotateKeys();
  withKeys(...original);
});

describe("DIARY_KEYS", () => {
  test("of another database stop a server before it writes texts that others cannot read", async () => {
    await registerKeys();
    withKeys(newKey());
    await expect(registerKeys()).rejects.toThrow("DIARY_KEYS lacks key");
  });

  test("rotate while diaries stay readable, and the old key can then be removed", async () => {
    const authorId = await newMember();
    await saveEntry({ authorId, date, body: "sealed long ago" });
    const before = await prisma.entry.findFirstOrThrow({ where: { authorId } });

    const newest = newKey();
    withKeys(newest, ...original);
    await registerKeys();
    expect((await findEntry({ authorId, date }))?.entry.body).toBe("sealed long ago");
    expect(await rotateKeys(2)).toBeGreaterThan(0);

    withKeys(newest);
    await registerKeys();
    expect((await findEntry({ authorId, date }))?.entry.body).toBe("sealed long ago");
    const { sealedBy } = await prisma.dataKey.findUniqueOrThrow({ where: { memberId: authorId } });
    expect(sealedBy).toBe(keyEncryptionKeys()[0]!.id);
    // Only the data key was sealed again.
    expect(await prisma.entry.findFirstOrThrow({ where: { authorId } })).toEqual(before);
  });

  test("rotate once, however many rotations run", async () => {
    const members = await Promise.all(Array.from({ length: 7 }, () => newMember()));
    withKeys(newKey(), ...original);
    const counts = await Promise.all([rotateKeys(3), rotateKeys(3)]);
    const left = await prisma.dataKey.count({ where: { sealedBy: { not: keyEncryptionKeys()[0]!.id } } });
    expect(left).toBe(0);
    expect(counts[0]! + counts[1]!).toBeGreaterThanOrEqual(members.length);
  });
});
