/** What was typed into a form, kept in this browser until it has arrived. */
export type Typed = Record<string, string>;

// Merely naming localStorage throws where a browser blocks it, and it may be full.
function attempt<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.localStorage);
  } catch {
    return undefined;
  }
}

function parse(json: string | null | undefined): Typed | null {
  try {
    const kept: unknown = JSON.parse(json ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === "string"));
  } catch {
    return null;
  }
}

export const readDraft = (key: string) => parse(attempt((storage) => storage.getItem(key)));

export const keepDraft = (key: string, typed: Typed) =>
  void attempt((storage) => storage.setItem(key, JSON.stringify(typed)));

export const forgetDraft = (key: string) => void attempt((storage) => storage.removeItem(key));

/** The keys of all drafts that begin so. */
export const listDrafts = (prefix: string) =>
  (attempt((storage) => Object.keys(storage)) ?? []).filter((key) => key.startsWith(prefix));

/** One draft for each member and each gym or trainer; `trainerSlug` is empty for the gym itself. */
export const reviewDraftKey = (memberId: string, gymSlug: string, trainerSlug: string) =>
  `sora.review:${memberId}:${gymSlug}:${trainerSlug}`;

export const appealDraftKey = (verdictId: string) => `sora.appeal:${verdictId}`;
