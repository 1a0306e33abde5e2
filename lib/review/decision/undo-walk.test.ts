// Random acts of authors, members, moderators and the model. No database error may occur, and after each step the tables
// must satisfy the invariants.
import { expect, test } from "vitest";

import { decide, newModerator, report, rowsOf, seenOf } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  type Scene,
  approval,
  claimed,
  expectTrueTallies,
  failure,
  hold,
  newScene,
  rejection,
  submitted,
} from "../../../test/review-scene.ts";
import { randomFrom } from "../../../test/seeded-random.ts";
import { pool, prisma } from "../../db.ts";
import { appealRejection } from "../appeal/appeal-rejection.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { decideAppeal } from "../appeal/decide-appeal.ts";
import { decideRevision } from "./decide.ts";
import { decisionKinds } from "./schema.ts";
import { undoAct } from "./undo.ts";

startWithoutReviews();

type Walk = {
  random: ReturnType<typeof randomFrom>;
  scene: Scene;
  reviewId: string;
  moderatorId: string;
  done: string[];
};

const revisionsOf = ({ reviewId }: Walk) =>
  prisma.reviewRevision.findMany({ where: { reviewId }, orderBy: { number: "asc" } });

async function edit(walk: Walk) {
  const latest = (await revisionsOf(walk)).at(-1)!;
  await submitted(walk.scene, { base: latest.id, stars: walk.random.below(5) + 1 });
  return "edit";
}

async function judge(walk: Walk) {
  const pending = (await revisionsOf(walk)).find(({ status }) => status === "PENDING");
  if (!pending) return null;
  const outcome = walk.random.pick([approval, approval, rejection, hold, failure])!;
  await settleRevision(await claimed(pending.id), outcome);
  return `judge ${pending.number}`;
}

async function reportPublished(walk: Walk) {
  const review = await prisma.review.findUniqueOrThrow({ where: { id: walk.reviewId } });
  if (!review.publishedRevisionId) return null;
  await report({ ...walk.scene, reviewId: walk.reviewId, revisionId: review.publishedRevisionId });
  return "report";
}

async function appeal(walk: Walk) {
  const latest = (await revisionsOf(walk)).at(-1)!;
  const verdict = await prisma.verdict.findFirst({
    where: { revisionId: latest.id, undoneAt: null },
    orderBy: { attempt: "desc" },
  });
  if (!verdict) return null;
  const { authorId } = walk.scene;
  const result = await appealRejection({ authorId, verdictId: verdict.id, text: "다시 봐 주시면 좋겠어요." });
  return result.ok ? "appeal" : null;
}

async function act(walk: Walk) {
  const revision = walk.random.pick(await revisionsOf(walk))!;
  const kind = walk.random.pick(decisionKinds)!;
  const { moderatorId } = walk;
  const seen = await seenOf(revision.id);
  const decided = await decideRevision({ moderatorId, revisionId: revision.id, kind, rule: "other", seen });
  return decided.ok ? `${kind} ${revision.number}` : null;
}

async function answer(walk: Walk) {
  const open = await prisma.appeal.findFirst({
    where: { outcome: null, verdict: { revision: { reviewId: walk.reviewId } } },
    select: { id: true, verdict: { select: { revisionId: true } } },
  });
  if (!open) return null;
  const decided = await decideAppeal({
    moderatorId: await newModerator(),
    appealId: open.id,
    outcome: walk.random.pick(["UPHELD", "OVERTURNED"] as const)!,
    answer: "다시 읽어 보고 결정했어요.",
    seen: await seenOf(open.verdict.revisionId),
  });
  return decided.ok ? "answer" : null;
}

async function undo(walk: Walk) {
  const acts = await prisma.moderatorAct.findMany({
    where: { revision: { reviewId: walk.reviewId }, undoneAt: null },
    orderBy: { createdAt: "asc" },
  });
  const one = walk.random.pick(acts);
  if (!one) return null;
  const undone = await undoAct({ moderatorId: walk.moderatorId, actId: one.id });
  if (undone.ok) return `undo ${one.kind}`;
  expect(["LATER_ACT", "EDIT_WAITS"]).toContain(undone.error);
  return null;
}

/** Violated invariants. */
async function listWrongs({ reviewId }: Walk) {
  const { rows } = await pool.query<{ wrong: string }>(
    `SELECT 'published, not approved' AS wrong FROM review JOIN review_revision shown ON shown.id = published_revision_id
      WHERE review.id = $1 AND (shown.status <> 'APPROVED' OR shown.stars <> published_stars)
     UNION ALL
     SELECT 'replaced, still waiting' FROM review_revision revision
       JOIN moderation_item item ON item.revision_id = revision.id AND item.closed_at IS NULL
      WHERE review_id = $1 AND status = 'SUPERSEDED'
     UNION ALL
     SELECT 'held, waiting for nobody' FROM review_revision revision
      WHERE review_id = $1 AND status IN ('HELD', 'FAILED')
        AND NOT EXISTS (SELECT FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL)
     UNION ALL
     SELECT 'the verdict that stands says otherwise' FROM review_revision revision
       JOIN LATERAL (SELECT decision FROM verdict WHERE revision_id = revision.id AND undone_at IS NULL
                      ORDER BY attempt DESC LIMIT 1) verdict ON true
      WHERE review_id = $1 AND (status = 'APPROVED' AND decision <> 'APPROVE' OR status = 'REJECTED' AND decision <> 'REJECT')
     UNION ALL
     SELECT 'appeal of the latest text, on nobody''s list' FROM appeal
       JOIN verdict ON verdict.id = appeal.verdict_id
       JOIN review_revision revision ON revision.id = verdict.revision_id
      WHERE review_id = $1 AND appeal.outcome IS NULL AND status = 'REJECTED'
        AND number = (SELECT max(number) FROM review_revision WHERE review_id = $1)
        AND (verdict.undone_at IS NOT NULL
             OR NOT EXISTS (SELECT FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL))`,
    [reviewId],
  );
  return rows.map(({ wrong }) => wrong);
}

const rounds = Array.from({ length: 6 }, (_, at) => 6110 + at);

test.each(rounds)(
  "any sequence of acts and undos keeps the invariants (seed %i)",
  async (seed) => {
    const scene = await newScene();
    const { reviewId } = await submitted(scene);
    const walk: Walk = {
      random: randomFrom(seed),
      scene,
      reviewId,
      moderatorId: await newModerator(),
      done: [],
    };
    const steps = [edit, judge, judge, reportPublished, appeal, act, act, act, answer, undo, undo];
    for (let step = 0; step < 60; step += 1) {
      const what = await walk.random.pick(steps)!(walk);
      if (what) walk.done.push(what);
      expect({ wrongs: await listWrongs(walk), done: walk.done }).toEqual({ wrongs: [], done: walk.done });
    }
    await expectTrueTallies(scene);

    // From here only moderators act. Undone in reverse, everything is restored.
    const before = await rowsOf({ ...scene, reviewId });
    const acts: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      const revision = walk.random.pick(await revisionsOf(walk))!;
      const kind = walk.random.pick(decisionKinds)!;
      await decide(walk.moderatorId, revision.id, kind).then(
        (actId) => acts.unshift(actId),
        () => undefined, // not decidable
      );
    }
    for (const actId of acts)
      expect(await undoAct({ moderatorId: walk.moderatorId, actId })).toEqual({ ok: true, data: { actId } });
    expect(await rowsOf({ ...scene, reviewId })).toEqual(before);
  },
  60_000,
);
