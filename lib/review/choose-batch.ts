import { triesOf } from "./attempt.ts";

/** A revision that waits to be judged, as little of it as the choice takes. `isKnown`: its text was judged before. */
type Waiting = { revisionId: string; bodyHash: string; attempt: number; isKnown: boolean };

export type Choice = {
  revisionIds: string[];
  /** Decided without the model. */
  isKnown: boolean;
  /** May go at once; a batch that is not whole is worth a little waiting, so that it fills. */
  isWhole: boolean;
};

/** Copies of one text are many at most: what is left over comes next, from the cache. */
const maxRevisions = 100;
/** A text whose judges died so often goes by itself: if it is what kills them, it takes no other text along. */
const lonelyTries = 2;

/**
 * What to judge next of what waits (the oldest first): whatever is known, since it costs nothing; else up to `maxTexts`
 * different texts for one call of the model, each with all of its copies.
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
