import { isReviewingSuspended } from "../../account/policy.ts";
import type { ReportOutcome } from "../../generated/prisma/enums.ts";

/** Newer accounts may belong to a campaign. */
const youngestReporterMs = 24 * 60 * 60 * 1000;

/** Only the latest outcomes count, so that a member regains good standing. */
export const outcomesLookedAt = 10;

/** One or two dismissed reports are mistakes, not bad faith. */
const fewestDismissed = 3;

type Reporter = {
  createdAt: Date;
  suspendedAt: Date | null;
  noReviewsUntil: Date | null;
  outcomes: readonly ReportOutcome[];
};

/** Whether a report counts towards hiding a review. A moderator reads every report. */
export function isInGoodStanding(reporter: Reporter, now: Date): boolean {
  return (
    !reporter.suspendedAt &&
    !isReviewingSuspended(reporter, now) &&
    now.getTime() - reporter.createdAt.getTime() >= youngestReporterMs &&
    !isBadFaith(reporter.outcomes)
  );
}

export function isBadFaith(outcomes: readonly ReportOutcome[]): boolean {
  const dismissed = outcomes.filter((outcome) => outcome === "DISMISSED").length;
  return dismissed >= fewestDismissed && dismissed > outcomes.length - dismissed;
}
