import { expect, test } from "vitest";

import { parseExposition } from "../../e2e/support/parse-exposition.ts";
import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { newScene } from "../../test/review-scene.ts";
import {
  observeAnsweredCall,
  recordAnsweredCall,
  recordFailedCall,
  writeCallRecords,
} from "../ai/health/record-call.ts";
import { pool, prisma } from "../db.ts";
import { countStream } from "../diary/reply-streams.ts";
import { env } from "../env.ts";
import { instruments } from "../instruments.ts";
import { jobQueue } from "../jobs/queue.ts";
import { readCounters } from "./counters.ts";
import { writeExposition } from "./exposition.ts";
import { readGauges } from "./gauges.ts";
import { readLiveGauges } from "./live-gauges.ts";

const scrape = async () =>
  parseExposition(writeExposition([...(await readGauges()), ...(await readCounters())]));
type Families = Awaited<ReturnType<typeof scrape>>;

const valueOf = (families: Families, name: string, labels: Record<string, string> = {}) =>
  families
    .get(name)
    ?.samples.find((sample) => Object.entries(labels).every(([label, text]) => sample.labels[label] === text))
    ?.value;

test("a scrape is well formed, and every counter has a name of Sora and the type counter", async () => {
  const families = await scrape();
  for (const [name, { type, help }] of families) {
    expect(name).toMatch(/^sora_[a-z0-9_]+$/);
    expect(help).toMatch(/\.$/);
    expect(type === "counter").toBe(name.endsWith("_total"));
  }
  for (const name of ["sora_queue_items", "sora_submitted_24h", "sora_verdicts_24h", "sora_submitted_total"])
    expect([...families.keys()]).toContain(name);
  expect(families.get("sora_verdicts_24h")?.samples).toHaveLength(15);
});

test("separates the cost of reviews from that of trials, and prices cached input separately", async () => {
  const settings = { ...env() };
  Object.assign(env(), { MODEL_PRICE_INPUT: 10, MODEL_PRICE_CACHED_INPUT: 1, MODEL_PRICE_OUTPUT: 100 });
  try {
    const before = await scrape();
    const now = new Date();
    const call = { model: "test", subjectIds: [], expiresAt: now, endedAt: now };
    const tokens = { inputTokens: 900_000, cachedInputTokens: 400_000, outputTokens: 10_000 };
    await prisma.modelCall.create({ data: { ...call, ...tokens, purpose: "MODERATION", runKind: "TRIAL" } });
    const after = await scrape();
    const trial = { run: "trial" };
    const cost = (families: Families) => valueOf(families, "sora_policy_run_cost_24h", trial)!;
    expect(cost(after) - cost(before)).toBeCloseTo(5 + 0.4 + 1);
    const thousand = (families: Families) => valueOf(families, "sora_cost_per_1000_reviews_24h");
    expect(thousand(after)).toBe(thousand(before));
    const cached = (families: Families) =>
      valueOf(families, "sora_model_cached_input_tokens_24h", { purpose: "moderation", ...trial }) ?? 0;
    expect(cached(after) - cached(before)).toBe(400_000);
  } finally {
    Object.assign(env(), settings);
  }
});

test("counts events; a counter does not fall when a member is deleted", async () => {
  const before = await scrape();
  const scene = await newScene();
  const review = await prisma.review.create({ data: { authorId: scene.authorId, gymId: scene.gymId } });
  const { id: revisionId } = await prisma.reviewRevision.create({
    data: { reviewId: review.id, number: 1, stars: 4, body: "좋아요", bodyHash: "", locale: "ko" },
  });
  await prisma.verdict.create({
    data: { revisionId, attempt: 9, decision: "HOLD", decidedBy: "RULE", policyVersion: 1 },
  });
  await prisma.moderationItem.create({
    data: { revisionId, gymId: scene.gymId, locale: "ko", reason: "HELD" },
  });
  const held = { decision: "hold", decided_with: "rule" };
  const after = await scrape();
  const grew = (name: string, labels = {}) => valueOf(after, name, labels)! - valueOf(before, name, labels)!;
  expect(grew("sora_submitted_total")).toBe(1);
  expect(grew("sora_submitted_24h")).toBe(1);
  expect(grew("sora_verdicts_total", held)).toBe(1);
  expect(grew("sora_verdicts_24h", held)).toBe(1);
  expect(grew("sora_queue_items", { reason: "held" })).toBe(1);
  expect(valueOf(after, "sora_queue_oldest_seconds")).toBeGreaterThanOrEqual(0);

  await prisma.member.delete({ where: { id: scene.authorId } });
  const gone = await scrape();
  expect(valueOf(gone, "sora_submitted_total")).toBe(valueOf(after, "sora_submitted_total"));
  expect(valueOf(gone, "sora_submitted_24h")).toBe(valueOf(before, "sora_submitted_24h"));
});

