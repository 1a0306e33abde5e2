import "server-only";

import { type CallCount, countCalls } from "../ai/call-metrics.ts";
import { countCallFailures } from "../ai/health/failure-metrics.ts";
import { modelPurposes } from "../ai/health/model-purpose.ts";
import { listOutages } from "../ai/health/outage-data.ts";
import { countReplies, measureFirstText } from "../diary/reply-metrics.ts";
import { env } from "../env.ts";
import { countAppeals, countDecidedAppeals } from "../review/appeal/metrics.ts";
import { countQueue } from "../review/desk/queue-counts.ts";
import { peopleReasons } from "../review/desk/queue-query.ts";
import { countFailed } from "../review/desk/metrics.ts";
import { processWide } from "../process-wide.ts";
import {
  type VerdictCount,
  countJudged,
  countSubmitted,
  countVerdicts,
  measureWaits,
} from "../review/review-metrics.ts";
import { type SampleStratum, readStrata } from "../review/sample/strata.ts";
import type { Span } from "../time/span.ts";
import { costOf, costPerThousand } from "./cost.ts";
import { type MetricFamily, type Sample, gauge } from "./exposition.ts";
import { failureSamples } from "./failure-samples.ts";
import { tokensOf } from "./read-metrics.ts";
import { sampleDays, sampleGauges } from "./sample-gauges.ts";
import { verdictSamples } from "./verdict-samples.ts";

export async function readGauges(now = new Date()): Promise<MetricFamily[]> {
  // Rows have the database's time, which may be slightly ahead of ours.
  const span: Span = {
    edges: [new Date(now.getTime() - 86_400_000)],
    until: new Date(now.getTime() + 60_000),
  };
  const verdicts = await countVerdicts(span);
  return [
    ...(await queueGauges(now)),
    ...(await reviewGauges(span, verdicts)),
    ...(await appealGauges(span)),
    ...(await callGauges(span)),
    ...(await failureGauges(span, now)),
    ...(await replyGauges(span)),
    ...sampleGauges(await readSample(now)),
  ];
}

const sampleAgeMs = 300_000;
const sample = processWide("sample-strata", () => ({ at: 0, strata: [] as SampleStratum[] }));

/** Cached for five minutes: it reads all verdicts of 30 days and changes only as fast as people judge. */
async function readSample(now: Date): Promise<SampleStratum[]> {
  const age = now.getTime() - sample.at;
  if (age < 0 || age > sampleAgeMs) {
    const from = new Date(now.getTime() - sampleDays * 86_400_000);
    sample.strata = await readStrata({ from, until: new Date(now.getTime() + 60_000) });
    sample.at = now.getTime();
  }
  return sample.strata;
}

async function queueGauges(now: Date): Promise<MetricFamily[]> {
  const counts = await countQueue();
  const ages = peopleReasons.flatMap((reason) => {
    const { oldestAt } = counts[reason];
    return oldestAt ? now.getTime() - oldestAt.getTime() : [];
  });
  return [
    gauge(
      "queue_items",
      "Reviews in the queue, by why: those that are waiting wait for the model, the others for a person.",
      Object.entries(counts).map(([reason, { count }]) => ({
        labels: { reason: reason.toLowerCase() },
        value: count,
      })),
    ),
    gauge("queue_oldest_seconds", "How long the oldest has waited for a person; 0 when none does.", [
      { value: Math.max(0, ...ages) / 1000 },
    ]),
  ];
}

async function reviewGauges(span: Span, verdicts: VerdictCount[]): Promise<MetricFamily[]> {
  const [[submitted = 0], [failed = 0], { overall }] = await Promise.all([
    countSubmitted(span),
    countFailed(span),
    measureWaits(span),
  ]);
  return [
    gauge("submitted_24h", "Review texts sent in the last 24 hours, edits among them.", [
      { value: submitted },
    ]),
    gauge(
      "verdicts_24h",
      "Verdicts of the last 24 hours that still count, by decision and by what decided.",
      verdictSamples(verdicts),
    ),
    gauge("failed_24h", "Review texts of the last 24 hours that the model could not be asked about.", [
      { value: failed },
    ]),
    gauge(
      "verdict_seconds_24h",
      "Seconds from sending to the first verdict, of verdicts of the last 24 hours.",
      overall ? quantiles({ 0.5: overall.p50, 0.95: overall.p95, 0.99: overall.p99 }) : [],
    ),
  ];
}

const quantiles = (values: Record<string, number>, labels: Record<string, string> = {}): Sample[] =>
  Object.entries(values).map(([quantile, value]) => ({ labels: { ...labels, quantile }, value }));

