import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newMember } from "../../test/new-member.ts";
import { approval, claimed, newScene, rejection, submit, submitted } from "../../test/review-scene.ts";
import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import type { Role } from "../generated/prisma/enums.ts";
import { jobQueue } from "../jobs/queue.ts";
import { appealRejection } from "../review/appeal/appeal-rejection.ts";
import { findMemberRecord } from "../review/desk/member-record.ts";
import { createModerateQueue } from "../review/judging/judge-job.ts";
import { settleRevision } from "../review/judging/settle-revision.ts";
import { findNames, findPerson, listPeople } from "./people-data.ts";
import { peopleHref, peopleQuerySchema } from "./people-query.ts";
import { changeRole } from "./people-roles.ts";
import { suspensionSchema } from "./people-schema.ts";
import { findReviewingSuspension, restoreReviewing, suspendReviewing } from "./people-suspension.ts";

beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

const withRole = async (role: Role): Promise<UserId> => {
  const id = await newMember();
  await prisma.member.update({ where: { id }, data: { role } });
  return id;
};
const roleOf = async (id: string) => (await prisma.member.findUniqueOrThrow({ where: { id } })).role;
const auditOf = (subjectId: string) =>
  prisma.auditEvent.findMany({
    where: { subjectId },
    orderBy: { seq: "asc" },
    select: { kind: true, actorId: true, data: true },
  });
const noticesOf = async (memberId: string) =>
  (
    await prisma.notice.findMany({
      where: { memberId, kind: "STANDING_CHANGED" },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ data }) => data);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("a role", () => {
  test("is granted and withdrawn by an admin, with an audit entry each time", async () => {
    const [adminId, memberId] = [await withRole("ADMIN"), await newMember()];
    const change = (role: "MEMBER" | "MODERATOR") => changeRole({ adminId, memberId, role });
    expect(await change("MODERATOR")).toEqual({ ok: true, data: { from: "MEMBER" } });
    expect(await change("MODERATOR")).toEqual({ ok: true, data: { from: "MODERATOR" } });
    expect(await change("MEMBER")).toEqual({ ok: true, data: { from: "MODERATOR" } });
    expect(await roleOf(memberId)).toBe("MEMBER");
    expect(await auditOf(memberId)).toEqual([
      { kind: "ROLE_CHANGED", actorId: adminId, data: { from: "MEMBER", to: "MODERATOR" } },
      { kind: "ROLE_CHANGED", actorId: adminId, data: { from: "MODERATOR", to: "MEMBER" } },
    ]);
  });

  test("cannot be changed for oneself, for an unknown member, or by a non-admin", async () => {
    const [adminId, moderatorId, memberId] = [
      await withRole("ADMIN"),
      await withRole("MODERATOR"),
      await newMember(),
    ];
    const change = (by: UserId, of: string) => changeRole({ adminId: by, memberId: of, role: "MODERATOR" });
    expect(await change(adminId, adminId)).toEqual({ ok: false, error: "OWN" });
    expect(await change(adminId, crypto.randomUUID())).toEqual({ ok: false, error: "NOT_FOUND" });
    expect(await change(moderatorId, memberId)).toEqual({ ok: false, error: "NOT_ADMIN" });
    expect(await change(memberId, moderatorId)).toEqual({ ok: false, error: "NOT_ADMIN" });
    expect([await roleOf(adminId), await roleOf(memberId)]).toEqual(["ADMIN", "MEMBER"]);
  });

  test("can be withdrawn from an admin, except the last one: of two who demote each other, one remains", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await withRole("ADMIN"), await withRole("ADMIN")];
      const changed = await Promise.all([
        changeRole({ adminId: one, memberId: other, role: "MEMBER" }),
        changeRole({ adminId: other, memberId: one, role: "MEMBER" }),
      ]);
      expect(changed.filter(({ ok }) => ok)).toHaveLength(1);
      expect([await roleOf(one), await roleOf(other)].toSorted()).toEqual(["ADMIN", "MEMBER"]);
    }
  });
});

