import { readDraft, readStored, removeDraft, writeDraft } from "@/components/ui/sealed-drafts";
import { storedKeys } from "@/lib/browser-storage";
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

export function draftStore({ memberId, date }: Day): DraftStore {
  const key = `${prefix}:${memberId}:${date}`;
  let own: string | null = null;
  return {
    read: () => {
      own = readStored(key);
      return parse(readDraft(key));
    },
    write: (kept) => {
      own = writeDraft(key, JSON.stringify(kept));
      return own !== null;
    },
    forget: () => {
      if (own !== null && readStored(key) === own) removeDraft(key);
      own = null;
    },
  };
}

/** Days of which this browser still keeps a text of the member's that was never saved. */
export function listKeptDates(memberId: string): string[] {
  const own = `${prefix}:${memberId}:`;
  return storedKeys(own)
    .map((key) => key.slice(own.length))
    .toSorted();
}
