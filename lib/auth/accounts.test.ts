import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { captureLog } from "../../test/captured-log.ts";
import { newSession } from "../../test/new-session.ts";
import { linkToken } from "../crypto/link-token.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { createMailQueue } from "../mail/mail-queue.ts";
import { deleteWhatIsOld } from "../retention/retention-job.ts";
import { jobQueue } from "../jobs/queue.ts";
import { checkPassword } from "./check-password.ts";
import { createMember } from "./create-member.ts";
import { findViewer } from "./data.ts";
import { confirmEmail, postVerification } from "./email/verify-email.ts";
import { findLink } from "./link/data.ts";
import { hashPassword } from "./password.ts";
import { signInWithProvider } from "./provider-sign-in.ts";
import { requestReset, resetPassword } from "./reset/reset-password.ts";
import { recordSignIn } from "./security-log/record-event.ts";
import type { UserId } from "./user-id.ts";

// Mails stay in the outbox: no worker runs here.
Object.assign(env(), { SORA_DEMO: true });
await createMailQueue(await jobQueue());
afterEach(async () => void (await prisma.mail.deleteMany()));

const password = "sea and paper";
const device = "Chrome · Windows";
const newEmail = () => `${randomUUID()}@sora.test`;

async function newAccount(more: { email?: string; isVerified?: boolean } = {}) {
  const email = more.email ?? newEmail();
  const created = await createMember({
    email,
    name: "미나",
    passwordHash: await hashPassword(password),
    ...(more.isVerified && { emailVerifiedAt: new Date() }),
  });
  if (!created.ok) throw new Error(created.error);
  return { id: created.data.id as UserId, email };
}

const memberOf = (id: string) => prisma.member.findUniqueOrThrow({ where: { id } });
const mailsTo = (to: string) => prisma.mail.findMany({ where: { to }, orderBy: { createdAt: "asc" } });
const kindsOf = async (memberId: string) =>
  (await prisma.securityEvent.findMany({ where: { memberId }, orderBy: { at: "asc" } })).map(
    ({ kind }) => kind,
  );
const noticesOf = async (memberId: string) =>
  (await prisma.notice.findMany({ where: { memberId } })).map(({ kind, data }) => [kind, data]);
const signsIn = (email: string, typed = password) =>
  checkPassword({ email, password: typed, address: randomUUID() });

/** The token of the last link mailed to the address. */
async function tokenMailedTo(email: string) {
  const mail = (await mailsTo(email)).at(-1);
  return linkToken((mail!.data as { linkId: string }).linkId);
}

async function mailVerification(kind: "VERIFY_EMAIL" | "CHANGE_EMAIL", memberId: string, email: string) {
  await prisma.$transaction((tx) => postVerification(tx, { kind, memberId, email, locale: "ko" }));
  return tokenMailedTo(email);
}

const googlePerson = (email: string) => ({
  provider: "google" as const,
  subject: randomUUID(),
  name: "주인",
  profile: { email, email_verified: true },
  address: randomUUID(),
  locale: "ko",
  timeZone: "Asia/Seoul",
  device,
});

test("a mailed link verifies the address once, and only for the member who requested it", async () => {
  const [mine, stranger] = [await newAccount(), await newAccount()];
  const token = await mailVerification("VERIFY_EMAIL", mine.id, mine.email);
  const invalid = { ok: false, error: "LINK_INVALID" };

  expect(await confirmEmail(stranger.id, token, device)).toEqual(invalid);
  expect((await memberOf(mine.id)).emailVerifiedAt).toBeNull();
  const twice = await Promise.all([
    confirmEmail(mine.id, token, device),
    confirmEmail(mine.id, token, device),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await memberOf(mine.id)).emailVerifiedAt).not.toBeNull();
  expect(await confirmEmail(mine.id, token, device)).toEqual(invalid);
  expect(await kindsOf(mine.id)).toEqual(["EMAIL_VERIFIED"]);
});