describe("a member suspended from reviewing", () => {
  test("cannot send or edit a review until then, and sees the date; appeals and repeated submissions still work", async () => {
    const [adminId, scene] = [await withRole("ADMIN"), await newScene()];
    const sent = await submitted(scene, { body: "기구가 많고 직원이 친절해요." });
    await settleRevision(await claimed(sent.revisionId), rejection);
    const until = inDays(7);
    const memberId = scene.authorId;
    expect(await suspendReviewing({ adminId, memberId, until, rule: "profanity" })).toEqual({
      ok: true,
      data: null,
    });

    expect(await submit(scene, { base: sent.revisionId })).toEqual({ ok: false, error: "SUSPENDED", until });
    expect(await submit(scene, { trainerSlug: scene.trainerSlug })).toMatchObject({ error: "SUSPENDED" });
    expect(await submit(scene, { body: "기구가 많고 직원이 친절해요." })).toMatchObject({ ok: true });
    expect(await prisma.reviewRevision.count({ where: { review: { authorId: memberId } } })).toBe(1);
    const { id: verdictId } = await prisma.verdict.findFirstOrThrow({
      where: { revisionId: sent.revisionId },
    });
    expect(
      await appealRejection({ authorId: memberId, verdictId, text: "욕을 쓴 적이 없어요." }),
    ).toMatchObject({
      ok: true,
    });

    expect((await findPerson(memberId))?.noReviewsUntil).toEqual(until);
    expect(await findReviewingSuspension(memberId)).toEqual({ until, rule: "profanity" });
    await restoreReviewing({ adminId, memberId });
    await restoreReviewing({ adminId, memberId });
    expect(await submit(scene, { base: sent.revisionId })).toMatchObject({ ok: true, data: { isNew: true } });
    expect(await auditOf(memberId)).toEqual([
      {
        kind: "REVIEWING_SUSPENDED",
        actorId: adminId,
        data: { until: until.toISOString(), rule: "profanity" },
      },
      { kind: "REVIEWING_RESTORED", actorId: adminId, data: {} },
    ]);
    expect(await findReviewingSuspension(memberId)).toBeNull();
    // Only one notice per change: restoring again creates none.
    expect(await noticesOf(memberId)).toEqual([
      { event: "REVIEWING_SUSPENDED", rule: "profanity", until: until.toISOString() },
      { event: "REVIEWING_RESTORED", rule: null, until: null },
    ]);
  });

  test("can review again after the end", async () => {
    const scene = await newScene();
    await prisma.member.update({ where: { id: scene.authorId }, data: { noReviewsUntil: inDays(-1) } });
    expect(await submit(scene)).toMatchObject({ ok: true });
  });

  test("has an active rule as the reason, or none", async () => {
    const [adminId, memberId] = [await withRole("ADMIN"), await newMember()];
    const suspend = (rule: string | null) => suspendReviewing({ adminId, memberId, until: inDays(1), rule });
    expect(await suspend("made-up")).toEqual({ ok: false, error: "RULE_MISSING" });
    expect(await findReviewingSuspension(memberId)).toBeNull();
    expect(await suspend(null)).toEqual({ ok: true, data: null });
    expect(await findReviewingSuspension(memberId)).toMatchObject({ rule: null });
  });

  test("cannot be oneself or an unknown member", async () => {
    const adminId = await withRole("ADMIN");
    for (const [memberId, error] of [
      [adminId, "OWN"],
      [crypto.randomUUID(), "NOT_FOUND"],
    ] as const) {
      expect(await suspendReviewing({ adminId, memberId, until: inDays(1), rule: null })).toEqual({
        ok: false,
        error,
      });
      expect(await restoreReviewing({ adminId, memberId })).toEqual({ ok: false, error });
    }
  });
});

describe("the end of a suspension", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const parse = (input: object, timeZone = "Asia/Seoul") => suspensionSchema(timeZone, now).safeParse(input);

  test("is a number of days from now, or the end of a day in the admin's time zone", () => {
    expect(parse({ for: "7" }).data).toEqual(new Date("2026-11-29T10:00:00Z"));
    expect(parse({ for: "date", until: "2026-11-22" }).data).toEqual(new Date("2026-11-22T15:00:00Z"));
    // A day of 23 hours, and the time zone where days start first.
    const newYork = { for: "date", until: "2027-03-14" };
    expect(parse(newYork, "America/New_York").data).toEqual(new Date("2027-03-15T04:00:00Z"));
    const kiritimati = { for: "date", until: "2027-06-01" };
    expect(parse(kiritimati, "Pacific/Kiritimati").data).toEqual(new Date("2027-06-01T10:00:00Z"));
  });

  test.each([
    [{}, "DATE_MISSING"],
    [{ for: "2" }, "DATE_MISSING"],
    [{ for: "date" }, "DATE_MISSING"],
    [{ for: "date", until: "2026-02-30" }, "DATE_MISSING"],
    [{ for: "date", until: "2026-11-21" }, "DATE_PAST"],
    [{ for: "date", until: "2999-01-01" }, "DATE_TOO_FAR"],
  ])("cannot be %j", (input, message) => {
    expect(parse(input).error?.issues).toMatchObject([{ message }]);
  });
});

