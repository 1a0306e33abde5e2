import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { checkPassword } from "./check-password.ts";
import { createMember } from "./create-member.ts";
import { hashPassword } from "./password.ts";

const password = "sea and paper";
const newAddress = () => randomUUID();
const newEmail = () => `${randomUUID()}@sora.test`;

async function newAccount() {
  const email = newEmail();
  const created = await createMember({ email, name: "미나", passwordHash: await hashPassword(password) });
  if (!created.ok) throw new Error(created.error);
  return { email, id: created.data.id };
}

/** Time on a core, its threads included: what others do on the machine meanwhile does not count. */
async function timed<T>(work: () => Promise<T>) {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1_000 };
}

test("the right password opens the account, composed or decomposed", async () => {
  const email = newEmail();
  const passwordHash = await hashPassword("바다와 종이를 위해");
  const created = await createMember({ email, name: "미나", passwordHash });

  const typed = "바다와 종이를 위해".normalize("NFD");
  const checked = await checkPassword({ email, password: typed, address: newAddress() });
  expect(checked).toEqual({ ok: true, data: { memberId: created.ok && created.data.id, sessionVersion: 0 } });
});

test("an unknown e-mail and a wrong password get the same answer in the same time", async () => {
  const { email } = await newAccount();
  const providerOnly = newEmail();
  await createMember({
    email: providerOnly,
    name: "미나",
    identity: { provider: "kakao", subject: randomUUID() },
  });

  const times: Record<string, number[]> = {};
  for (let round = 0; round < 12; round++) {
    for (const [kind, tried] of Object.entries({ known: email, unknown: newEmail(), providerOnly })) {
      const { result, ms } = await timed(() =>
        checkPassword({ email: tried, password: "wrong!!", address: newAddress() }),
      );
      expect(result).toEqual({ ok: false, error: "WRONG_CREDENTIALS" });
      (times[kind] ??= []).push(ms);
    }
  }
  // The quickest of each: what the collector adds, it never takes away.
  const [known, unknown, provider] = [times.known, times.unknown, times.providerOnly].map((ms) =>
    Math.min(...(ms ?? [])),
  );
  // Hashing takes some 25 ms; without it an answer takes 2.
  for (const other of [unknown, provider]) expect(other! / known!).toBeGreaterThan(0.6);
  for (const other of [unknown, provider]) expect(other! / known!).toBeLessThan(1.6);
});

test("a suspended member is told so, but only with the right password", async () => {
  const { email, id } = await newAccount();
  await prisma.member.update({ where: { id }, data: { suspendedAt: new Date() } });

  const check = (tried: string) => checkPassword({ email, password: tried, address: newAddress() });
  expect(await check(password)).toEqual({ ok: false, error: "SUSPENDED" });
  expect(await check("wrong!!")).toEqual({ ok: false, error: "WRONG_CREDENTIALS" });
});

test("guessing at one account from many addresses is stopped, and the right password with it", async () => {
  const { email } = await newAccount();
  const attempts = Array.from({ length: env().SIGNIN_ATTEMPTS_PER_HOUR + 4 }, () =>
    checkPassword({ email, password: "guess!!", address: newAddress() }),
  );
  const results = await Promise.all(attempts);

  // All at once, and still none got through uncounted.
  expect(results.filter((result) => !result.ok && result.error === "RATE_LIMITED")).toHaveLength(4);
  const blocked = await checkPassword({ email, password, address: newAddress() });
  expect(blocked).toMatchObject({ ok: false, error: "RATE_LIMITED" });
  expect("retryAfterSeconds" in blocked && blocked.retryAfterSeconds).toBeGreaterThan(3_500);
});

test("guessing from one address is stopped, and uses up nobody's own attempts", async () => {
  const address = newAddress();
  for (let attempt = 0; attempt < env().SIGNIN_ATTEMPTS_PER_HOUR; attempt++) {
    await checkPassword({ email: newEmail(), password: "guess!!", address });
  }
  const { email } = await newAccount();
  for (let attempt = 0; attempt < env().SIGNIN_ATTEMPTS_PER_HOUR; attempt++) {
    expect(await checkPassword({ email, password, address })).toMatchObject({
      ok: false,
      error: "RATE_LIMITED",
    });
  }
  expect(await checkPassword({ email, password, address: newAddress() })).toMatchObject({ ok: true });
});

test("signing in rightly all day uses nothing up", async () => {
  const { email } = await newAccount();
  const address = newAddress();
  for (let attempt = 0; attempt < env().SIGNIN_ATTEMPTS_PER_HOUR + 3; attempt++) {
    expect(await checkPassword({ email, password, address })).toMatchObject({ ok: true });
  }
});

test("no e-mail address stands in the table of limits", async () => {
  const email = newEmail();
  await checkPassword({ email, password: "guess!!", address: newAddress() });
  expect(await prisma.rateLimit.count({ where: { key: { contains: email } } })).toBe(0);
});
