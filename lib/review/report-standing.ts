import { isReviewingSuspended } from "../account/policy.ts";
import type { ReportOutcome } from "../generated/prisma/enums.ts";

/** Whoever signed up just now may have done so to take part in a campaign. */
const youngestReporterMs = 24 * 60 * 60 * 1000;

/** So many of a member's decided reports are looked at, the latest: who has learned better is believed again. */
export const outcomesLookedAt = 10;

/** One or two mistakes are nobody's bad faith. */
const fewestDismissed = 3;

type Reporter = {
  createdAt: Date;
  suspendedAt: Date | null;
  noReviewsUntil: Date | null;
  /** What moderators made of their latest reports, at most `outcomesLookedAt` of them. */
  outcomes: readonly ReportOutcome[];
};

/** Whether a member's report helps to hide a review before a moderator has looked. Everyone's is read. */
export function isInGoodStanding(reporter: Reporter, now: Date): boolean {
  return (
    !reporter.suspendedAt &&
    !isReviewingSuspended(reporter, now) &&
    now.getTime() - reporter.createdAt.getTime() >= youngestReporterMs &&
    !isBadFaith(reporter.outcomes)
  );
}

/** Whether most of what they reported lately was fine, and not by mistake. */
export function isBadFaith(outcomes: readonly ReportOutcome[]): boolean {
  const dismissed = outcomes.filter((outcome) => outcome === "DISMISSED").length;
  return dismissed >= fewestDismissed && dismissed > outcomes.length - dismissed;
}
