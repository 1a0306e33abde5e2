import type { Day } from "./diary-api";
import type { KeptDraft } from "./draft-state";

const prefix = "sora.draft";

/** Where one member's text of one day is kept in this browser until the server has it. */
export type DraftStore = {
  read: () => KeptDraft | null;
  /** False when this browser keeps nothing (full, or storage switched off). */
  write: (kept: KeptDraft) => boolean;
  /** Forgets what this tab has kept; another tab may have put its own there meanwhile. */
  forget: () => void;
};

function parse(json: string | null): KeptDraft | null {
  try {
    const { text, base, unconfirmed } = JSON.parse(json ?? "null") ?? {};
    if (typeof text !== "string" || !(base === null || typeof base === "string")) return null;
    const texts = Array.isArray(unconfirmed) ? unconfirmed.filter((sent) => typeof sent === "string") : [];
    return { text, base, unconfirmed: texts };
  } catch {
    return null;
  }
}

// Merely naming localStorage throws where a browser blocks it.
function attempt<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}

export function draftStore({ memberId, date }: Day): DraftStore {
  const key = `${prefix}:${memberId}:${date}`;
  let own: string | null = null;
  const load = () => attempt((storage) => storage.getItem(key)) ?? null;
  return {
    read: () => parse((own = load())),
    write: (kept) => {
      own = JSON.stringify(kept);
      const isKept = attempt((storage) => storage.setItem(key, own ?? "") === undefined);
      return isKept ?? false;
    },
    forget: () => {
      if (own !== null && load() === own) attempt((storage) => storage.removeItem(key));
      own = null;
    },
  };
}

/** Days of which this browser still keeps a text of the member's that was never saved. */
export function listKeptDates(memberId: string): string[] {
  const own = `${prefix}:${memberId}:`;
  const keys = attempt((storage) => Object.keys(storage)) ?? [];
  return keys
    .filter((key) => key.startsWith(own))
    .map((key) => key.slice(own.length))
    .toSorted();
}
