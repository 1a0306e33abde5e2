// Keys that nobody gave are made once and kept: a second start must open what the first one sealed.
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = { AUTH_SECRET: string; DIARY_KEYS: string; POSTGRES_PASSWORD: string };

export const secretsFile = (dataDir: string) => join(dataDir, "secrets.json");

export function readSecrets(dataDir: string): Secrets | null {
  try {
    return JSON.parse(readFileSync(secretsFile(dataDir), "utf8")) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${secretsFile(dataDir)} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** A link appears whole or not at all, and only once: of two first starts, one makes the keys and both use them. */
function keep(dataDir: string, secrets: Secrets) {
  const draft = `${secretsFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, secretsFile(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

export function readOrMakeSecrets(dataDir: string): Secrets {
  const kept = readSecrets(dataDir);
  if (kept) return kept;
  keep(dataDir, {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    DIARY_KEYS: randomBytes(32).toString("base64"),
    POSTGRES_PASSWORD: randomBytes(18).toString("base64url"),
  });
  return readOrMakeSecrets(dataDir);
}
