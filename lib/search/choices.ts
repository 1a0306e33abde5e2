import { mistyped } from "./mistyped.ts";
import type { Pattern } from "./pattern.ts";
import { initialsForm, isInitials, searchForm } from "./search-form.ts";
import { kindsLike, saysNothing, spellingsOf, withoutEnding } from "./synonyms.ts";
import { otherKeyboard } from "./typed-keys.ts";

export type Choice = Pattern[];

/**
 * Possible meanings of a search, most likely first: the words as typed, in any spelling; synonyms; misspellings. A
 * document matches if it fits one choice. The first meaning with results is used. Empty: no search.
 */
export type Meanings = Choice[][];

const maxWords = 6;
/** An index look-up takes about 0.2 ms for each. */
const maxChoices = 120;

export function readSearch(q: string): Meanings {
  const words = [...new Set(q.split(/\s+/).map(searchForm).filter(Boolean))].slice(0, maxWords);
  if (words.length === 0) return [];
  const typed = words.map(asTyped);
  const meant = words.map((word, at) => [...typed[at]!, ...otherMeanings(word, words.length > 1)]);
  const slips = words.map((word, at) => {
    const wrong = isInitials(word) ? [] : mistyped(word).map((pattern) => [pattern]);
    return combine([wrong, ...meant.filter((_, other) => other !== at)]);
  });
  const isOtherwiseMeant = meant.some((choices, at) => choices.length > typed[at]!.length);
  const meanings = [combine(typed), isOtherwiseMeant ? combine(meant) : [], inTurns(slips)];
  return meanings.filter((choices) => choices.length > 0);
}

/** Round-robin, so that a long word does not use up all look-ups. */
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

function combine(choices: Choice[][]): Choice[] {
  let combined: Choice[] = [[]];
  for (const of of choices)
    combined = of.flatMap((choice) => combined.map((others) => [...others, ...choice])).slice(0, maxChoices);
  return combined.filter((choice) => choice.length > 0);
}
