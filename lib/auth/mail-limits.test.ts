import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { takeMail } from "./mail-limits.ts";

const newEmail = () => `${randomUUID()}@sora.test`;
const limited = { ok: false, error: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) };

test("limits a mailbox to five requested mails an hour over all networks, without affecting other mailboxes", async () => {
  const email = newEmail();
  const taken = await Promise.all(
    Array.from({ length: 8 }, () => takeMail({ email, address: randomUUID() })),
  );
  expect(taken.filter(({ ok }) => ok)).toHaveLength(5);
  const address = randomUUID();
  expect(await takeMail({ email, address })).toEqual(limited);
  expect(await takeMail({ email: newEmail(), address })).toEqual({ ok: true });
});

test("limits a network to fifty requested mails an hour over all mailboxes, without affecting other networks", async () => {
  const address = randomUUID();
  const taken = await Promise.all(Array.from({ length: 60 }, () => takeMail({ email: newEmail(), address })));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(50);
  const email = newEmail();
  expect(await takeMail({ email, address })).toEqual(limited);
  // Mails that the network was refused do not count against the mailbox.
  for (let n = 0; n < 5; n += 1)
    expect(await takeMail({ email, address: randomUUID() })).toEqual({ ok: true });
});
