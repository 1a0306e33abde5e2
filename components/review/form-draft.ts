import { tryStorage } from "@/lib/browser-storage";

/** What was typed into a form, kept in this browser until it has arrived. */
export type Typed = Record<string, string>;

function parse(json: string | null | undefined): Typed | null {
  try {
    const kept: unknown = JSON.parse(json ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === "string"));
  } catch {
    return null;
  }
}

export const readDraft = (key: string) => parse(tryStorage((storage) => storage.getItem(key)));

export const keepDraft = (key: string, typed: Typed) =>
  void tryStorage((storage) => storage.setItem(key, JSON.stringify(typed)));

export const forgetDraft = (key: string) => void tryStorage((storage) => storage.removeItem(key));

/** One draft for each member and each gym or trainer; `trainerSlug` is empty for the gym itself. */
export const reviewDraftKey = (memberId: string, gymSlug: string, trainerSlug: string) =>
  `sora.review:${memberId}:${gymSlug}:${trainerSlug}`;

export const appealDraftKey = (verdictId: string) => `sora.appeal:${verdictId}`;
