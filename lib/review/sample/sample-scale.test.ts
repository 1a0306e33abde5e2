import { beforeAll, expect, test } from "vitest";

import { inBulk } from "../../../test/in-bulk.ts";
import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { agreementOf } from "./agreement.ts";
import { findSampleItem, judgeSampleItem } from "./blind-sample.ts";
import { readMeasured } from "./measured-thresholds.ts";

const count = 20_000;

beforeAll(async () => {
  const gymId = (await newGym()).id;
  const { model, modelHost, promptVersion } = currentJudge();
  const all = `generate_series(1, ${count}) AS n`;
  const id = (kind: string) => `md5('${gymId} ${kind} ' || n)::uuid`;
  const at = "now() - n * interval '20 seconds'";
  // One in a thousand is a rejection for hate, one in ten for another rule.
  const rule = "CASE WHEN n % 1000 = 0 THEN 'hate' WHEN n % 10 = 0 THEN 'profanity' END";
  await inBulk([
    `INSERT INTO review (id, author_id, gym_id) SELECT ${id("review")}, ${id("member")}, '${gymId}' FROM ${all}`,
    `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, created_at)
     SELECT ${id("revision")}, ${id("review")}, 1, 3, '좋아요', '', 'ko', 'APPROVED', ${at} FROM ${all}`,
    `INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, confidence, policy_version, model,
                          model_host, prompt_version, created_at)
     SELECT ${id("verdict")}, ${id("revision")}, 1,
            (CASE WHEN n % 10 = 0 THEN 'REJECT' ELSE 'APPROVE' END)::"Decision", 'MODEL', ${rule},
            0.76 + (n % 25) / 100.0, 1, '${model}', '${modelHost}', '${promptVersion}', ${at} FROM ${all}`,
    "ANALYZE review, review_revision, verdict",
  ]);
}, 120_000);

test("of 20,000 verdicts the rare ones are found and all strata estimated within seconds", async () => {
  const moderatorId = await newMember();
  const drawMs: number[] = [];
  for (let n = 0; n < 15; n += 1) {
    const began = performance.now();
    const item = await findSampleItem(moderatorId);
    drawMs.push(performance.now() - began);
    await judgeSampleItem({ moderatorId, verdictId: item!.verdictId, decision: "APPROVE", rule: null });
  }
  const began = performance.now();
  const strata = await readMeasured();
  const readMs = performance.now() - began;
  // Far above the usual time, and far below one statement for each verdict.
  expect(Math.max(...drawMs, readMs)).toBeLessThan(5000);
  expect(strata.find(({ rule, judged }) => rule === "hate" && judged.APPROVE > 0)).toBeDefined();
  // The moderator approves all: agreement is the 90 % that the model approved, however few of the judged ones these are.
  const { counts, estimate } = agreementOf(strata);
  expect(counts[0]![1]).toBeGreaterThan(3);
  expect(estimate!.share).toBeCloseTo(0.9, 2);
}, 60_000);
