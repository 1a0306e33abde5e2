import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
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

it("makes keys that the settings accept, once, for their owner's eyes only", () => {
  expect(readSecrets(dir)).toBeNull();
  const made = readOrMakeSecrets(dir);
  expect(readOrMakeSecrets(dir)).toEqual(made);
  expect(parseEnv({ ...made, DATABASE_URL: "postgresql://db/sora" }).DIARY_KEYS).toHaveLength(1);
  expect(statSync(secretsFile(dir)).mode & 0o777).toBe(0o600);
  expect(readdirSync(dir)).toEqual(["secrets.json"]);
});
