import {
  readDraft as readSealed,
  removeDraft as forgetSealed,
  writeDraft as keepSealed,
} from "@/components/ui/sealed-drafts";

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

export const readDraft = (key: string) => parse(readSealed(key));

export const keepDraft = (key: string, typed: Typed) => void keepSealed(key, JSON.stringify(typed));

export const forgetDraft = (key: string) => forgetSealed(key);

/** `trainerSlug` is empty for the gym itself. */
export const reviewDraftKey = (memberId: string, gymSlug: string, trainerSlug: string) =>
  `sora.review:${memberId}:${gymSlug}:${trainerSlug}`;

export const appealDraftKey = (memberId: string, verdictId: string) => `sora.appeal:${memberId}:${verdictId}`;
