import { randomBytes, randomUUID } from "node:crypto";

import { afterEach, describe, expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { keyEncryptionKeys } from "../crypto/data-key.ts";
import { registerKeys, rotateKeys } from "../crypto/key-registry.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { keyOrderProblem, rotationProblem, assertRotationIsSafe, warnOfKeyOrder } from "./rotation.ts";
import { saveServer } from "./server-data.ts";

const original = env().DIARY_KEYS;
const newKey = () => randomBytes(32).toString("base64");
const withKeys = (...keys: string[]) => Object.assign(env(), { DIARY_KEYS: keys });
const ids = () => keyEncryptionKeys().map(({ id }) => id);
const running = (hostName: string, diaryKeyIds: string[]) =>
  saveServer({
    id: randomUUID(),
    hostName,
    version: "1",
    buildId: "b",
    actionKeyId: "a",
    diaryKeyIds,
    envelopeFormat: 2,
  });

afterEach(async () => {
  await pool.query("DELETE FROM server");
  withKeys(...original, ...env().DIARY_KEYS);
  await rotateKeys();
  withKeys(...original);
});

describe("a rotation of keys", () => {
  test("is refused, with the server's name, while a live server lacks the new key, and works when all have it first", async () => {
    withKeys(newKey(), ...original);
    const [newest, old] = ids() as [string, string];
    await running("ready", [newest, old]);
    await running("behind", [old]);
    await expect(assertRotationIsSafe()).rejects.toThrow(`key ${newest} is missing on behind`);

    await pool.query("DELETE FROM server WHERE host_name = 'behind'");
    await running("half-way", [old, newest]);
    await expect(assertRotationIsSafe()).rejects.toThrow("half-way still seals with an older key");

    await pool.query("DELETE FROM server WHERE host_name = 'half-way'");
    await assertRotationIsSafe();
  });

  test("ignores a server that was not seen for half a minute", async () => {
    withKeys(newKey(), ...original);
    await running("gone", ["another"]);
    await pool.query("UPDATE server SET seen_at = now() - interval '40 seconds'");
    await expect(assertRotationIsSafe()).resolves.toBeUndefined();
  });
});

test("the right order opens every diary on every server at every step", () => {
  const steps = [
    [["old"], ["old"]],
    [["old", "new"], ["old"]],
    [
      ["old", "new"],
      ["old", "new"],
    ],
  ];
  const then = [
    [
      ["new", "old"],
      ["old", "new"],
    ],
    [
      ["new", "old"],
      ["new", "old"],
    ],
  ];
  for (const servers of [...steps, ...then]) {
    for (const [sealing] of servers) for (const opening of servers) expect(opening).toContain(sealing);
    for (const own of servers)
      expect(
        keyOrderProblem(
          own,
          servers.map((diaryKeyIds) => ({ hostName: "h", diaryKeyIds })),
        ),
      ).toBeNull();
  }
  const last = then.at(-1)!.map((diaryKeyIds) => ({ hostName: "h", diaryKeyIds }));
  expect(rotationProblem("new", last)).toBeNull();
});

test("a start with the new key first warns with the names of servers that lack it", async () => {
  const { records } = captureLog();
  const [old] = ids() as [string];
  await running("elsewhere", [old]);
  await warnOfKeyOrder();
  expect(records).toEqual([]);
  withKeys(newKey(), ...original);
  await warnOfKeyOrder();
  expect(records).toMatchObject([
    { level: "warn", note: expect.stringMatching(/begins with key \w+, which elsewhere lacks/) as string },
  ]);
});

test("a key that still seals a diary cannot be removed, whatever the register contains", async () => {
  await newMember();
  const [old] = ids() as [string];
  withKeys(newKey());
  await prisma.keyEncryptionKey.deleteMany();
  await expect(registerKeys()).rejects.toThrow(`DIARY_KEYS lacks key ${old}`);
});
