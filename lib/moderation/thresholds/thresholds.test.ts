import { afterEach, beforeEach, expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { currentJudge } from "../judge.ts";
import { judgeTexts } from "../judge-texts.ts";
import { textHash } from "../patterns/normalise.ts";
import { builtInPolicy as policy } from "../policy/rules.ts";
import { setThreshold, undoThreshold } from "./set-threshold.ts";
import { findThresholds, thresholdOf } from "./thresholds.ts";

const settings = { ...env() };
beforeEach(() => prisma.confidenceThreshold.deleteMany());
afterEach(async () => {
  Object.assign(env(), settings);
  await prisma.confidenceThreshold.deleteMany();
});

const evidence = { judged: 60, agreement: 0.97, atLeast: 0.91 };
async function set(rule: string | null, value: number, adminId?: Awaited<ReturnType<typeof newMember>>) {
  await setThreshold({
    adminId: adminId ?? (await newMember()),
    judge: currentJudge(),
    rule,
    value,
    evidence,
  });
}
const held = async () =>
  new Map([...(await findThresholds())].map(([rule, { value }]) => [rule, value] as const));
const reject = (rule: string) => ({ decision: "REJECT", rule }) as const;
const approve = { decision: "APPROVE", rule: null } as const;

test("each rule and approvals have separate thresholds, with the setting as the default", async () => {
  Object.assign(env(), { MODERATION_CONFIDENCE: 0.77 });
  await set("hate", 0.6);
  await set(null, 0.9);
  const thresholds = await findThresholds();
  expect(thresholdOf(reject("hate"), thresholds)).toBe(0.6);
  expect(thresholdOf(reject("threat"), thresholds)).toBe(0.77);
  expect(thresholdOf(approve, thresholds)).toBe(0.9);
});

test("the newest threshold applies; undoing restores the previous one, then the setting; the audit log records each step", async () => {
  const adminId = await newMember();
  await set("hate", 0.6, adminId);
  await set("hate", 0.8, adminId);
  expect(await held()).toEqual(new Map([["hate", 0.8]]));
  for (const left of [new Map([["hate", 0.6]]), new Map()]) {
    const { id } = (await findThresholds()).get("hate")!;
    await undoThreshold({ adminId, id });
    await undoThreshold({ adminId, id }); // pressed twice
    expect(await held()).toEqual(left);
  }
  const log = await prisma.auditEvent.findMany({ where: { actorId: adminId }, orderBy: { seq: "asc" } });
  expect(log.map(({ kind, data }) => [kind, (data as { value: number }).value])).toEqual([
    ["THRESHOLD_SET", 0.6],
    ["THRESHOLD_SET", 0.8],
    ["THRESHOLD_UNDONE", 0.8],
    ["THRESHOLD_UNDONE", 0.6],
  ]);
});

test.each([0.49, 1.01, Number.NaN])("refuses %d as a threshold", async (value) => {
  await expect(set("hate", value)).rejects.toThrow("no threshold");
  expect(await held()).toEqual(new Map());
});

test("another model, server or prompt does not inherit thresholds", async () => {
  await set("hate", 0.6);
  Object.assign(env(), { OPENAI_MODERATION_MODEL: "another" });
  expect(await held()).toEqual(new Map());
});

test("thresholds apply at once, also to cached verdicts", async () => {
  const said = { ...currentJudge(), policyVersion: policy.version, modelCallId: crypto.randomUUID() };
  const texts = { hate: `틀딱은 오지 마 ${crypto.randomUUID()}`, fine: `넓고 좋아요 ${crypto.randomUUID()}` };
  await prisma.cachedVerdict.createMany({
    data: [
      {
        ...said,
        bodyHash: textHash(texts.hate),
        decision: "REJECT",
        rule: "hate",
        evidence: ["틀딱"],
        confidence: 0.65,
      },
      { ...said, bodyHash: textHash(texts.fine), decision: "APPROVE", confidence: 0.85 },
    ],
  });
  const judge = async () => {
    const candidates = Object.entries(texts).map(([id, text]) => ({ id, text }));
    const outcomes = await judgeTexts(candidates, { policy });
    return candidates.map(({ id }) => {
      const outcome = outcomes.get(id)!;
      return outcome.ok && outcome.data.decision;
    });
  };
  expect(await judge()).toEqual(["HOLD", "APPROVE"]);
  await set("hate", 0.6);
  await set(null, 0.9);
  expect(await judge()).toEqual(["REJECT", "HOLD"]);
});
