import { triesOf } from "../revision/attempt.ts";

type Waiting = { revisionId: string; bodyHash: string; attempt: number; isKnown: boolean };

export type Choice = {
  revisionIds: string[];
  isKnown: boolean;
  isWhole: boolean;
};

/** Bounds the copies of one text in a batch. The rest is judged next, from the cache. */
const maxRevisions = 100;
/** A text whose judges died this often is judged alone: if it kills them, no other text is affected. */
const lonelyTries = 2;

/**
 * Chooses from the waiting revisions, oldest first. All known texts come first, because they cost no call. Otherwise up
 * to `maxTexts` different texts, each with its copies, for one model call.
 */
export function chooseBatch(waiting: Waiting[], maxTexts: number): Choice | null {
  const known = waiting.filter(({ isKnown }) => isKnown);
  if (known.length > 0) return { revisionIds: idsOf(known), isKnown: true, isWhole: true };

  const [oldest] = waiting;
  if (!oldest) return null;
  const suspect = waiting.find(({ attempt }) => triesOf(attempt) >= lonelyTries);
  const hashes = suspect
    ? [suspect.bodyHash]
    : [...new Set(waiting.map(({ bodyHash }) => bodyHash))].slice(0, maxTexts);
  const chosen = waiting.filter(({ bodyHash }) => hashes.includes(bodyHash));
  return {
    revisionIds: idsOf(chosen),
    isKnown: false,
    isWhole: suspect !== undefined || hashes.length === maxTexts,
  };
}

const idsOf = (revisions: Waiting[]) => revisions.slice(0, maxRevisions).map(({ revisionId }) => revisionId);
