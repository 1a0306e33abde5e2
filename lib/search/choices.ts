import { mistyped } from "./mistyped.ts";
import type { Pattern } from "./pattern.ts";
import { initialsForm, isInitials, searchForm } from "./search-form.ts";
import { kindsLike, saysNothing, spellingsOf, withoutEnding } from "./synonyms.ts";
import { otherKeyboard } from "./typed-keys.ts";

/** Patterns that a document must all have. */
export type Choice = Pattern[];

/**
 * What a search may mean, the likeliest first: the words as they were typed, in any of their spellings; other words for
 * the same; the words with slips. A document is found that fits one choice, and the first meaning counts that finds
 * something. None: nothing is searched for.
 */
export type Meanings = Choice[][];

/** More words than that narrow nothing. */
const maxWords = 6;
/** Each is looked up in the index: some 0.2 ms. */
const maxChoices = 120;

/** Reads what was typed into a search field (lib/list-query.ts bounds its length). */
export function readSearch(q: string): Meanings {
  const words = [...new Set(q.split(/\s+/).map(searchForm).filter(Boolean))].slice(0, maxWords);
  if (words.length === 0) return [];
  const typed = words.map(asTyped);
  const meant = words.map((word, at) => [...typed[at]!, ...otherMeanings(word, words.length > 1)]);
  // One word is mistyped, or each is found in another way.
  const slips = words.map((word, at) => {
    const wrong = isInitials(word) ? [] : mistyped(word).map((pattern) => [pattern]);
    return combine([wrong, ...meant.filter((_, other) => other !== at)]);
  });
  const isOtherwiseMeant = meant.some((choices, at) => choices.length > typed[at]!.length);
  const meanings = [combine(typed), isOtherwiseMeant ? combine(meant) : [], inTurns(slips)];
  return meanings.filter((choices) => choices.length > 0);
}

/** The first of each, then the second of each: a long word does not use up all lookups. */
function inTurns(lists: Choice[][]): Choice[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)))
    .flat()
    .slice(0, maxChoices);
}

const asTyped = (word: string): Choice[] =>
  isInitials(word) ? [[[initialsForm(word)]]] : spellingsOf(word).map((spelling) => [[spelling]]);

function otherMeanings(word: string, hasOthers: boolean): Choice[] {
  if (hasOthers && saysNothing(word)) return [[]];
  return [...withoutEnding(word).flatMap(spellingsOf), ...kindsLike(word), ...otherKeyboard(word)].map(
    (meaning) => [[meaning]],
  );
}

/** One choice of each, in every combination. */
function combine(choices: Choice[][]): Choice[] {
  let combined: Choice[] = [[]];
  for (const of of choices)
    combined = of.flatMap((choice) => combined.map((others) => [...others, ...choice])).slice(0, maxChoices);
  return combined.filter((choice) => choice.length > 0);
}
