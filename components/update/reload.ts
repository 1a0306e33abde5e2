import { type KeptFields, fillFields, readFields } from "./fields";

const fieldsKey = "sora.fields";
const reloadedKey = "sora.reloaded";

function tryTab<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.sessionStorage);
  } catch {
    return undefined;
  }
}

const reloadedFor = () => tryTab((tab) => (tab.getItem(reloadedKey) ?? "").split(" "));

/**
 * Once for each build: while two builds answer in turn, a page that reloads for each answer would never stop. Never
 * without storage.
 */
export const mayReloadFor = (build: string) => reloadedFor()?.includes(build) === false;

export function reloadFor(build: string): void {
  const builds = [...(reloadedFor() ?? []), build].slice(-20);
  if (tryTab((tab) => (tab.setItem(reloadedKey, builds.join(" ")), true))) window.location.reload();
}

export function keepFields(memberId: string | null): void {
  const kept = readFields(memberId);
  if (kept) tryTab((tab) => tab.setItem(fieldsKey, JSON.stringify(kept)));
}

export function restoreFields(memberId: string | null): void {
  const json = tryTab((tab) => tab.getItem(fieldsKey));
  if (!json) return;
  tryTab((tab) => tab.removeItem(fieldsKey));
  fillFields(JSON.parse(json) as KeptFields, memberId);
}