test("counts failed calls by purpose and cause, and measures an outage until it ends", async () => {
  const refused = { purpose: "reply", cause: "key_refused" };
  const before = await scrape();
  expect(valueOf(before, "sora_model_failures_total", refused)).toBe(0);
  for (const code of ["invalid_api_key", null])
    recordFailedCall("REPLY", { cause: "KEY_REFUSED", status: 401, code }, 5);
  await writeCallRecords();
  const failing = await scrape();
  expect(valueOf(failing, "sora_model_failures_total", refused)).toBe(2);
  expect(valueOf(failing, "sora_model_failures_24h", refused)).toBe(2);
  expect(valueOf(failing, "sora_model_failures_24h", { ...refused, purpose: "summary" })).toBe(0);
  expect(valueOf(failing, "sora_model_failing_seconds", { purpose: "reply" })).toBeGreaterThan(0);
  expect(valueOf(failing, "sora_model_failing_seconds", { purpose: "moderation" })).toBe(0);

  recordAnsweredCall("REPLY", 0);
  await writeCallRecords();
  const well = await scrape();
  expect(valueOf(well, "sora_model_failing_seconds", { purpose: "reply" })).toBe(0);
  expect(valueOf(well, "sora_model_failures_total", refused)).toBe(2);
});

test("exports the agreement of blind judgements by judge, at most five minutes old", async () => {
  const scene = await newScene();
  const review = await prisma.review.create({ data: { authorId: scene.authorId, gymId: scene.gymId } });
  const { id: revisionId } = await prisma.reviewRevision.create({
    data: { reviewId: review.id, number: 1, stars: 4, body: "좋아요", bodyHash: "", locale: "ko" },
  });
  const model = `judge-${crypto.randomUUID()}`;
  const { id: verdictId } = await prisma.verdict.create({
    data: {
      revisionId,
      attempt: 1,
      decision: "APPROVE",
      decidedBy: "MODEL",
      policyVersion: 1,
      confidence: 0.98,
      model,
      modelHost: "models.test",
      promptVersion: "p",
    },
  });
  const moderatorId = await newMember();
  await prisma.blindJudgement.create({ data: { verdictId, moderatorId, decision: "APPROVE" } });

  const soon = new Date(Date.now() + 301_000);
  const families = parseExposition(writeExposition(await readGauges(soon)));
  const judge = { model, server: "models.test", prompt: "p" };
  expect(valueOf(families, "sora_sample_judged_30d", judge)).toBe(1);
  expect(valueOf(families, "sora_sample_agreement_30d", judge)).toBe(1);
  expect(valueOf(families, "sora_sample_calibration_error_30d", judge)).toBeCloseTo(0.02);
  expect(valueOf(families, "sora_sample_rule_agreement_30d", { ...judge, said: "approve" })).toBe(1);
});

test("a scrape has open streams, waits for connections and the lag of the job queue", async () => {
  const jobs = await jobQueue();
  await jobs.createQueue("late");
  await jobs.send("late", {});
  await pool.query("UPDATE pgboss.job SET start_after = now() - interval '90 seconds' WHERE name = 'late'");
  const leave = countStream("somebody");
  const families = parseExposition(writeExposition(await readLiveGauges()));
  leave();
  await jobs.stop();
  expect(valueOf(families, "sora_open_streams", { kind: "reply" })).toBe(1);
  expect(valueOf(families, "sora_open_streams", { kind: "notice" })).toBe(0);
  expect(valueOf(families, "sora_database_connections", { pool: "requests", state: "waiting" })).toBe(0);
  expect(valueOf(families, "sora_job_lag_seconds", { queue: "late" })).toBeCloseTo(90, -1);
});

test("measures model calls by purpose and outcome", async () => {
  captureLog();
  recordFailedCall("SUMMARY", { cause: "TIMEOUT", status: null, code: null }, 15_000);
  observeAnsweredCall("SUMMARY", 700);
  const families = parseExposition(await instruments.registry.metrics());
  const sum = (outcome: string) =>
    families
      .get("sora_model_call_seconds")!
      .samples.find(({ labels }) => labels.outcome === outcome && labels.purpose === "summary" && !labels.le)
      ?.value;
  expect([sum("timeout"), sum("answered")]).toEqual([15, 0.7]);
  await pool.query("SELECT 1");
  expect(families.get("sora_database_wait_seconds")!.type).toBe("histogram");
});
