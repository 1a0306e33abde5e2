import { type VerdictCount, decidedWithKinds } from "../review/review-metrics.ts";
import type { Sample } from "./exposition.ts";

const decisions = ["APPROVE", "REJECT", "HOLD"] as const;

/** Includes zeros: a series with gaps cannot be compared. */
export const verdictSamples = (verdicts: readonly VerdictCount[]): Sample[] =>
  decisions.flatMap((decision) =>
    decidedWithKinds.map((decidedWith) => ({
      labels: { decision: decision.toLowerCase(), decided_with: decidedWith.toLowerCase() },
      value: verdicts
        .filter((verdict) => verdict.decision === decision && verdict.decidedWith === decidedWith)
        .reduce((total, { count }) => total + count, 0),
    })),
  );