describe("the list of members", () => {
  const list = (asked: object) => listPeople(peopleQuerySchema.parse(asked));

  test("finds them by part of the name or e-mail, newest first, page by page", async () => {
    const word = `ㅍ${crypto.randomUUID()}`;
    const ids: string[] = [];
    for (let n = 0; n < 65; n += 1) ids.unshift(await newMember({ name: `${word} 100%_` }));
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const { people, next } = await list({ q: word.toUpperCase(), after });
      seen.push(...people.map(({ id }) => id));
      after = next ? new URL(peopleHref({ after: next }), "http://x").searchParams.get("after")! : undefined;
      expect(Boolean(next)).toBe(page < 2);
    }
    expect(seen).toEqual(ids);

    const { email } = await prisma.member.findUniqueOrThrow({ where: { id: ids[3]! } });
    expect((await list({ q: email.slice(0, 30).toUpperCase() })).people).toMatchObject([
      { id: ids[3], email },
    ]);
    expect((await list({ q: `${word} 100%_` })).people).toHaveLength(30);
    expect((await list({ q: `${word} 1_0%` })).people).toEqual([]);
  });

  test("filters the team and suspended members", async () => {
    const [moderator, suspended, gone] = [await withRole("MODERATOR"), await newMember(), await newMember()];
    await prisma.member.update({ where: { id: suspended }, data: { noReviewsUntil: inDays(1) } });
    await prisma.member.update({ where: { id: gone }, data: { suspendedAt: new Date() } });
    const idsOf = async (group: string) => (await list({ group })).people.map(({ id }) => id);
    expect(await idsOf("team")).toEqual(expect.arrayContaining([moderator]));
    expect(await idsOf("team")).not.toContain(suspended);
    // May include members of other tests.
    expect(await idsOf("suspended")).toEqual(expect.arrayContaining([suspended, gone]));
    expect(await idsOf("suspended")).not.toContain(moderator);
    expect(await findPerson(gone)).toMatchObject({ isActive: false });
  });

  test("is unfiltered for invalid search params, and finds nobody by an invalid id", async () => {
    expect(peopleQuerySchema.parse({ q: ["x"], group: "x", after: "1.2" })).toMatchObject({
      q: "",
      group: "everyone",
    });
    expect((await list({ q: "\u0000" })).people.length).toBeGreaterThan(0);
    for (const id of ["x", "\u0000", crypto.randomUUID()]) expect(await findPerson(id)).toBeNull();
    const memberId = await newMember({ name: "파도" });
    expect(await findNames([memberId, crypto.randomUUID()])).toEqual(new Map([[memberId, "파도"]]));
  });
});

test("a member's record summarises their reviews, reports and decisions", async () => {
  const scene = await newScene();
  const first = await submitted(scene);
  await settleRevision(await claimed(first.revisionId), approval);
  const ofTrainer = await submitted(scene, { trainerSlug: scene.trainerSlug });
  await settleRevision(await claimed(ofTrainer.revisionId), rejection);
  const [reporterId, moderatorId] = [await newMember(), await withRole("MODERATOR")];
  const { reviewId, revisionId } = first;
  await prisma.report.create({
    data: { reviewId, revisionId, reporterId, reason: "profanity", counts: true, outcome: "DISMISSED" },
  });
  await prisma.moderatorAct.create({ data: { kind: "APPROVE", revisionId, moderatorId, before: {} } });

  const author = await findMemberRecord(scene.authorId);
  expect(author.reviews).toEqual({
    byStatus: [
      { status: "APPROVED", count: 1 },
      { status: "REJECTED", count: 1 },
    ],
    published: 1,
  });
  expect(author.verdicts).toMatchObject([
    { decision: "REJECT", rule: "profanity" },
    { decision: "APPROVE", revisionId },
  ]);
  expect(await findMemberRecord(reporterId)).toMatchObject({
    reports: { open: 0, upheld: 0, dismissed: 1 },
    recentReports: [{ reason: "profanity", outcome: "DISMISSED" }],
  });
  expect(await findMemberRecord(moderatorId)).toMatchObject({
    actCount: 1,
    acts: [{ kind: "APPROVE", revisionId }],
  });
});
