import "server-only";

import { type CallCount, countCalls } from "../ai/call-metrics.ts";
import { countCallFailures } from "../ai/health/failure-metrics.ts";
import { countReplies, measureFirstText } from "../diary/reply-metrics.ts";
import { env } from "../env.ts";
import { countAppeals, countDecidedAppeals } from "../review/appeal/metrics.ts";
import { countFailed, measureQueue } from "../review/desk/metrics.ts";
import {
  type VerdictCount,
  countJudged,
  countSubmitted,
  countVerdicts,
  decidedWithKinds,
  measureWaits,
} from "../review/review-metrics.ts";
import { type Span, perBucket, sum } from "../time/span.ts";
import { type Tokens, costOf, costPerThousand } from "./cost.ts";

/** Reviews sent in the span. Excludes verdicts that were undone. */
export async function readReviewMetrics(span: Span) {
  const [submitted, verdicts, failed] = await Promise.all([
    countSubmitted(span),
    countVerdicts(span),
    countFailed(span),
  ]);
  const [waits, queue] = await Promise.all([measureWaits(span), measureQueue(span)]);
  return {
    submitted,
    approved: countWhere(span, verdicts, ({ decision }) => decision === "APPROVE"),
    rejected: countWhere(span, verdicts, ({ decision }) => decision === "REJECT"),
    held: countWhere(span, verdicts, ({ decision }) => decision === "HOLD"),
    failed,
    decidedWith: Object.fromEntries(
      decidedWithKinds.map((kind) => [
        kind,
        countWhere(span, verdicts, ({ decidedWith }) => decidedWith === kind),
      ]),
    ) as Record<(typeof decidedWithKinds)[number], number[]>,
    waits,
    queue,
  };
}

const countWhere = (span: Span, verdicts: VerdictCount[], matches: (verdict: VerdictCount) => boolean) =>
  perBucket(span, verdicts.filter(matches), ({ count }) => count);

export async function readAppealMetrics(span: Span) {
  const [opened, decided] = await Promise.all([countAppeals(span), countDecidedAppeals(span)]);
  const rules = [...new Set(decided.map(({ rule }) => rule))];
  return {
    opened,
    upheld: perBucket(span, decided, ({ upheld }) => upheld),
    overturned: perBucket(span, decided, ({ overturned }) => overturned),
    byRule: rules
      .map((rule) => {
        const ofRule = decided.filter((row) => row.rule === rule);
        return {
          rule,
          upheld: sum(ofRule.map(({ upheld }) => upheld)),
          overturned: sum(ofRule.map(({ overturned }) => overturned)),
        };
      })
      .toSorted((a, b) => b.upheld + b.overturned - (a.upheld + a.overturned)),
  };
}

/**
 * The reviews include those that patterns and the cache decided, which is how these save money. Policy runs count
 * separately, because they judge reviews again.
 */
export async function readCallMetrics(span: Span) {
  const [counts, reviews] = await Promise.all([countCalls(span), countJudged(span)]);
  const judging = counts.filter(({ purpose, runKind }) => purpose === "MODERATION" && runKind === null);
  const runs = counts.filter(({ runKind }) => runKind !== null);
  const summaries = counts.filter(({ purpose }) => purpose === "SUMMARY");
  return {
    judging: perBucket(span, judging, ({ calls }) => calls),
    runs: perBucket(span, runs, ({ calls }) => calls),
    summaries: perBucket(span, summaries, ({ calls }) => calls),
    inputTokens: perBucket(span, counts, ({ inputTokens }) => inputTokens),
    cachedInputTokens: perBucket(span, counts, ({ cachedInputTokens }) => cachedInputTokens),
    outputTokens: perBucket(span, counts, ({ outputTokens }) => outputTokens),
    costPerThousand: costPerThousand({ ...tokensOf(judging), reviews }, env()),
    costOfRuns: runs.length > 0 ? costOf(tokensOf(runs), env()) : null,
  };
}

export const tokensOf = (counts: readonly CallCount[]): Tokens => ({
  inputTokens: sum(counts.map(({ inputTokens }) => inputTokens)),
  cachedInputTokens: sum(counts.map(({ cachedInputTokens }) => cachedInputTokens)),
  outputTokens: sum(counts.map(({ outputTokens }) => outputTokens)),
});

export async function readFailureMetrics(span: Span) {
  const counts = await countCallFailures(span);
  const ofPurpose = (purpose: (typeof counts)[number]["purpose"]) =>
    perBucket(
      span,
      counts.filter((row) => row.purpose === purpose),
      ({ count }) => count,
    );
  return {
    REPLY: ofPurpose("REPLY"),
    MODERATION: ofPurpose("MODERATION"),
    SUMMARY: ofPurpose("SUMMARY"),
    VETO: ofPurpose("VETO"),
    byCause: [...Map.groupBy(counts, ({ cause }) => cause)]
      .map(([cause, rows]) => {
        const countOf = (purpose: string) =>
          sum(rows.filter((row) => row.purpose === purpose).map(({ count }) => count));
        return {
          cause,
          REPLY: countOf("REPLY"),
          MODERATION: countOf("MODERATION"),
          SUMMARY: countOf("SUMMARY"),
          VETO: countOf("VETO"),
          total: sum(rows.map(({ count }) => count)),
        };
      })
      .toSorted((a, b) => b.total - a.total),
  };
}

export async function readReplyMetrics(span: Span) {
  const [counts, firstText] = await Promise.all([countReplies(span), measureFirstText(span)]);
  const ofTone = (tone: "T" | "F") => {
    const replies = counts.filter((row) => row.tone === tone);
    const begun = firstText.filter((row) => row.tone === tone);
    const at = (bucket: number | null) => begun.find((row) => row.bucket === bucket);
    return {
      replies: perBucket(span, replies, ({ count }) => count),
      up: perBucket(span, replies, ({ up }) => up),
      down: perBucket(span, replies, ({ down }) => down),
      firstText: {
        p50: span.edges.map((_, index) => at(index)?.p50 ?? null),
        p95: span.edges.map((_, index) => at(index)?.p95 ?? null),
        overall: at(null) ?? null,
      },
    };
  };
  return { T: ofTone("T"), F: ofTone("F") };
}
