import { afterAll, beforeEach, expect, test } from "vitest";

import { appealed, decide, judgedReview, newModerator, report } from "../../test/desk-scene.ts";
import { newMember } from "../../test/new-member.ts";
import { startWithoutReviews } from "../../test/no-reviews.ts";
import { approval, failure, hold, rejection } from "../../test/review-scene.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { currentJudge } from "../moderation/judge.ts";
import { deleteWhatIsOld, retentionQueue, workRetentionJobs } from "./retention-job.ts";

startWithoutReviews();
beforeEach(async () => {
  await prisma.modelCall.deleteMany();
  await prisma.cachedVerdict.deleteMany();
});
afterAll(async () => (await jobQueue()).stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const oldAndRecent = (keptDays: number) => [daysAgo(keptDays + 1), daysAgo(keptDays - 1)];

test("deletes old model calls in batches, but not a running one", async () => {
  const call = { purpose: "MODERATION" as const, model: "m", subjectIds: [] };
  const [old, recent] = oldAndRecent(env().KEEP_MODEL_CALLS_DAYS) as [Date, Date];
  const ended = (startedAt: Date) => ({ ...call, startedAt, endedAt: startedAt, expiresAt: startedAt });
  await prisma.modelCall.createMany({ data: Array.from({ length: 25 }, () => ended(old)) });
  await prisma.modelCall.create({ data: ended(recent) });
  await prisma.modelCall.create({ data: { ...call, startedAt: old, expiresAt: daysAgo(-1) } });
  expect(await deleteWhatIsOld(10)).toMatchObject({ "model calls": 25 });
  expect(await prisma.modelCall.count()).toBe(2);
  expect(await deleteWhatIsOld(10)).toMatchObject({ "model calls": 0 });
});

test("deletes old notices and cached verdicts", async () => {
  const memberId = await newMember();
  const times = oldAndRecent(env().KEEP_NOTICES_DAYS);
  await prisma.notice.createMany({
    data: times.map((createdAt) => ({
      memberId,
      kind: "REPLY_FINISHED" as const,
      eventKey: createdAt.toISOString(),
      data: {},
      createdAt,
    })),
  });
  const said = {
    ...currentJudge(),
    policyVersion: 1,
    decision: "APPROVE" as const,
    modelCallId: crypto.randomUUID(),
  };
  const ages = oldAndRecent(env().KEEP_CACHED_VERDICTS_DAYS);
  await prisma.cachedVerdict.createMany({
    data: ages.map((createdAt, at) => ({ ...said, bodyHash: `${at}`, createdAt })),
  });
  expect(await deleteWhatIsOld()).toMatchObject({ notices: 1, "cached verdicts": 1 });
  expect(await prisma.notice.findMany({ where: { memberId } })).toMatchObject([{ createdAt: times[1] }]);
  expect(await prisma.cachedVerdict.findMany()).toMatchObject([{ bodyHash: "1" }]);
});

test("deletes an old policy run with its items after its end, not while it runs", async () => {
  const { revisionId } = await judgedReview(hold);
  const begin = async (endedAt: Date | null) => {
    const run = {
      rules: [],
      scope: {},
      policyVersion: 1,
      total: 15,
      callBudget: 1,
      startedAt: daysAgo(999),
      endedAt,
    };
    const { id: runId } = await prisma.policyRun.create({ data: { kind: "TRIAL", ...run } });
    const items = Array.from({ length: 15 }, (_, position) => ({ runId, position, revisionId }));
    await prisma.policyRunItem.createMany({ data: items });
    return runId;
  };
  const [old, recent] = oldAndRecent(env().KEEP_POLICY_RUNS_DAYS) as [Date, Date];
  await begin(old);
  const kept = [await begin(recent), await begin(null)];
  expect(await deleteWhatIsOld(10)).toMatchObject({ "policy runs": 16 });
  const left = await prisma.policyRun.findMany();
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  expect(await prisma.policyRunItem.count()).toBe(30);
});

test("deletes an old replaced text, but never one that is shown or may still be appealed", async () => {
  const replaced = async (first: Awaited<ReturnType<typeof judgedReview>>) => {
    await judgedReview(null, { scene: first, base: first.revisionId });
    return first.revisionId;
  };
  const goes = [
    await replaced(await judgedReview(null)),
    await replaced(await judgedReview(hold)),
    await replaced(await judgedReview(failure)),
  ];
  const shown = await judgedReview(approval);
  const reported = await judgedReview(hold);
  await report(reported);
  const decided = await judgedReview(hold);
  await decide(await newModerator(), decided.revisionId, "HOLD");
  const appealedAgainst = await appealed(await judgedReview(rejection));
  const stays = [shown, reported, decided, appealedAgainst].map(({ revisionId }) => revisionId);
  for (const one of [shown, reported, decided, appealedAgainst]) await replaced(one);
  const recent = await replaced(await judgedReview(null));

  const all = [...goes, ...stays];
  const old = daysAgo(env().KEEP_SUPERSEDED_REVISIONS_DAYS + 1);
  await prisma.reviewRevision.updateMany({ where: { id: { in: all } }, data: { createdAt: old } });
  expect(await deleteWhatIsOld(2)).toMatchObject({ "superseded revisions": goes.length });
  const left = await prisma.reviewRevision.findMany({ where: { id: { in: [...all, recent] } } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([...stays, recent].toSorted());
});

test("runs every night on one server", async () => {
  const jobs = await jobQueue();
  await workRetentionJobs(jobs);
  expect(await jobs.getSchedules(retentionQueue)).toMatchObject([{ cron: "40 18 * * *" }]);
  const { rows } = await pool.query("SELECT policy FROM pgboss.queue WHERE name = $1", [retentionQueue]);
  expect(rows).toEqual([{ policy: "exclusive" }]);
});
