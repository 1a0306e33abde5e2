import { createECDH } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseEnv } from "../lib/env";
import { readOrMakeSecrets, readSecrets, secretsFile } from "./secrets";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "sora-secrets-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

it("makes keys that the settings accept, once, readable by their owner only", () => {
  expect(readSecrets(dir)).toBeNull();
  const made = readOrMakeSecrets(dir);
  expect(readOrMakeSecrets(dir)).toEqual(made);
  expect(parseEnv({ ...made, DATABASE_URL: "postgresql://db/sora" }).DIARY_KEYS).toHaveLength(1);
  expect(statSync(secretsFile(dir)).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toEqual(["secrets.json"]);
});

function arePair({
  VAPID_PUBLIC_KEY,
  VAPID_PRIVATE_KEY,
}: {
  VAPID_PUBLIC_KEY: string;
  VAPID_PRIVATE_KEY: string;
}) {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(VAPID_PRIVATE_KEY, "base64url");
  return pair.getPublicKey("base64url") === VAPID_PUBLIC_KEY;
}

it("makes a pair of keys for Web Push, of the length that push services expect", () => {
  const made = readOrMakeSecrets(dir);
  expect(arePair(made)).toBe(true);
  expect(Buffer.from(made.VAPID_PUBLIC_KEY, "base64url")).toHaveLength(65);
  expect(Buffer.from(made.VAPID_PRIVATE_KEY, "base64url")).toHaveLength(32);
});

it("adds missing push keys to existing secrets, and changes nothing else", () => {
  const old = { AUTH_SECRET: "a".repeat(43), DIARY_KEYS: "keys", POSTGRES_PASSWORD: "password" };
  writeFileSync(secretsFile(dir), JSON.stringify(old), { mode: 0o600 });
  expect(readSecrets(dir)).toEqual(old);

  const completed = readOrMakeSecrets(dir);
  expect(completed).toMatchObject(old);
  expect(arePair(completed)).toBe(true);
  expect(readOrMakeSecrets(dir)).toEqual(completed);
  expect(JSON.parse(readFileSync(secretsFile(dir), "utf8"))).toEqual(completed);
  expect(statSync(secretsFile(dir)).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toEqual(["secrets.json"]);

  // A concurrent start that had read the old ones adds the same keys.
  writeFileSync(secretsFile(dir), JSON.stringify(old));
  expect(readOrMakeSecrets(dir)).toEqual(completed);
});
