import { keyEncryptionKeys } from "../crypto/data-key.ts";
import { backgroundLog } from "../log/log.ts";
import { type LiveServer, listLiveServers } from "./server-data.ts";

type KeyHolder = Pick<LiveServer, "hostName" | "diaryKeyIds">;

const namesOf = (servers: KeyHolder[]) => [...new Set(servers.map(({ hostName }) => hostName))].join(", ");

/**
 * Why data keys may not be sealed with this key yet, or null. A server without the key could open no diary
 * afterwards. A server that seals with an older key would create diaries that become unreadable when that key is
 * removed.
 */
export function rotationProblem(newestId: string, servers: readonly KeyHolder[]): string | null {
  const without = servers.filter(({ diaryKeyIds }) => !diaryKeyIds.includes(newestId));
  if (without.length > 0)
    return (
      `Not rotated: key ${newestId} is missing on ${namesOf(without)}, which could then open no diary. ` +
      "Put the new key last in DIARY_KEYS there, restart, then put it first on every server."
    );
  const sealingOlder = servers.filter(({ diaryKeyIds }) => diaryKeyIds[0] !== newestId);
  if (sealingOlder.length > 0)
    return (
      `Not rotated: ${namesOf(sealingOlder)} still seals with an older key. ` +
      `Put key ${newestId} first in DIARY_KEYS there, and restart.`
    );
  return null;
}

/** A warning at start-up when other live servers lack the first key of this one. */
export function keyOrderProblem(ownIds: readonly string[], servers: readonly KeyHolder[]): string | null {
  const [first] = ownIds;
  if (first === undefined || ownIds.length < 2) return null;
  const without = servers.filter(({ diaryKeyIds }) => !diaryKeyIds.includes(first));
  if (without.length === 0) return null;
  return (
    `DIARY_KEYS begins with key ${first}, which ${namesOf(without)} lacks: it cannot open the diaries of members who ` +
    "sign up here. A new key stands last until every server has it, and only then first."
  );
}

const ownKeyIds = () => keyEncryptionKeys().map(({ id }) => id);

export async function assertRotationIsSafe(): Promise<void> {
  const problem = rotationProblem(ownKeyIds()[0]!, await listLiveServers());
  if (problem !== null) throw new Error(problem);
}

export async function warnOfKeyOrder(): Promise<void> {
  const problem = keyOrderProblem(ownKeyIds(), await listLiveServers());
  if (problem !== null) backgroundLog.warn("dangerous key order", { note: problem });
}