test("an expired or invented link verifies nothing", async () => {
  const { id, email } = await newAccount();
  const token = await mailVerification("VERIFY_EMAIL", id, email);
  await prisma.accountLink.updateMany({ where: { memberId: id }, data: { expiresAt: new Date() } });
  for (const tried of [token, linkToken(randomUUID()), ""])
    expect(await confirmEmail(id, tried, device)).toMatchObject({ ok: false });
});

test("an address changes when the new one is verified; a verified old one gets a mail", async () => {
  const { id, email } = await newAccount({ isVerified: true });
  const next = newEmail();
  const token = await mailVerification("CHANGE_EMAIL", id, next);
  expect((await memberOf(id)).email).toBe(email);

  expect(await confirmEmail(id, token, device)).toEqual({ ok: true, data: { email: next } });
  expect(await memberOf(id)).toMatchObject({ email: next, emailVerifiedAt: expect.any(Date) });
  expect((await mailsTo(email)).map(({ data }) => data)).toEqual([
    { event: "EMAIL_CHANGED", device, timeZone: "Asia/Seoul" },
  ]);
  expect(await noticesOf(id)).toEqual([["ACCOUNT_CHANGED", { event: "EMAIL_CHANGED", device }]]);
  expect(await signsIn(email)).toMatchObject({ ok: false });
  expect(await signsIn(next)).toMatchObject({ ok: true });
});

test("an unverified old address gets no mail", async () => {
  const { id, email } = await newAccount();
  const token = await mailVerification("CHANGE_EMAIL", id, newEmail());
  expect(await confirmEmail(id, token, device)).toMatchObject({ ok: true });
  expect(await mailsTo(email)).toEqual([]);
});

test("an address that another account has verified cannot be taken", async () => {
  const [owner, other] = [await newAccount({ isVerified: true }), await newAccount()];
  const token = await mailVerification("CHANGE_EMAIL", other.id, owner.email);
  expect(await confirmEmail(other.id, token, device)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
  expect((await memberOf(owner.id)).email).toBe(owner.email);
});

test("a squatter of an address neither blocks its owner's Google sign-in nor gets their data", async () => {
  const squatter = await newAccount();
  const session = await newSession(squatter.id);
  const owner = googlePerson(squatter.email);

  expect(await signInWithProvider(owner)).toMatchObject({ ok: true });
  const owned = await prisma.member.findUniqueOrThrow({ where: { email: squatter.email } });
  expect(owned).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) });
  expect(owned.id).not.toBe(squatter.id);

  // The squatter's account is unchanged: the same session, diary key, password and sign-in name.
  expect(await findViewer(session)).toMatchObject({ id: squatter.id });
  expect(await memberOf(squatter.id)).toMatchObject({
    displacedEmail: squatter.email,
    emailVerifiedAt: null,
  });
  expect(await signsIn(squatter.email)).toMatchObject({ ok: true, data: { memberId: squatter.id } });
  expect(await noticesOf(squatter.id)).toEqual([["ACCOUNT_CHANGED", { event: "EMAIL_LOST", device: "" }]]);

  // From here on the address belongs to its owner, and so does a reset.
  await requestReset(squatter.email, "ko");
  await resetPassword({
    token: await tokenMailedTo(squatter.email),
    passwordHash: await hashPassword("the owner's own words"),
    device,
  });
  expect(await signsIn(squatter.email, "the owner's own words")).toMatchObject({
    ok: true,
    data: { memberId: owned.id },
  });
  expect(await signsIn(squatter.email)).toMatchObject({ ok: true, data: { memberId: squatter.id } });
});

