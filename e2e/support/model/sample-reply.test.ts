import { expect, it } from "vitest";
import { type Tone, composeReply } from "./sample-reply.ts";

/** Enough different pages that every phrase comes up, each with its last words in every quotation. */
const replies = (lastWords: string, tones: readonly Tone[] = ["T", "F"]) =>
  Array.from({ length: 80 }, (_, day) =>
    tones.map((tone) => composeReply({ entry: `${day + 1}일째 ${lastWords}`, tone })),
  ).flat();

/** What follows the quotations, each once. */
const endings = (lastWords: string) =>
  new Set(
    replies(lastWords).flatMap((reply) =>
      [...reply.matchAll(/”(예요|이에요|이?라는|이?라고|[을를과와])(?=[\s.])/g)].map(([, ending]) => ending),
    ),
  );

it.each(["바닷가 산책", "저녁은 라면 3", "ㅋㅋㅋ 웃음!"])("puts “%s” before consonant particles", (words) => {
  expect(endings(words)).toEqual(new Set(["이에요", "이라는", "이라고", "을", "과"]));
});

it.each(["혼자 본 바다", "친구에게 전화했다…", "일기 2"])("puts “%s” before vowel particles", (words) => {
  expect(endings(words)).toEqual(new Set(["예요", "라는", "라고", "를", "와"]));
});

it("leaves no placeholder, and takes none from the page", () => {
  for (const reply of replies("조용한 하루")) expect(reply).not.toMatch(/[{}]/);
  expect(composeReply({ entry: "오늘은 {second} $& {을/를}", tone: "F" })).toContain(
    "오늘은 {second} $& {을/를}",
  );
});
