/** How a text that arrives in pieces is let out: evenly, and never in the middle of what a reader sees as one letter. */

/** A backlog is let out within about this time: far behind runs faster, nearly there walks. */
const catchUpMs = 350;
const lastCatchUpMs = 200;
const slowestPerMs = 0.03;

/** A last letter that nothing followed for so long is taken for whole. */
const settledMs = 300;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

// What the next piece will surely or probably change: half an emoji, a joiner that waits for its partner, and Hangul
// written in letters that are still to be composed into a syllable.
const isFragment = (cluster: string) =>
  /[\uD800-\uDBFF\u200D]$/.test(cluster) || /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]$/.test(cluster);

/** How much of `text` may be shown at all, starting from `shown`, which is between letters. */
export function revealable(text: string, shown: number, { isEnded = false, quietMs = 0 } = {}): number {
  if (isEnded) return text.length;
  // Enough of the end to hold any letter: families of emoji are long, but not that long.
  const from = Math.max(shown, text.length - 64);
  const tail = [...segmenter.segment(text.slice(from))];
  const last = tail.at(-1);
  if (!last) return shown;
  const isWhole = quietMs >= settledMs && !isFragment(last.segment);
  return isWhole ? text.length : from + last.index;
}

/** How far to go this frame: `upTo` characters of `text`, at most `limit`, cut between letters. */
function nextCut(text: string, shown: number, upTo: number, limit: number): number {
  if (upTo >= limit) return limit;
  let cut = shown;
  for (const { index, segment } of segmenter.segment(text.slice(shown, limit))) {
    const end = shown + index + segment.length;
    if (end > upTo) break;
    cut = end;
  }
  return cut;
}

/** One frame of a reveal. `credit` is what earlier frames earned but could not spend on a whole letter. */
export function revealStep(input: {
  text: string;
  shown: number;
  credit: number;
  elapsedMs: number;
  isEnded: boolean;
  quietMs: number;
}): { shown: number; credit: number } {
  const { text, shown, elapsedMs, isEnded, quietMs } = input;
  const limit = revealable(text, shown, { isEnded, quietMs });
  if (limit <= shown) return { shown, credit: 0 };

  const pace = Math.max((limit - shown) / (isEnded ? lastCatchUpMs : catchUpMs), slowestPerMs);
  const earned = input.credit + pace * elapsedMs;
  const cut = nextCut(text, shown, shown + earned, limit);
  return { shown: cut, credit: cut === limit ? 0 : Math.min(earned - (cut - shown), 16) };
}
