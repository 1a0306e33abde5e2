import { expect, test } from "vitest";
import { sentencesOf } from "./selected-words.ts";

test("a text's sentences, each once and on one line", () => {
  expect(sentencesOf("샤워실이 좁아요. 기구는\n넉넉해요!  샤워실이 좁아요. Never again.")).toEqual([
    "샤워실이 좁아요.",
    "기구는",
    "넉넉해요!",
    "Never again.",
  ]);
  // Before a small letter, in quotes, and not in a number.
  expect(sentencesOf("rude staff. never again… “꺼져!” 라고 했어요~ 3.5점")).toEqual([
    "rude staff.",
    "never again…",
    "“꺼져!”",
    "라고 했어요~",
    "3.5점",
  ]);
  expect(sentencesOf(" ")).toEqual([]);
});
