import { expect, test, vi } from "vitest";

import { reviewText } from "../../e2e/support/review-texts.ts";
import { startWithoutReviews } from "../../test/no-reviews.ts";
import { type Scene, newScene, submitted } from "../../test/review-scene.ts";
import { reviewDraftSchema } from "./schema.ts";

vi.hoisted(() => {
  process.env.REVIEWS_PER_HOUR = "1000";
});
startWithoutReviews();

const rounds = 30;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Saves another text of the same review, like the action. @returns CPU milliseconds of this thread */
async function sendNext(scene: Scene & { base: string }, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  const { data } = reviewDraftSchema.safeParse({ stars: "4", body: text, trainer: "", base: scene.base });
  if (!data) throw new Error("not a draft");
  scene.base = (await submitted(scene, data)).revisionId;
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

// CPU time, not elapsed time: other load on the machine would be measured with it.
test.each([
  ["of plain words", (at: number) => reviewText(at, 2000)],
  [
    "with laughter and emoji in every sentence",
    (at: number) => reviewText(at, 1500).replaceAll(".", " ㅋㅋ👍"),
  ],
])("a long review %s takes the server no more work to accept than a short one", async (_, longText) => {
  const [few, many] = [
    { ...(await newScene()), base: "" },
    { ...(await newScene()), base: "" },
  ];
  const short: number[] = [];
  const long: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    short.push(await sendNext(few, `${round}번째로 쓴 짧은 글`));
    long.push(await sendNext(many, longText(round)));
  }
  // Of about seven milliseconds, most of them for the transaction. Code that runs this rarely is not optimised yet.
  expect(median(long) - median(short)).toBeLessThan(4);
});
