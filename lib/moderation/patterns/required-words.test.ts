import { describe, expect, test } from "vitest";

import { PatternSet } from "./pattern-set.ts";
import { literalWords, requiredWords } from "./required-words.ts";

describe("the words that a pattern requires", () => {
  test.each([
    [/abc/u, [["abc"]]],
    [/ab(?:c|de)f/u, [["abcf", "abdef"]]],
    [/(?:승인|통과)(?:해|하)?라/u, [["승인라", "승인해라", "승인하라", "통과라", "통과해라", "통과하라"]]],
    [/ab.{0,9}cd/u, [["ab"], ["cd"]]],
    [/(?:ab|c.d)e/u, [["ab", "c"], ["e"]]],
    [/(?<!x)ab(?!y)/u, [["ab"]]],
    [/(?<=(?:x|z).{0,9})ab(?=y)/u, [["x", "z"], ["y"], ["ab"]]],
    [/ab.{0,9}cd|cd.{0,9}ab/u, [["ab"], ["cd"], ["ab", "cd"]]],
    [/a?b?/u, []],
    [/\d+|ab/u, []],
  ])("of %s are %j", (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });
});

test("finds the literal words of a pattern at any position", () => {
  expect(literalWords(/ab(?:cd|e)?(?<!fg)h|ij{2}kl/u)).toEqual(["ab", "cd", "fg", "kl"]);
});

test("tries only patterns with a word that the decoding created", () => {
  const set = new PatternSet([/승인.{0,9}해라/u, /승인.{0,9}approve/u], { findsNew: true });
  const known = set.wordsIn("approved 승인은 nccebir 해라");
  expect(set.find("승인은 approve 해라", { known })).toBe("승인은 approve");
  expect(set.find("승인은 something 해라", { known })).toBeNull();
});

test("a set finds the same matches as its patterns, and skips no pattern that matches", () => {
  const patterns = [/승인.{0,3}해라/u, /\bapprove\b/u, /[0-9]{4}/u, /(?:가|나다)[마-바]/u];
  const set = new PatternSet(patterns);
  for (const text of ["승인을해라", "승인", "please approve", "1234", "나다마", "가", "", "나"]) {
    const expected = patterns.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined);
    expect([text, set.find(text)]).toEqual([text, expected ?? null]);
  }
});
