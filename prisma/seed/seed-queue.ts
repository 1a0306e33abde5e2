// The demo's moderation queue, for the embedded database only.
import { type Tx, prisma } from "../../lib/db.ts";
import { textHash } from "../../lib/moderation/patterns/normalise.ts";
import { builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { writtenIn } from "../../lib/review/revision/written-in.ts";
import { memberNames } from "./members.ts";
import { oneSeedAtATime } from "./one-seed-at-a-time.ts";
import { type QueuedReview, queuedReviews } from "./queue-reviews.ts";

const hourMs = 3_600_000;
const startedAt = Date.now();
const hoursBefore = (hours: number) => new Date(startedAt - hours * hourMs);

const emailOf = (at: number) => `queue-${at + 1}@sora.test`;

/** Fills the queue once: later decisions are kept. */
export async function seedQueue(): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await oneSeedAtATime(tx);
      if ((await tx.member.count({ where: { email: emailOf(0) } })) > 0) return;
      const gyms = new Map(
        (await tx.gym.findMany({ select: { id: true, slug: true } })).map(({ slug, id }) => [slug, id]),
      );
      const authors = await createMembers(tx);
      for (const [at, review] of queuedReviews.entries()) {
        const gymId = gyms.get(review.gym);
        if (gymId) await addReview(tx, { ...review, gymId, authorId: authors[at]!, reporters: authors });
      }
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** One for each review. They can not sign in. */
async function createMembers(tx: Tx): Promise<string[]> {
  const names = { ko: memberNames.ko.toReversed(), en: memberNames.en.toReversed() };
  const members = queuedReviews.map(({ text }, at) => {
    const ofLanguage = names[writtenIn(text)];
    return { id: crypto.randomUUID(), email: emailOf(at), name: ofLanguage[at % ofLanguage.length]! };
  });
  await tx.member.createMany({ data: members.map((one) => ({ ...one, createdAt: hoursBefore(2000) })) });
  return members.map(({ id }) => id);
}

type Placed = QueuedReview & { gymId: string; authorId: string; reporters: string[] };

async function addReview(tx: Tx, review: Placed) {
  const { gymId, authorId, hoursAgo, before } = review;
  const { id: reviewId } = await tx.review.create({
    data: { authorId, gymId, createdAt: hoursBefore(before ? hoursAgo * 4 : hoursAgo) },
    select: { id: true },
  });
  if (before)
    await addRevision(tx, reviewId, 1, { ...review, ...before, state: "APPROVED", hoursAgo: hoursAgo * 4 });
  await addRevision(tx, reviewId, before ? 2 : 1, review);
}

async function addRevision(tx: Tx, reviewId: string, number: number, review: Placed) {
  const { stars, text, state, hoursAgo, gymId, authorId } = review;
  const at = hoursBefore(hoursAgo);
  const locale = writtenIn(text);
  const { id: revisionId } = await tx.reviewRevision.create({
    data: {
      reviewId,
      number,
      stars,
      body: text,
      bodyHash: textHash(text),
      locale,
      status: state,
      createdAt: at,
      decidedAt: at,
      attempt: 1,
    },
    select: { id: true },
  });
  const verdict = verdictOf(review);
  const { id: verdictId } = verdict
    ? await tx.verdict.create({
        data: { ...verdict, revisionId, attempt: 1, policyVersion: builtInPolicy.version, createdAt: at },
        select: { id: true },
      })
    : { id: null };
  if (state === "APPROVED")
    await tx.review.update({
      where: { id: reviewId },
      data: { publishedRevisionId: revisionId, publishedStars: stars, publishedAt: at },
    });

  const item = { revisionId, gymId, locale, decidedBy: verdict?.decidedBy ?? null };
  if (state === "HELD" || state === "FAILED")
    await tx.moderationItem.create({
      data: {
        ...item,
        reason: state,
        openedAt: at,
        category: review.state === "HELD" ? review.holdReason : null,
      },
    });
  if (review.state === "REJECTED" && review.appeal && verdictId) {
    const appealedAt = hoursBefore(hoursAgo / 2);
    await tx.appeal.create({ data: { verdictId, authorId, text: review.appeal, createdAt: appealedAt } });
    await tx.moderationItem.create({
      data: { ...item, reason: "APPEALED", openedAt: appealedAt, category: review.rule },
    });
  }
  if (review.state === "APPROVED" && review.reports)
    await addReports(tx, { ...review, reports: review.reports }, { reviewId, item });
}

async function addReports(
  tx: Tx,
  { reports, authorId, reporters, hoursAgo }: Placed & { reports: { reason: string; text?: string }[] },
  { reviewId, item }: { reviewId: string; item: { revisionId: string; gymId: string; locale: string } },
) {
  const others = reporters.filter((id) => id !== authorId);
  const reportedAt = hoursBefore(hoursAgo / 10);
  await tx.report.createMany({
    data: reports.map(({ reason, text }, at) => ({
      reviewId,
      revisionId: item.revisionId,
      reporterId: others[(reason.length + at) % others.length]!,
      reason,
      text: text ?? null,
      counts: true,
      createdAt: reportedAt,
    })),
  });
  await tx.moderationItem.create({
    data: { ...item, reason: "REPORTED", openedAt: reportedAt, category: reports[0]!.reason },
  });
}

/** Looks like a verdict of a model or a pattern. No model was called, so none is named. */
function verdictOf(review: Placed) {
  const byModel = { decidedBy: "MODEL", confidence: 0.94 } as const;
  switch (review.state) {
    case "FAILED":
      return null;
    case "APPROVED":
      return { ...byModel, decision: "APPROVE" } as const;
    case "REJECTED":
      return { ...byModel, decision: "REJECT", rule: review.rule, evidence: review.evidence } as const;
    case "HELD": {
      const { holdReason, evidence = [] } = review;
      const by =
        holdReason === "UNSURE" ? { ...byModel, confidence: 0.58 } : ({ decidedBy: "RULE" } as const);
      return { ...by, decision: "HOLD", holdReason, evidence } as const;
    }
  }
}
