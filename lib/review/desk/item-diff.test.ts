import { expect, test } from "vitest";
import { diffTexts } from "./item-diff.ts";

const readBack = (pieces: ReturnType<typeof diffTexts>, without: "added" | "removed") =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join("");

test.each([
  ["샤워실이 깨끗해요. 직원도 친절해요.", "샤워실이 좁아요. 직원도 친절해요!"],
  ["Clean and  quiet.\nOpen late.", "Clean, quiet.\n\nOpen all night."],
  ["", "처음부터 새로 썼어요."],
  ["같은 글", "같은 글"],
])("both texts can be read out of the difference, to the letter", (before, after) => {
  const pieces = diffTexts(before, after);
  expect([readBack(pieces, "added"), readBack(pieces, "removed")]).toEqual([before, after]);
});

test("unchanged text is not marked", () => {
  expect(
    diffTexts("샤워실이 깨끗해요. 좋아요", "샤워실이 좁아요. 좋아요").filter(
      ({ change }) => change !== "same",
    ),
  ).toEqual([
    { text: "깨끗해요", change: "removed" },
    { text: "좁아요", change: "added" },
  ]);
});

test("changes separated only by a space are one", () => {
  expect(diffTexts("아침에 조용해요. 끝", "저녁에 붐벼요. 끝")).toEqual([
    { text: "아침에 조용해요", change: "removed" },
    { text: "저녁에 붐벼요", change: "added" },
    { text: ". 끝", change: "same" },
  ]);
});

test("two long texts with nothing in common are compared quickly", () => {
  const words = (word: string) => Array.from({ length: 400 }, (_, at) => `${word}${at}`).join(" ");
  const before = process.cpuUsage(); // CPU time: the machine may be busy
  const pieces = diffTexts(words("a"), words("b"));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
  expect([readBack(pieces, "added"), readBack(pieces, "removed")]).toEqual([words("a"), words("b")]);
});
