import "server-only";

import { countCalls } from "../ai/call-metrics.ts";
import { countCallFailures } from "../ai/health/failure-metrics.ts";
import { countReplies } from "../diary/reply-metrics.ts";
import { processWide } from "../process-wide.ts";
import { countAppeals } from "../review/appeal/metrics.ts";
import { countFailed } from "../review/desk/metrics.ts";
import { countSubmitted, countVerdicts } from "../review/review-metrics.ts";
import { type Span, sum } from "../time/span.ts";
import type { MetricFamily, Sample } from "./exposition.ts";
import { failureSamples } from "./failure-samples.ts";
import { verdictSamples } from "./verdict-samples.ts";

/** The maximum of each counter: a lower value would look like a restart, and the rate would jump. */
const shown = processWide("metrics-counters", () => new Map<string, number>());

function counter(name: string, help: string, samples: Sample[]): MetricFamily {
  return {
    name: `sora_${name}_total`,
    type: "counter",
    help: `${help}, since this server started and by whichever server: take the max over servers, not the sum.`,
    samples: samples.map(({ labels, value }) => {
      const key = JSON.stringify([name, labels]);
      const most = Math.max(value, shown.get(key) ?? 0);
      shown.set(key, most);
      return { labels, value: most };
    }),
  };
}

/**
 * Counts since this server's start, not of all time: deleted members' rows disappear, and a sum of all rows would be
 * smaller after the next restart.
 */
export async function readCounters(now = new Date()): Promise<MetricFamily[]> {
  const span: Span = {
    edges: [new Date(performance.timeOrigin)],
    until: new Date(now.getTime() + 60_000),
  };
  const [submitted, verdicts, failed] = await Promise.all([
    countSubmitted(span),
    countVerdicts(span),
    countFailed(span),
  ]);
  const [appeals, calls, replies] = await Promise.all([
    countAppeals(span),
    countCalls(span),
    countReplies(span),
  ]);
  const failures = await countCallFailures(span);
  const purposes = ["MODERATION", "SUMMARY"] as const;
  const callsFor = (purpose: (typeof purposes)[number]) => calls.filter((row) => row.purpose === purpose);
  return [
    counter("submitted", "Review texts sent, edits among them", [{ value: sum(submitted) }]),
    counter("verdicts", "Verdicts, by decision and by what decided", verdictSamples(verdicts)),
    counter("failed", "Review texts that the model could not be asked about", [{ value: sum(failed) }]),
    counter("appeals", "Appeals made", [{ value: sum(appeals) }]),
    counter(
      "model_calls",
      "Calls of the model begun, by purpose",
      purposes.map((purpose) => ({
        labels: { purpose: purpose.toLowerCase() },
        value: sum(callsFor(purpose).map((row) => row.calls)),
      })),
    ),
    counter("model_failures", "Failed calls of a model, by purpose and cause", failureSamples(failures)),
    counter(
      "model_tokens",
      "Tokens, by purpose and direction",
      purposes.flatMap((purpose) => [
        {
          labels: { purpose: purpose.toLowerCase(), direction: "input" },
          value: sum(callsFor(purpose).map((row) => row.inputTokens)),
        },
        {
          labels: { purpose: purpose.toLowerCase(), direction: "output" },
          value: sum(callsFor(purpose).map((row) => row.outputTokens)),
        },
      ]),
    ),
    counter(
      "replies",
      "Replies asked for, by tone",
      (["T", "F"] as const).map((tone) => ({
        labels: { tone },
        value: replies.filter((row) => row.tone === tone).reduce((total, { count }) => total + count, 0),
      })),
    ),
  ];
}
