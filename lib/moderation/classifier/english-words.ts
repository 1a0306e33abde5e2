import { DataSet, RegExpMatcher, englishDataset, englishRecommendedTransformers } from "obscenity";

import type { Normalised } from "../patterns/normalise.ts";
import type { ClassifiedRule } from "./weights.ts";

// `obscenity` also lists words that are fine in a review (sex, dick, breast, rape) and matches inside other words
// (rapeseed, cockpit, Scunthorpe). Only words that are rude in every context are used, and only as whole words.

const rules: Record<ClassifiedRule, string[]> = {
  profanity: ["bastard", "bitch", "bollocks", "cunt", "fuck", "shit", "slut", "twat", "wank", "whore"],
  hate: ["fag", "kike", "nigger", "retard", "tranny"],
  harassment: [],
};
const ruleOf = new Map(
  Object.entries(rules).flatMap(([rule, words]) =>
    words.map((word) => [word, rule as ClassifiedRule] as const),
  ),
);

let built: ReturnType<typeof buildList> | undefined;

function buildList() {
  const rude = new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => !ruleOf.has(metadata?.originalWord ?? ""));
  return { rude, matcher: new RegExpMatcher({ ...rude.build(), ...englishRecommendedTransformers }) };
}

/**
 * Allowed prefixes and suffixes (motherfucker, bullshit, shithead, bitches). "a": "a f u c k i n g" is read as one
 * word.
 */
const before = /^(?:a|bull|horse|bat|dip|dumb|mother|clusters?)?$/;
const after =
  /^(?:e?s|ed|ers?|ing?|t?y|ty|tier|tiest|gots?|heads?|holes?|faces?|bags?|wits?|loads?|storms?|shows?|tards?)?$/;

/** Words with a letter replaced by a sign (sh*t, c*nt, a$$hole), and two whose rude form the list lacks. */
const masked =
  /(?<![\p{L}\p{N}])(?:f[*#@%&!$-]{1,3}c?k(?:ing|ers?|ed)?|sh[*#@%&!$-]{1,2}t{1,2}y?|b[*#@%&!$-]{1,2}t?ch(?:es)?|c[*#@%&!$-]{1,2}nts?|a[*#@%&!$s-]{2}holes?|arseholes?|d[*#@%&!$i-]{1,2}ckheads?|wh[*#@%&!$-]res?)(?![\p{L}\p{N}])/gu;

const harmless =
  /\b(?:holy|oh|no) shit\b|\b(?:is|are|was|were) the shit\b|\bshit ?tons?\b|\bbitch (?:press|work)|\bresting bitch face\b|\bfag break/gu;

type Found = { rule: ClassifiedRule; from: number; to: number };

export function findEnglishWords({ text }: Normalised): Found[] {
  if (!/[a-z]/.test(text)) return [];
  const { rude, matcher } = (built ??= buildList());
  const listed = matcher.getAllMatches(text, true).flatMap((match): Found[] => {
    const { originalWord } = rude.getPayloadWithPhraseMetadata(match).phraseMetadata ?? {};
    const rule = ruleOf.get(originalWord ?? "");
    const whole = wordAround(text, match.startIndex, match.endIndex + 1);
    return rule && whole ? [{ rule, ...whole }] : [];
  });
  const hidden = [...text.matchAll(masked)].map(({ 0: word, index }): Found => ({
    rule: "profanity",
    from: index,
    to: index + word.length,
  }));
  const allowed = [...text.matchAll(harmless)].map(({ 0: phrase, index }) => [index, index + phrase.length]);
  const found = [...listed, ...hidden].toSorted((one, other) => one.from - other.from);
  return found.filter(
    ({ from, to }, at) =>
      from !== found[at - 1]?.from && !allowed.some(([start, end]) => from >= start! && to <= end!),
  );
}

function wordAround(text: string, from: number, to: number): { from: number; to: number } | null {
  const start = from - (/[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0].length ?? 0);
  const end = to + (/^[\p{L}\p{N}]*/u.exec(text.slice(to, to + 20))?.[0].length ?? 0);
  const isWord = before.test(text.slice(start, from)) && after.test(text.slice(to, end));
  return isWord ? { from: start, to: end } : null;
}
