import type { VerdictCount } from "../review/review-metrics.ts";
import type { Sample } from "./exposition.ts";

const decisions = ["APPROVE", "REJECT", "HOLD"] as const;
const means = ["RULE", "CACHE", "MODEL", "MODERATOR"] as const;

/** A sample for each decision and what can decide, zeros too: a series that comes and goes cannot be compared. */
export const verdictSamples = (verdicts: readonly VerdictCount[]): Sample[] =>
  decisions.flatMap((decision) =>
    means.map((decidedWith) => ({
      labels: { decision: decision.toLowerCase(), decided_with: decidedWith.toLowerCase() },
      value: verdicts
        .filter((verdict) => verdict.decision === decision && verdict.decidedWith === decidedWith)
        .reduce((total, { count }) => total + count, 0),
    })),
  );