async function appealGauges(span: Span): Promise<MetricFamily[]> {
  const [[opened = 0], decided] = await Promise.all([countAppeals(span), countDecidedAppeals(span)]);
  return [
    gauge("appeals_24h", "Appeals made in the last 24 hours.", [{ value: opened }]),
    gauge(
      "appeals_decided_24h",
      "Appeals decided in the last 24 hours, by the rule of the rejection and by outcome.",
      decided.flatMap(({ rule, upheld, overturned }) => [
        { labels: { rule: rule ?? "none", outcome: "upheld" }, value: upheld },
        { labels: { rule: rule ?? "none", outcome: "overturned" }, value: overturned },
      ]),
    ),
  ];
}

async function callGauges(span: Span): Promise<MetricFamily[]> {
  const [counts, reviews] = await Promise.all([countCalls(span), countJudged(span)]);
  const callsOf = (kind: CallCount["runKind"]) =>
    counts.filter(({ purpose, runKind }) => purpose === "MODERATION" && runKind === kind);
  const cost = costPerThousand({ ...tokensOf(callsOf(null)), reviews }, env());
  const runs = (["TRIAL", "REJUDGE"] as const).map((run) => ({
    labels: { run: run.toLowerCase() },
    cost: costOf(tokensOf(callsOf(run)), env()),
  }));
  const labelsOf = ({ purpose, runKind }: CallCount) => ({
    purpose: purpose.toLowerCase(),
    run: runKind?.toLowerCase() ?? "none",
  });
  return [
    gauge(
      "model_calls_24h",
      "Calls of the model begun in the last 24 hours, by purpose, policy run and whether they failed.",
      counts.flatMap((row) => [
        { labels: { ...labelsOf(row), failed: "no" }, value: row.calls - row.failed },
        { labels: { ...labelsOf(row), failed: "yes" }, value: row.failed },
      ]),
    ),
    gauge(
      "model_tokens_24h",
      "Tokens of the calls of the last 24 hours, by purpose, policy run and direction.",
      counts.flatMap((row) => [
        { labels: { ...labelsOf(row), direction: "input" }, value: row.inputTokens },
        { labels: { ...labelsOf(row), direction: "output" }, value: row.outputTokens },
      ]),
    ),
    gauge(
      "model_cached_input_tokens_24h",
      "Those of the input tokens that the server had cached.",
      counts.map((row) => ({ labels: labelsOf(row), value: row.cachedInputTokens })),
    ),
    gauge(
      "cost_per_1000_reviews_24h",
      "What judging 1000 reviews cost in the last 24 hours, in the currency of MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT; without policy runs.",
      cost === null ? [] : [{ value: cost }],
    ),
    gauge(
      "policy_run_cost_24h",
      "What trials of a draft and judging again cost in the last 24 hours, in the same currency.",
      runs.flatMap((run) => (run.cost === null ? [] : [{ labels: run.labels, value: run.cost }])),
    ),
  ];
}

async function failureGauges(span: Span, now: Date): Promise<MetricFamily[]> {
  const [failures, outages] = await Promise.all([countCallFailures(span), listOutages()]);
  const secondsSince = (since: Date | undefined) =>
    since ? Math.max(1, (now.getTime() - since.getTime()) / 1000) : 0;
  return [
    gauge(
      "model_failures_24h",
      "Failed calls of a model in the last 24 hours, by purpose and cause.",
      failureSamples(failures),
    ),
    gauge(
      "model_failing_seconds",
      "How long a purpose has had no working model; 0 when its calls are answered.",
      modelPurposes.map((purpose) => ({
        labels: { purpose: purpose.toLowerCase() },
        value: secondsSince(outages.find((outage) => outage.purpose === purpose)?.since),
      })),
    ),
  ];
}

async function replyGauges(span: Span): Promise<MetricFamily[]> {
  const [counts, firstText] = await Promise.all([countReplies(span), measureFirstText(span)]);
  const tones = ["T", "F"] as const;
  return [
    gauge(
      "replies_24h",
      "Replies asked for in the last 24 hours, by tone and status.",
      counts.map(({ tone, status, count }) => ({
        labels: { tone, status: status.toLowerCase() },
        value: count,
      })),
    ),
    gauge(
      "reply_first_text_seconds_24h",
      "Seconds to the first word of the replies of the last 24 hours, by tone.",
      firstText
        .filter(({ bucket }) => bucket === null)
        .flatMap(({ tone, p50, p95 }) => quantiles({ 0.5: p50 / 1000, 0.95: p95 / 1000 }, { tone })),
    ),
    gauge(
      "reply_feedback_24h",
      "Thumbs that the replies of the last 24 hours were given, by tone.",
      tones.flatMap((tone) => {
        const ofTone = counts.filter((row) => row.tone === tone);
        return [
          { labels: { tone, feedback: "up" }, value: ofTone.reduce((all, { up }) => all + up, 0) },
          { labels: { tone, feedback: "down" }, value: ofTone.reduce((all, { down }) => all + down, 0) },
        ];
      }),
    ),
  ];
}
