import { expect, test } from "vitest";

import { normalise } from "../patterns/normalise.ts";
import { findEnglishWords } from "./english-words.ts";

function found(written: string): string[] {
  const text = normalise(written);
  return findEnglishWords(text).map(({ rule, from, to }) => `${rule}: ${text.original(from, to)}`);
}

test.each([
  ["This place is run by dickheads and c*nts", ["profanity: dickheads", "profanity: c*nts"]],
  ["Fck this gym and the a$$hole staff", ["profanity: Fck", "profanity: a$$hole"]],
  [
    "What a piece of sh*t, bullshit prices, shitty towels",
    ["profanity: sh*t", "profanity: bullshit", "profanity: shitty"],
  ],
  ["motherfuckers", ["profanity: motherfuckers"]],
  ["f u c k you", ["profanity: f u c k"]],
  ["The owner is a b!tch", ["profanity: b!tch"]],
  ["No faggots here", ["hate: faggots"]],
  ["a gym for retards", ["hate: retards"]],
])("finds the rude words of %j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "The branch in Scunthorpe, Essex, is the best in class",
  "They assess your form; ass to grass squats are welcome",
  "Pilates improved my core stability, the stab of pain is gone",
  "Shitake and shiitake salad, rapeseed oil, a cockpit for a bike",
  "Dick the coach is a beast, Moby Dick is his dog",
  "Fire retardant mats, peacock chair, titanium bars, cumulative points",
  "Holy shit this place is huge",
  "Bitch press jokes aside, great bench area",
  "Boobs and bumps welcome, great prenatal class",
  "Damn good sauna, hell of a workout",
  "A chink in the armor: the spic and span showers",
  "Niggardly with towels; swanky otherwise",
  "I felt like an idiot on day one",
  "기구가 좋아요",
])("finds no rude words in %j", (text) => {
  expect(found(text)).toEqual([]);
});

test("needs no more time for a text designed to be slow", () => {
  const started = performance.now();
  for (const text of ["f*".repeat(1000), "shit".repeat(500), "a$".repeat(1000), "bull".repeat(500)])
    findEnglishWords(normalise(text));
  expect(performance.now() - started).toBeLessThan(500);
});
