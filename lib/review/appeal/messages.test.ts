import { expect, test } from "vitest";

import { appealed, judgedReview, newModerator } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { approval, claimed, newScene, noticesOf, rejection, submitted } from "../../../test/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { findAppeal, obstacleTo } from "./data.ts";
import { answerModerator, askAuthor } from "./messages.ts";
import { findQueueItem } from "../desk/item-data.ts";
import { appealsPerPage, countOpenAppeals, listAppeals } from "./queue.ts";

startWithoutReviews();

const newAppeal = async () => appealed(await judgedReview(rejection));

test("a moderator asks, the author answers, and both see the messages in order", async () => {
  const { authorId, appealId } = await newAppeal();
  const moderatorId = await newModerator();
  expect(await answerModerator({ authorId, appealId, text: "여보세요?" })).toEqual({
    ok: false,
    error: "NOT_ASKED",
  });

  const asked = await Promise.all(
    [1, 2].map(() => askAuthor({ moderatorId, appealId, text: "언제 다녀오셨어요?" })),
  );
  expect(asked[0]).toEqual(asked[1]);
  expect((await listAppeals({ state: "open" })).appeals).toMatchObject([{ lastMessageBy: "MODERATOR" }]);
  const answered = await answerModerator({ authorId, appealId, text: "지난주에요." });
  // The same text again, as by a double click.
  expect(await answerModerator({ authorId, appealId, text: "지난주에요." })).toEqual(answered);
  expect(await answerModerator({ authorId, appealId, text: "아니, 그제요." })).toEqual({
    ok: false,
    error: "NOT_ASKED",
  });

  const thread = [
    { isFromModerator: true, text: "언제 다녀오셨어요?" },
    { isFromModerator: false, text: "지난주에요." },
  ];
  expect((await findAppeal(appealId))?.messages).toMatchObject(thread);
  expect(await listOwnReviews(authorId)).toMatchObject([{ appeal: { id: appealId, messages: thread } }]);
  expect((await listAppeals({ state: "open" })).appeals).toMatchObject([{ lastMessageBy: "AUTHOR" }]);
});

test("the author gets one notice for each question; an answer is listed for moderators", async () => {
  const { authorId, appealId, revisionId, reviewId } = await newAppeal();
  await prisma.notice.deleteMany({ where: { memberId: authorId } });
  const moderatorId = await newModerator();
  const ask = (text: string) => askAuthor({ moderatorId, appealId, text });
  await Promise.all([ask("언제 다녀오셨어요?"), ask("언제 다녀오셨어요?")]);
  await ask("언제 다녀오셨어요?");
  const [told, ...more] = await noticesOf(authorId);
  expect(told).toMatchObject({ kind: "APPEAL_ASKED", data: { reviewId, trainer: null } });
  // Notices are pushed to lock screens.
  expect(JSON.stringify(told!.data)).not.toContain("다녀오셨어요");
  expect(more).toEqual([]);
  const lastOf = async () => (await findQueueItem(revisionId))?.appeal?.lastMessageBy;
  expect(await lastOf()).toBe("MODERATOR");

  await answerModerator({ authorId, appealId, text: "지난주에요." });
  expect(await lastOf()).toBe("AUTHOR");
  await ask("저녁이었나요?");
  expect((await noticesOf(authorId)).map(({ kind }) => kind)).toEqual(["APPEAL_ASKED", "APPEAL_ASKED"]);
});

test("a stranger can not answer; the first moderator and the author can not ask", async () => {
  const { authorId, appealId, verdictId } = await newAppeal();
  const judge = await newModerator();
  await prisma.verdict.update({
    where: { id: verdictId },
    data: { moderatorId: judge, decidedBy: "MODERATOR" },
  });
  const ask = (moderatorId: UserId) => askAuthor({ moderatorId, appealId, text: "언제 다녀오셨어요?" });
  expect(await ask(judge)).toEqual({ ok: false, error: "NOT_ALLOWED" });
  expect(await ask(authorId)).toEqual({ ok: false, error: "NOT_ALLOWED" });
  const other = await newModerator();
  expect(await ask(other)).toMatchObject({ ok: true });
  const answer = { appealId, text: "지난주에요." };
  expect(await answerModerator({ ...answer, authorId: other })).toEqual({ ok: false, error: "NOT_FOUND" });
  const unknown = { appealId: crypto.randomUUID(), text: "지난주에요." };
  expect(await answerModerator({ ...unknown, authorId })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });

  const appeal = (await findAppeal(appealId))!;
  expect(obstacleTo(appeal, judge)).toBe("OWN_DECISION");
  expect(obstacleTo(appeal, authorId)).toBe("OWN_REVIEW");
  expect(obstacleTo(appeal, other)).toBeNull();
});

