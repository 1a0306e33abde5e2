import { expect, test, vi } from "vitest";

import { reviewText } from "../../e2e/support/review-texts.ts";
import { startWithoutReviews } from "../../e2e/support/vitest/no-reviews.ts";
import { type Scene, newScene, submitted } from "../../e2e/support/vitest/review-scene.ts";
import { reviewDraftSchema } from "./schema.ts";

vi.hoisted(() => {
  process.env.REVIEWS_PER_HOUR = "1000";
});
startWithoutReviews();

const rounds = 30;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Another text in the same review, as the action does it. @returns the milliseconds that this process worked for it. */
async function sendNext(scene: Scene & { base: string }, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  const { data } = reviewDraftSchema.safeParse({ stars: "4", body: text, trainer: "", base: scene.base });
  if (!data) throw new Error("not a draft");
  scene.base = (await submitted(scene, data)).revisionId;
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

// Work, not time: what else the machine is doing would be measured with it.
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
  // Of some seven milliseconds, most of which go to the transaction. Code that runs so seldom is slow code.
  expect(median(long) - median(short)).toBeLessThan(4);
});
