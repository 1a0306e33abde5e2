// Missing keys are generated once and kept: a second start must open what the first one sealed.
import { createECDH, hkdfSync, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { besideOf, moveIntoPlace, removeLeftovers, syncToDisk } from "./beside.ts";

type PushKeys = { VAPID_PUBLIC_KEY: string; VAPID_PRIVATE_KEY: string };
type FirstSecrets = { AUTH_SECRET: string; DIARY_KEYS: string; POSTGRES_PASSWORD: string };
export type Secrets = FirstSecrets & PushKeys;

export const secretsFile = (dataDir: string) => join(dataDir, "secrets.json");

/** A folder of an older release lacks the keys for Web Push. */
export function readSecrets(dataDir: string): (FirstSecrets & Partial<PushKeys>) | null {
  try {
    return JSON.parse(readFileSync(secretsFile(dataDir), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${secretsFile(dataDir)} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function writeDraft(dataDir: string, secrets: Secrets): string {
  const draft = besideOf(secretsFile(dataDir));
  // Flushed: if a power cut loses the keys, nothing sealed with them can be opened.
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  return draft;
}

/** A hard link appears complete and only once: of two first starts, one makes the keys and both use them. */
function keep(dataDir: string, secrets: Secrets) {
  const draft = writeDraft(dataDir, secrets);
  try {
    linkSync(draft, secretsFile(dataDir));
    syncToDisk(dirname(secretsFile(dataDir)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

/** Derived, not random: two concurrent starts add the same keys to the same secrets. */
function pushKeysOf({ AUTH_SECRET, DIARY_KEYS }: FirstSecrets): PushKeys {
  const key = Buffer.from(hkdfSync("sha256", AUTH_SECRET + DIARY_KEYS, "", "sora web push", 32));
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(key);
  return { VAPID_PUBLIC_KEY: pair.getPublicKey("base64url"), VAPID_PRIVATE_KEY: key.toString("base64url") };
}

export function readOrMakeSecrets(dataDir: string): Secrets {
  removeLeftovers(secretsFile(dataDir));
  const kept = readSecrets(dataDir);
  if (!kept) {
    const made = {
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      DIARY_KEYS: randomBytes(32).toString("base64"),
      POSTGRES_PASSWORD: randomBytes(18).toString("base64url"),
    };
    keep(dataDir, { ...made, ...pushKeysOf(made) });
    return readOrMakeSecrets(dataDir);
  }
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, ...first } = kept;
  if (VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY) return { ...first, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY };

  const completed = { ...first, ...pushKeysOf(first) };
  moveIntoPlace(writeDraft(dataDir, completed), secretsFile(dataDir));
  return completed;
}