test("an edit or a decision closes the thread and removes the appeal from the list", async () => {
  const edited = await newAppeal();
  const moderatorId = await newModerator();
  const text = "언제 다녀오셨어요?";
  await submitted(edited, { base: edited.revisionId });
  expect(await findAppeal(edited.appealId)).toMatchObject({ isOpen: false, outcome: null, actId: null });
  expect(await askAuthor({ moderatorId, appealId: edited.appealId, text })).toEqual({
    ok: false,
    error: "CLOSED",
  });

  const decided = await newAppeal();
  await prisma.appeal.update({
    where: { id: decided.appealId },
    data: { outcome: "UPHELD", answer: "규칙에 어긋나요.", decidedAt: new Date(), decidedById: moderatorId },
  });
  expect(await askAuthor({ moderatorId, appealId: decided.appealId, text })).toEqual({
    ok: false,
    error: "CLOSED",
  });
  expect((await listAppeals({ state: "open" })).appeals).toEqual([]);
  expect(await countOpenAppeals()).toEqual({ count: 0, oldest: null });
  expect((await listAppeals({ state: "decided" })).appeals).toMatchObject([
    { id: decided.appealId, outcome: "UPHELD" },
  ]);
});

test("appeals are listed oldest first, in pages, each once", async () => {
  const first = await newAppeal();
  // Appeals by the same author would need as many gyms.
  const more = await Promise.all(
    Array.from({ length: appealsPerPage }, async () => (await newScene()).authorId),
  );
  await prisma.$executeRaw`
    WITH written AS (
      INSERT INTO review (id, author_id, gym_id)
      SELECT gen_random_uuid(), author, ${first.gymId}::uuid FROM unnest(${more}::uuid[]) author RETURNING id, author_id
    ), revision AS (
      INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status)
      SELECT gen_random_uuid(), id, 1, 1, 'x', id::text, 'ko', 'REJECTED' FROM written RETURNING id, review_id
    ), item AS (
      INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale)
      SELECT gen_random_uuid(), id, 'APPEALED', ${first.gymId}::uuid, 'ko' FROM revision
    ), judged AS (
      INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, evidence, policy_version)
      SELECT gen_random_uuid(), id, 1, 'REJECT', 'RULE', 'fake', '{}', 1 FROM revision RETURNING id, revision_id
    )
    INSERT INTO appeal (id, verdict_id, author_id, text, created_at)
    SELECT gen_random_uuid(), judged.id, written.author_id, 'x', now() - (2 + row_number() OVER ()) / 3 * interval '1 minute'
      FROM judged JOIN revision ON revision.id = judged.revision_id JOIN written ON written.id = revision.review_id`;

  const page = await listAppeals({ state: "open" });
  const rest = await listAppeals({ state: "open", after: page.next });
  expect(rest.next).toBeUndefined();
  const listed = [...page.appeals, ...rest.appeals];
  expect(new Set(listed.map(({ id }) => id)).size).toBe(appealsPerPage + 1);
  expect(listed.map(({ createdAt }) => createdAt)).toEqual(
    listed.map(({ createdAt }) => createdAt).toSorted((a, b) => a.getTime() - b.getTime()),
  );
  expect(listed.at(-1)?.id).toBe(first.appealId);
  expect(await countOpenAppeals()).toMatchObject({ count: appealsPerPage + 1, oldest: listed[0]?.createdAt });
});

test("an invalid id is not found", async () => {
  expect(await findAppeal("1")).toBeNull();
  expect(await findAppeal(crypto.randomUUID())).toBeNull();
  const scene = await newScene();
  const { revisionId } = await submitted(scene);
  await settleRevision(await claimed(revisionId), approval);
  expect((await listAppeals({ state: "open" })).appeals).toEqual([]);
});
