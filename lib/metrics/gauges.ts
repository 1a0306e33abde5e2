import "server-only";

import { countCalls } from "../ai/call-metrics.ts";
import { countReplies, measureFirstText } from "../diary/reply-metrics.ts";
import { env } from "../env.ts";
import { countAppeals, countDecidedAppeals } from "../review/appeal-metrics.ts";
import { countQueue } from "../review/desk/queue-counts.ts";
import { countFailed } from "../review/queue-metrics.ts";
import { type VerdictCount, countSubmitted, countVerdicts, measureWaits } from "../review/review-metrics.ts";
import type { Span } from "../span.ts";
import { costPerThousand } from "./cost.ts";
import type { MetricFamily, Sample } from "./exposition.ts";
import { verdictSamples } from "./verdict-samples.ts";

const gauge = (name: string, help: string, samples: Sample[]): MetricFamily => ({
  name: `sora_${name}`,
  type: "gauge",
  help,
  samples,
});

/** What waits now, and the numbers of the metrics page for the last 24 hours. */
export async function readGauges(now = new Date()): Promise<MetricFamily[]> {
  // Rows carry the database's time, which may be a little ahead of ours.
  const span: Span = {
    edges: [new Date(now.getTime() - 86_400_000)],
    until: new Date(now.getTime() + 60_000),
  };
  const verdicts = await countVerdicts(span);
  return [
    ...(await queueGauges(now)),
    ...(await reviewGauges(span, verdicts)),
    ...(await appealGauges(span)),
    ...(await callGauges(span, verdicts)),
    ...(await replyGauges(span)),
  ];
}

async function queueGauges(now: Date): Promise<MetricFamily[]> {
  const waiting = Object.entries(await countQueue());
  const ages = waiting.flatMap(([, { oldestAt }]) => (oldestAt ? now.getTime() - oldestAt.getTime() : []));
  return [
    gauge(
      "queue_items",
      "Reviews that wait for a person, by why.",
      waiting.map(([reason, { count }]) => ({ labels: { reason: reason.toLowerCase() }, value: count })),
    ),
    gauge("queue_oldest_seconds", "How long the oldest of them has waited; 0 when none does.", [
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

async function callGauges(span: Span, verdicts: VerdictCount[]): Promise<MetricFamily[]> {
  const counts = await countCalls(span);
  const judging = counts.find(({ purpose }) => purpose === "MODERATION");
  const reviews = verdicts
    .filter(({ decidedWith }) => decidedWith !== "MODERATOR")
    .reduce((total, { count }) => total + count, 0);
  const cost = costPerThousand({ inputTokens: 0, outputTokens: 0, ...judging, reviews }, env());
  return [
    gauge(
      "model_calls_24h",
      "Calls of the model begun in the last 24 hours, by purpose and by whether they failed.",
      counts.flatMap(({ purpose, calls, failed }) => [
        { labels: { purpose: purpose.toLowerCase(), failed: "no" }, value: calls - failed },
        { labels: { purpose: purpose.toLowerCase(), failed: "yes" }, value: failed },
      ]),
    ),
    gauge(
      "model_tokens_24h",
      "Tokens of the calls of the last 24 hours, by purpose and direction.",
      counts.flatMap(({ purpose, inputTokens, outputTokens }) => [
        { labels: { purpose: purpose.toLowerCase(), direction: "input" }, value: inputTokens },
        { labels: { purpose: purpose.toLowerCase(), direction: "output" }, value: outputTokens },
      ]),
    ),
    gauge(
      "cost_per_1000_reviews_24h",
      "What judging 1000 reviews cost in the last 24 hours, in the currency of MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT.",
      cost === null ? [] : [{ value: cost }],
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
