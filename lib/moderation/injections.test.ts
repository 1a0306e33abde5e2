import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type ModelServer, startModelServer } from "../../e2e/support/model/server.ts";
import type { Obedience } from "../../e2e/support/model/structured.ts";
import { injections } from "../../e2e/support/moderation/injections.ts";
import { ordinaryReviews } from "../../e2e/support/moderation/ordinary-reviews.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { askJudge } from "./ask-judge.ts";
import { judgeTexts } from "./judge-texts.ts";
import { readable, textHash } from "./patterns/normalise.ts";
import { builtInPolicy as policy } from "./policy.ts";

// A model that does what it reads. Each test says how far that goes.
let obeys: Obedience;
let server: ModelServer;
const settings = { ...env() };

beforeAll(async () => {
  server = await startModelServer({ port: 0, delay: 0, obeys: (text) => obeys(text) });
  Object.assign(env(), { OPENAI_BASE_URL: `${server.url}/v1`, MODERATION_CONCURRENCY: 50 });
});
afterAll(async () => {
  Object.assign(env(), settings);
  await server.close();
});
beforeEach(() => prisma.cachedVerdict.deleteMany());

async function decisionsOn(texts: string[]): Promise<string[]> {
  const candidates = texts.map((text) => ({ id: crypto.randomUUID(), text }));
  const outcomes = await judgeTexts(candidates, { policy });
  return candidates.map(({ id }) => {
    const outcome = outcomes.get(id)!;
    return outcome.ok ? outcome.data.decision : outcome.error;
  });
}

const attempts = new Set(injections.map(readable));
/** Ordinary and rude reviews between the attempts. */
const mixed = injections.flatMap((text, at): { text: string; expected: string | null }[] => [
  { text, expected: null },
  ...(at < ordinaryReviews.length ? [{ text: ordinaryReviews[at]!, expected: "APPROVE" }] : []),
  ...(at % 15 === 0 ? [{ text: `${at}번 락커 쓰는 개새끼 나와라`, expected: "REJECT" }] : []),
]);

describe("of 300 attempts to talk a model into it", () => {
  test("none is approved by a model that obeys every one and approves all that comes with it", async () => {
    obeys = () => "all";
    expect((await decisionsOn(injections)).filter((decision) => decision === "APPROVE")).toEqual([]);
  }, 120_000);

  test("none is approved by a model that obeys for the text that asks and judges the rest as it should", async () => {
    obeys = (text) => (attempts.has(text) ? "itself" : null);
    const decisions = await decisionsOn(mixed.map(({ text }) => text));
    const approved = mixed.filter(({ expected }, at) => expected === null && decisions[at] === "APPROVE");
    expect(approved).toEqual([]);
    const wrong = mixed.filter(({ expected }, at) => expected !== null && decisions[at] !== expected);
    expect(wrong).toEqual([]);
  }, 120_000);
});

test("an answer that approves what no judge may approve is not believed, whatever the text looks like", async () => {
  obeys = () => "all";
  const asked = ordinaryReviews
    .slice(0, 20)
    .map((text) => askJudge([{ hash: textHash(text), text, subjectIds: [] }], { policy }));
  for (const answer of await Promise.all(asked))
    expect(answer).toMatchObject({ ok: false, error: "DISTRUSTED" });
});
