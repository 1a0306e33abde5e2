import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { type ModelServer, startModelServer } from "../../scripts/sample-model/server.ts";
import type { Obedience } from "../../scripts/sample-model/structured.ts";
import { injections } from "../../test/moderation/injections.ts";
import { ordinaryReviews } from "../../test/moderation/ordinary-reviews.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { askJudge } from "./ask-judge.ts";
import { judgeTexts } from "./judge-texts.ts";
import { readable, textHash } from "./patterns/normalise.ts";
import { builtInPolicy as policy } from "./policy/rules.ts";

// A model that obeys the texts; each test sets how far.
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
const mixed = injections.flatMap((text, at): { text: string; expected: string | null }[] => [
  { text, expected: null },
  ...(at < ordinaryReviews.length ? [{ text: ordinaryReviews[at]!, expected: "APPROVE" }] : []),
  ...(at % 15 === 0 ? [{ text: `${at}번 락커 쓰는 개새끼 나와라`, expected: "REJECT" }] : []),
]);

describe("300 prompt injections", () => {
  test("are not approved by a model that obeys them and approves the whole call", async () => {
    obeys = () => "all";
    expect((await decisionsOn(injections)).filter((decision) => decision === "APPROVE")).toEqual([]);
  }, 120_000);

  test("are not approved by a model that obeys them for their own text only", async () => {
    obeys = (text) => (attempts.has(text) ? "itself" : null);
    const decisions = await decisionsOn(mixed.map(({ text }) => text));
    const approved = mixed.filter(({ expected }, at) => expected === null && decisions[at] === "APPROVE");
    expect(approved).toEqual([]);
    const wrong = mixed.filter(({ expected }, at) => expected !== null && decisions[at] !== expected);
    expect(wrong).toEqual([]);
  }, 120_000);
});

test("discards an answer that approves the bad control item, whatever the text looks like", async () => {
  obeys = () => "all";
  const asked = ordinaryReviews
    .slice(0, 20)
    .map((text) => askJudge([{ hash: textHash(text), text, subjectIds: [] }], { policy }));
  for (const answer of await Promise.all(asked))
    expect(answer).toMatchObject({ ok: false, error: "DISTRUSTED" });
});
