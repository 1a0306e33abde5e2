import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { createMember } from "./create-member.ts";
import { findSignInByIdentity } from "./data.ts";
import { signInWithProvider } from "./provider-sign-in.ts";
import { verifiedEmail } from "./providers.ts";

const newPerson = (change: { profile?: unknown; address?: string } = {}) => ({
  provider: "google" as const,
  subject: randomUUID(),
  name: "미나",
  profile: { email: `${randomUUID()}@sora.test`, email_verified: true },
  address: randomUUID(),
  locale: "ko",
  timeZone: "Europe/Paris",
  device: "Chrome · Windows",
  ...change,
});

const memberOf = async ({ provider, subject }: { provider: string; subject: string }) => {
  const found = await findSignInByIdentity({ provider, subject });
  return prisma.member.findUnique({ where: { id: found?.id ?? randomUUID() }, include: { dataKey: true } });
};

test("the first sign-in creates a member with a key, the next one finds them", async () => {
  const person = newPerson();
  expect((await signInWithProvider(person)).ok).toBe(true);
  const member = await memberOf(person);
  expect(member).toMatchObject({
    email: person.profile && (person.profile as { email: string }).email,
    timeZone: "Europe/Paris",
    role: "MEMBER",
  });
  expect(member?.dataKey).not.toBeNull();

  expect((await signInWithProvider(person)).ok).toBe(true);
  expect((await memberOf(person))?.id).toBe(member?.id);
});

test("two concurrent first sign-ins create one member", async () => {
  const person = newPerson();
  const results = await Promise.all([signInWithProvider(person), signInWithProvider(person)]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
});

test("an account that verified the same e-mail is never taken over, even with the provider's confirmation", async () => {
  const email = `${randomUUID()}@sora.test`;
  const owner = await createMember({ email, name: "주인", passwordHash: "x", emailVerifiedAt: new Date() });

  const verified = newPerson({ profile: { email, email_verified: true } });
  expect(await signInWithProvider(verified)).toEqual({ ok: false, error: "EMAIL_TAKEN" });
  expect(await memberOf(verified)).toBeNull();

  const unverified = newPerson({ profile: { email, email_verified: false } });
  expect((await signInWithProvider(unverified)).ok).toBe(true);
  expect((await memberOf(unverified))?.id).not.toBe(owner.ok && owner.data.id);
});

test("an e-mail that the provider has not verified is not stored", async () => {
  const person = newPerson({ profile: { email: "someone@else.test", email_verified: false } });
  await signInWithProvider(person);
  expect((await memberOf(person))?.email).toMatch(/@no-email\.invalid$/);
});

test("a suspended member signs in, to read", async () => {
  const person = newPerson();
  await signInWithProvider(person);
  await prisma.member.update({
    where: { id: (await memberOf(person))?.id },
    data: { suspendedAt: new Date() },
  });
  expect(await signInWithProvider(person)).toEqual({ ok: true });
});

test("limits new accounts from one address, but not sign-ins to existing ones", async () => {
  const address = randomUUID();
  const first = newPerson({ address });
  await signInWithProvider(first);
  for (let count = 1; count < env().SIGNUPS_PER_HOUR; count++)
    await signInWithProvider(newPerson({ address }));

  expect(await signInWithProvider(newPerson({ address }))).toMatchObject({
    ok: false,
    error: "RATE_LIMITED",
  });
  expect((await signInWithProvider(first)).ok).toBe(true);
});

test("accepts only e-mails that the provider has verified", () => {
  const kakao = { email: "a@b.test", is_email_valid: true, is_email_verified: true };
  expect(verifiedEmail("kakao", { kakao_account: kakao })).toBe("a@b.test");
  expect(verifiedEmail("kakao", { kakao_account: { ...kakao, is_email_verified: false } })).toBeNull();
  expect(verifiedEmail("kakao", { kakao_account: { ...kakao, is_email_valid: false } })).toBeNull();
  expect(verifiedEmail("google", { email: "a@b.test", email_verified: true })).toBe("a@b.test");
  expect(verifiedEmail("google", { email: "a@b.test" })).toBeNull();
  expect(verifiedEmail("naver", { response: { email: "a@b.test" } })).toBeNull();
});
