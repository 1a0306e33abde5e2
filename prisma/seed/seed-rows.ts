import type { Tx } from "../../lib/db.ts";
import type { Prisma } from "../../lib/generated/prisma/client.ts";
import { textHash } from "../../lib/moderation/patterns/normalise.ts";
import { builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { writtenIn } from "../../lib/review/revision/written-in.ts";
import type { demoReviews } from "./demo-reviews.ts";

export type SeedRevision = (typeof demoReviews)[number]["revisions"][number];
type SeededReview = {
  authorId: string;
  gymId: string;
  trainerId: string | undefined;
  revisions: SeedRevision[];
};

const startedAt = Date.now();
const dayMs = 86_400_000;
const judgedAfterMs = 40_000;

export const daysBefore = (days: number) => new Date(startedAt - days * dayMs);

const statusAfter = { APPROVE: "APPROVED", REJECT: "REJECTED", HOLD: "HELD" } as const;

/** Collects rows, which are inserted table by table. */
export class SeedRows {
  readonly #reviews: Prisma.ReviewCreateManyInput[] = [];
  readonly #revisions: Prisma.ReviewRevisionCreateManyInput[] = [];
  readonly #verdicts: Prisma.VerdictCreateManyInput[] = [];
  readonly #waiting: Prisma.ModerationItemCreateManyInput[] = [];
  readonly #published: { reviewId: string; revisionId: string; stars: number; at: string }[] = [];

  add({ revisions, ...review }: SeededReview) {
    const reviewId = crypto.randomUUID();
    this.#reviews.push({ ...review, id: reviewId, createdAt: daysBefore(revisions[0]!.daysAgo) });
    let published: { revisionId: string; stars: number; at: string } | undefined;
    for (const [at, revision] of revisions.entries()) {
      const { revisionId, decidedAt } = this.#addRevision(
        { reviewId, gymId: review.gymId },
        at + 1,
        revision,
      );
      if (revision.verdict.decision !== "APPROVE") continue;
      published = { revisionId, stars: revision.stars, at: published?.at ?? decidedAt.toISOString() };
    }
    if (published) this.#published.push({ reviewId, ...published });
  }

  #addRevision(
    { reviewId, gymId }: { reviewId: string; gymId: string },
    number: number,
    { stars, text, daysAgo, verdict }: SeedRevision,
  ) {
    const revisionId = crypto.randomUUID();
    const createdAt = daysBefore(daysAgo);
    const decidedAt = new Date(createdAt.getTime() + judgedAfterMs);
    const locale = writtenIn(text);
    this.#revisions.push({
      id: revisionId,
      reviewId,
      number,
      stars,
      body: text,
      bodyHash: textHash(text),
      locale,
      status: statusAfter[verdict.decision],
      createdAt,
      decidedAt,
      attempt: 1,
    });
    // No model judged these, so the row names a moderator.
    const bySeed = verdict.decision === "APPROVE" && ({ decidedBy: "MODERATOR", note: "seed" } as const);
    this.#verdicts.push({
      revisionId,
      attempt: 1,
      policyVersion: builtInPolicy.version,
      createdAt: decidedAt,
      decidedBy: "RULE",
      ...bySeed,
      ...verdict,
    });
    if (verdict.decision === "HOLD") {
      const filteredBy = { gymId, locale, category: verdict.holdReason, decidedBy: "RULE" } as const;
      this.#waiting.push({ revisionId, reason: "HELD", openedAt: decidedAt, ...filteredBy });
    }
    return { revisionId, decidedAt };
  }

  async insert(tx: Tx) {
    await tx.review.createMany({ data: this.#reviews });
    await tx.reviewRevision.createMany({ data: this.#revisions });
    await tx.verdict.createMany({ data: this.#verdicts });
    await tx.moderationItem.createMany({ data: this.#waiting });
    // Published last, because a review and its revision reference each other. A trigger updates the tallies.
    await tx.$executeRaw`
      UPDATE review SET published_revision_id = row.revision, published_stars = row.stars, published_at = row.at
        FROM unnest(${this.#published.map(({ reviewId }) => reviewId)}::uuid[],
                    ${this.#published.map(({ revisionId }) => revisionId)}::uuid[],
                    ${this.#published.map(({ stars }) => stars)}::int[],
                    ${this.#published.map(({ at }) => at)}::text[]::timestamptz[]) AS row (review, revision, stars, at)
       WHERE review.id = row.review`;
  }
}
