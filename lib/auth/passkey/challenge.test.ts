import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { newChallenge, takeChallenge } from "./challenge.ts";

afterEach(() => void vi.useRealTimers());

const asText = (challenge: Uint8Array) => Buffer.from(challenge).toString("base64url");
const member = randomUUID();

test("a challenge is accepted once, also by two concurrent requests", async () => {
  const challenge = asText(newChallenge("sign-in"));
  const taken = await Promise.all([takeChallenge(challenge, "sign-in"), takeChallenge(challenge, "sign-in")]);
  expect(taken.toSorted()).toEqual([false, true]);
});

test("a challenge is only valid for its purpose and its member", async () => {
  const challenge = asText(newChallenge(`prove ${member}`));
  expect(await takeChallenge(challenge, "sign-in")).toBe(false);
  expect(await takeChallenge(challenge, `register ${member}`)).toBe(false);
  expect(await takeChallenge(challenge, `prove ${randomUUID()}`)).toBe(false);
  expect(await takeChallenge(challenge, `prove ${member}`)).toBe(true);
});

test("an invented, changed or one-hour-old challenge is refused", async () => {
  const challenge = newChallenge("sign-in");
  const changed = challenge.map((byte, index) => (index === 20 ? byte ^ 1 : byte));
  for (const tried of ["", "x", asText(new Uint8Array(56)), asText(changed)])
    expect(await takeChallenge(tried, "sign-in")).toBe(false);
  vi.useFakeTimers({ now: Date.now() + 60 * 60 * 1000 + 1, toFake: ["Date"] });
  expect(await takeChallenge(asText(challenge), "sign-in")).toBe(false);
});
