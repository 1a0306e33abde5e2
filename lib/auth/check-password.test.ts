import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { captureLog } from "../../test/captured-log.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { checkPassword } from "./check-password.ts";
import { createMember } from "./create-member.ts";
import { hashPassword } from "./password.ts";

// The tests include waits of up to six seconds, and hashing on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const password = "sea and paper";
const newAddress = () => randomUUID();
const newEmail = () => `${randomUUID()}@sora.test`;

async function newAccount() {
  const email = newEmail();
  const created = await createMember({ email, name: "미나", passwordHash: await hashPassword(password) });
  if (!created.ok) throw new Error(created.error);
  return { email, id: created.data.id };
}

/** CPU time including threads, so that other processes do not count. */
async function timed<T>(work: () => Promise<T>) {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1_000 };
}

test("accepts the right password, composed or decomposed", async () => {
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
  // The fastest of each, without garbage collection.
  const [known, unknown, provider] = [times.known, times.unknown, times.providerOnly].map((ms) =>
    Math.min(...(ms ?? [])),
  );
  // Hashing takes about 25 ms; an answer without it takes 2.
  for (const other of [unknown, provider]) expect(other! / known!).toBeGreaterThan(0.6);
  for (const other of [unknown, provider]) expect(other! / known!).toBeLessThan(1.6);
});

test("a suspended member signs in with the right password, to read", async () => {
  const { email, id } = await newAccount();
  await prisma.member.update({ where: { id }, data: { suspendedAt: new Date() } });

  const check = (tried: string) => checkPassword({ email, password: tried, address: newAddress() });
  expect(await check(password)).toMatchObject({ ok: true, data: { memberId: id } });
  expect(await check("wrong!!")).toEqual({ ok: false, error: "WRONG_CREDENTIALS" });
});

const perHour = () => env().SIGNIN_ATTEMPTS_PER_HOUR;
const refused = { ok: false, error: "RATE_LIMITED" };
const deviceOf = (...memberIds: string[]) => ({ deviceId: randomUUID(), memberIds });

/** Concurrent guesses, each from the address of `from`. @returns how many were refused unchecked */
async function guess(email: string, count: number, from: (guess: number) => string) {
  const attempts = Array.from({ length: count }, (_, n) =>
    checkPassword({ email, password: "guess!!", address: from(n) }),
  );
  const results = await Promise.all(attempts);
  return results.filter((result) => !result.ok && result.error === "RATE_LIMITED").length;
}

test("blocks a network that guesses at an account; its owner signs in from everywhere else", async () => {
  const { email, id } = await newAccount();
  const network = newAddress();
  // All attempts are counted although they are concurrent.
  expect(await guess(email, perHour() + 4, () => network)).toBe(4);
  const blocked = await checkPassword({ email, password, address: network });
  expect(blocked).toMatchObject(refused);
  expect("retryAfterSeconds" in blocked && blocked.retryAfterSeconds).toBeGreaterThan(3_500);

  expect(await checkPassword({ email, password, address: newAddress() })).toMatchObject({ ok: true });
  // Also in the guesser's network, from a known device of the owner.
  const known = { email, password, address: network, device: deviceOf(id) };
  expect(await checkPassword(known)).toMatchObject({ ok: true });
});

test("guessing from many networks delays unknown devices, blocks nobody, and does not delay a known device", async () => {
  const { email, id } = await newAccount();
  expect(await guess(email, perHour() + 4, newAddress)).toBe(0);

  const took = async (device?: ReturnType<typeof deviceOf>) => {
    const start = performance.now();
    const checked = await checkPassword({ email, password, address: newAddress(), device: device ?? null });
    expect(checked).toMatchObject({ ok: true });
    return performance.now() - start;
  };
  expect(await took(deviceOf(id))).toBeLessThan(1_500);
  expect(await took()).toBeGreaterThan(2_400);
  // Another member's device is not a known device.
  expect(await took(deviceOf(randomUUID()))).toBeGreaterThan(2_400);
});

test("delays and refuses an unknown e-mail like any other", async () => {
  const [email, network] = [newEmail(), newAddress()];
  expect(await guess(email, perHour() + 2, () => network)).toBe(2);
  const start = performance.now();
  await checkPassword({ email, password, address: newAddress() });
  expect(performance.now() - start).toBeGreaterThan(400);
});

test("limits guesses from a known device separately", async () => {
  const { email, id } = await newAccount();
  const attempt = { email, address: newAddress(), device: deviceOf(id) };
  for (let count = 0; count < perHour(); count++) await checkPassword({ ...attempt, password: "guess!!" });
  expect(await checkPassword({ ...attempt, password })).toMatchObject(refused);
});

test("behind an unknown proxy, wrong passwords of others block nobody", async () => {
  const { email, id } = await newAccount();
  const everybodys = "172.17.0.1";
  for (let count = 0; count < perHour() + 1; count++)
    await checkPassword({ email: newEmail(), password: "guess!!", address: everybodys });
  expect(await checkPassword({ email, password, address: everybodys })).toMatchObject({ ok: true });

  // Attempts at one account queue up, a few at a time; the owner's device does not wait.
  expect(await guess(email, perHour() + 12, () => everybodys)).toBeGreaterThan(0);
  const known = { email, password, address: everybodys, device: deviceOf(id) };
  expect(await checkPassword(known)).toMatchObject({ ok: true });
});

test("blocks an address that guesses, without using up the attempts of its victims", async () => {
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

test("right passwords do not count against the limits", async () => {
  const { email } = await newAccount();
  const address = newAddress();
  for (let attempt = 0; attempt < env().SIGNIN_ATTEMPTS_PER_HOUR + 3; attempt++) {
    expect(await checkPassword({ email, password, address })).toMatchObject({ ok: true });
  }
});

test("the table of limits contains no e-mail address", async () => {
  const email = newEmail();
  await checkPassword({ email, password: "guess!!", address: newAddress() });
  expect(await prisma.rateLimit.count({ where: { key: { contains: email } } })).toBe(0);
});

test("a refused password is one record, which says neither whose it was nor what was typed", async () => {
  const { records } = captureLog();
  const { email } = await newAccount();
  await checkPassword({ email, password: "not the password", address: newAddress() });
  await checkPassword({ email, password, address: newAddress() });
  expect(records).toEqual([
    expect.objectContaining({
      level: "warn",
      event: "sign-in refused",
      kind: "password",
      cause: "WRONG_CREDENTIALS",
    }),
  ]);
  expect(JSON.stringify(records)).not.toMatch(/sora\.test|not the password/);
});