test("a reset sets a new password once and ends every session", async () => {
  const { id, email } = await newAccount({ isVerified: true });
  const session = await newSession(id);
  await requestReset(email, "en");
  const token = await tokenMailedTo(email);
  const passwordHash = await hashPassword("new words for the sea");

  const twice = await Promise.all([
    resetPassword({ token, passwordHash, device }),
    resetPassword({ token, passwordHash, device }),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await findViewer(session)).toBeNull();
  expect(await signsIn(email)).toMatchObject({ ok: false });
  expect(await signsIn(email, "new words for the sea")).toMatchObject({ ok: true });
  expect(await kindsOf(id)).toEqual(["PASSWORD_RESET"]);
  expect((await mailsTo(email)).at(-1)?.data).toMatchObject({ event: "PASSWORD_RESET" });
});

test("a reset deletes the passkeys of an account only when its address was unverified", async () => {
  for (const isVerified of [true, false]) {
    const { id, email } = await newAccount({ isVerified });
    const key = { name: "-", publicKey: Buffer.from("key"), counter: 0, transports: [] };
    await prisma.passkey.create({ data: { id: randomUUID(), memberId: id, ...key } });
    await requestReset(email, "ko");
    await resetPassword({ token: await tokenMailedTo(email), passwordHash: "new", device });
    expect(await prisma.passkey.count({ where: { memberId: id } })).toBe(isVerified ? 1 : 0);
    expect((await memberOf(id)).emailVerifiedAt).not.toBeNull();
  }
});

test("a reset takes the same steps for an address without an account, and its link opens nothing", async () => {
  const [known, nobody] = [await newAccount(), newEmail()];
  for (const email of [known.email, nobody]) await requestReset(email, "ko");
  const [ofKnown, ofNobody] = [await mailsTo(known.email), await mailsTo(nobody)];
  expect([ofKnown.length, ofNobody.length]).toEqual([1, 1]);
  const token = await tokenMailedTo(nobody);
  expect(await findLink(token, ["RESET_PASSWORD"])).toBeNull();
  expect(await resetPassword({ token, passwordHash: "x", device })).toEqual({
    ok: false,
    error: "LINK_INVALID",
  });
});

test("a new password invalidates earlier links", async () => {
  const { id, email } = await newAccount({ isVerified: true });
  const change = await mailVerification("CHANGE_EMAIL", id, newEmail());
  await requestReset(email, "ko");
  await resetPassword({ token: await tokenMailedTo(email), passwordHash: "new", device });
  expect(await confirmEmail(id, change, device)).toMatchObject({ ok: false });
});

test("a sign-in from a new device creates a notice; one from a known device and the first one are only logged", async () => {
  const { id, email } = await newAccount({ isVerified: true });
  const signIn = (isKnownDevice: boolean) =>
    prisma.$transaction((tx) =>
      recordSignIn(tx, { memberId: id, device, method: "password", isKnownDevice }),
    );
  await signIn(false);
  await signIn(true);
  expect(await noticesOf(id)).toEqual([]);
  await signIn(false);
  expect(await kindsOf(id)).toEqual(["SIGNED_IN", "SIGNED_IN", "SIGNED_IN"]);
  expect(await noticesOf(id)).toEqual([["NEW_SIGN_IN", { device }]]);
  expect((await mailsTo(email)).map(({ data }) => data)).toEqual([
    { event: "NEW_SIGN_IN", device, timeZone: "Asia/Seoul" },
  ]);
});

test("deletes log entries older than 90 days, mails of last week, and links that expired the day before", async () => {
  const { id: memberId } = await newAccount();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  for (const days of [89, 91])
    await prisma.securityEvent.create({
      data: { memberId, kind: "SIGNED_IN", device: `${days}`, at: daysAgo(days) },
    });
  const email = newEmail();
  await mailVerification("VERIFY_EMAIL", memberId, email);
  await prisma.mail.updateMany({ where: { to: email }, data: { createdAt: daysAgo(8) } });
  await prisma.accountLink.updateMany({ where: { email }, data: { expiresAt: daysAgo(2) } });
  captureLog();
  await deleteWhatIsOld();
  expect(await mailsTo(email)).toEqual([]);
  expect(await prisma.accountLink.count({ where: { email } })).toBe(0);
  const left = await prisma.securityEvent.findMany({ where: { memberId } });
  expect(left.map(({ device: name }) => name)).toEqual(["89"]);
});
