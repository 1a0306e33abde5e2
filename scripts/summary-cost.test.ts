import { expect, test } from "vitest";

import { seedGyms } from "../prisma/seed/seed-gyms.ts";
import { prisma } from "../lib/db.ts";
import { env } from "../lib/env.ts";
import { describeSummaryCost, readSummaryLoad } from "./summary-cost.ts";

test("a demo with a real model requests no summary, and prints the cost of all of them", async () => {
  await seedGyms();
  expect(await prisma.reviewSummary.count()).toBe(0);
  const { all, due } = await readSummaryLoad(env().DATABASE_URL);
  expect(due).toEqual({ calls: 0, chars: 0 });
  expect(all.calls).toBeGreaterThanOrEqual(60);
  expect(all.chars / all.calls).toBeGreaterThan(1_600);

  const gym = await prisma.gym.findFirstOrThrow({ select: { id: true } });
  await prisma.reviewSummary.create({ data: { gymId: gym.id, locale: "ko", sentences: [], basedOn: [] } });
  expect((await readSummaryLoad(env().DATABASE_URL)).due.calls).toBe(1);
});

const load = { all: { calls: 60, chars: 150_000 }, due: { calls: 2, chars: 4_500 } };

test("the cost is in tokens, and in money where prices are set", () => {
  expect(describeSummaryCost(load, { SUMMARY_CALLS_PER_DAY: 1000 })).toEqual([
    "The model sums reviews up where someone looks, in their language, and again when reviews change.",
    "To be written now: 2 calls, about 3,000 tokens in and 1,000 out.",
    "If every gym and trainer is looked at in both languages: 60 calls, about 100,000 tokens in and 30,000 out.",
    "At most 1000 calls a day (SUMMARY_CALLS_PER_DAY; 0 for none).",
  ]);
  const prices = { MODEL_PRICE_INPUT: 0.25, MODEL_PRICE_OUTPUT: 2 };
  expect(describeSummaryCost(load, { SUMMARY_CALLS_PER_DAY: 1000, ...prices })[2]).toContain(
    "30,000 out: 0.085 by MODEL_PRICE_INPUT and _OUTPUT.",
  );
});

test("without reviews nothing is printed", () => {
  const none = { calls: 0, chars: 0 };
  expect(describeSummaryCost({ all: none, due: none }, { SUMMARY_CALLS_PER_DAY: 1000 })).toEqual([]);
});
