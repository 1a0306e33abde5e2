import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createMember } from "../auth/create-member.ts";
import { findViewer } from "../auth/data.ts";
import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createMailQueue } from "../mail/mail-queue.ts";
import { newGym, publishReview } from "../../test/new-gym.ts";
import { newSession } from "../../test/new-session.ts";
import { deleteMember, endSessions, getPasswordHash, updateProfile } from "./data.ts";

async function newAccount(email = `${randomUUID()}@sora.test`) {
  const created = await createMember({
    email,
    name: "미나",
    passwordHash: "first",
    timeZone: "Asia/Seoul",
    locale: "ko",
  });
  if (!created.ok) throw new Error(created.error);
  return { email, id: created.data.id as UserId, session: await newSession(created.data.id) };
}

test("a sign-up creates a member and their key, nothing else", async () => {
  const { id, email, session } = await newAccount();
  expect(await findViewer(session)).toEqual({
    id,
    email,
    name: "미나",
    role: "MEMBER",
    timeZone: "Asia/Seoul",
    locale: "ko",
  });
  expect(await findDataKey(id)).not.toBeNull();
});

test("an e-mail belongs to one account, also after two concurrent sign-ups", async () => {
  const email = `${randomUUID()}@sora.test`;
  const results = await Promise.all(
    ["미나", "수아"].map((name) => createMember({ email, name, passwordHash: "x" })),
  );
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
  expect(await prisma.member.count({ where: { email } })).toBe(1);
});

test("signing out everywhere ends every session", async () => {
  const { id, session } = await newAccount();
  const sessionVersion = await endSessions(id);

  expect(await findViewer(session)).toBeNull();
  expect(await findViewer(await newSession(id, { sessionVersion }))).toMatchObject({ id });
  expect(await getPasswordHash(id)).toBe("first");
});

test("a new password ends every session", async () => {
  const { id, session } = await newAccount();
  await endSessions(id, { passwordHash: "second" });
  expect(await findViewer(session)).toBeNull();
  expect(await getPasswordHash(id)).toBe("second");
});

test("one member's changes do not affect others", async () => {
  const [mine, yours] = [await newAccount(), await newAccount()];
  await updateProfile(mine.id, { name: "바다", timeZone: "Europe/Paris" });
  await endSessions(mine.id);
  expect(await findViewer(yours.session)).toMatchObject({ name: "미나", timeZone: "Asia/Seoul" });
});

test("deleting a member deletes their key and all their data, and only theirs", async () => {
  const [mine, yours] = [await newAccount(), await newAccount()];
  const sealed = Buffer.from("sealed");
  for (const { id } of [mine, yours]) {
    const date = new Date("2026-11-21");
    const entry = await prisma.entry.create({ data: { authorId: id, date, body: sealed } });
    await prisma.reply.create({ data: { entryId: entry.id, authorId: id, tone: "T", text: sealed } });
    await prisma.identity.create({ data: { memberId: id, provider: "kakao", subject: randomUUID() } });
  }

  await deleteMember(mine.id);
  await deleteMember(mine.id);

  const left = async (id: string) => [
    await prisma.dataKey.count({ where: { memberId: id } }),
    await prisma.entry.count({ where: { authorId: id } }),
    await prisma.reply.count({ where: { authorId: id } }),
    await prisma.identity.count({ where: { memberId: id } }),
  ];
  expect(await findDataKey(mine.id)).toBeNull();
  expect(await findViewer(mine.session)).toBeNull();
  expect(await left(mine.id)).toEqual([0, 0, 0, 0]);
  expect(await left(yours.id)).toEqual([1, 1, 1, 1]);
});

test("a verified address gets one mail about the deletion of its account; an unverified one gets none", async () => {
  Object.assign(env(), { SORA_DEMO: true });
  await createMailQueue(await jobQueue());
  const [verified, unverified] = [await newAccount(), await newAccount()];
  await prisma.member.update({
    where: { id: verified.id },
    data: { emailVerifiedAt: new Date(), locale: "en", timeZone: "Europe/Paris" },
  });
  await Promise.all([deleteMember(verified.id, "Chrome"), deleteMember(verified.id, "Firefox")]);
  await deleteMember(unverified.id, "Chrome");
  expect(
    await prisma.mail.findMany({ where: { to: { in: [verified.email, unverified.email] } } }),
  ).toMatchObject([
    {
      to: verified.email,
      kind: "ACCOUNT_DELETED",
      memberId: null,
      locale: "en",
      data: { device: expect.stringMatching(/Chrome|Firefox/), timeZone: "Europe/Paris" },
    },
  ]);
  Object.assign(env(), { SORA_DEMO: false });
  await (await jobQueue()).stop({ graceful: false });
});

test("deletes two members who reviewed the same gyms concurrently, despite a deadlock", async () => {
  const [{ id: first }, { id: second }] = [await newGym(), await newGym()];
  const { authorId, id: reviewId } = await publishReview({ gymId: first, stars: 5 });
  const other = await pool.connect();
  // The other deletion, step by step: it holds the gym that ours needs, and requests a row that ours holds.
  await other.query("BEGIN");
  await other.query("UPDATE gym SET star_sum = star_sum WHERE id = ANY ($1)", [[first, second]]);
  const leaving = deleteMember(authorId as UserId);
  const isWaiting = async () => {
    const { rows } = await pool.query(
      `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%DELETE%member%'`,
    );
    return rows.length > 0;
  };
  await expect.poll(isWaiting).toBe(true);
  await other.query("SELECT FROM review WHERE id = $1 FOR UPDATE", [reviewId]);
  await other.query("COMMIT");
  other.release();

  await leaving;
  expect(await prisma.member.count({ where: { id: authorId } })).toBe(0);
  expect(await prisma.gym.findUnique({ where: { id: first }, select: { reviewCount: true } })).toEqual({
    reviewCount: 0,
  });
});
