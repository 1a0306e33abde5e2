import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { env } from "../env.ts";
import { newSessionCookie, readSession, renewedSessionCookie } from "./session-cookie.ts";

const claims = { memberId: randomUUID(), sessionVersion: 3, sessionId: randomUUID(), isRecorded: true };
const neverRecord = () => Promise.reject(new Error("it has its row"));
const http = new Headers({ "x-forwarded-proto": "http" });
const https = new Headers({ "x-forwarded-proto": "https" });
const day = 24 * 60 * 60 * 1000;

const jar = (...cookies: { name: string; value: string }[]) => ({
  get: (name: string) => cookies.find((cookie) => cookie.name === name),
});

test("reads the claims that were issued", async () => {
  const cookie = await newSessionCookie(http, claims);
  expect(cookie).toMatchObject({
    name: "authjs.session-token",
    httpOnly: true,
    sameSite: "lax",
    secure: false,
  });
  expect(await readSession(http, jar(cookie))).toEqual(claims);
});

test("over https the cookie is Secure, and a cookie from http is ignored", async () => {
  const cookie = await newSessionCookie(https, claims);
  expect(cookie).toMatchObject({ name: "__Secure-authjs.session-token", secure: true });
  expect(await readSession(https, jar(cookie))).toEqual(claims);
  expect(await readSession(https, jar(await newSessionCookie(http, claims)))).toBeNull();
});

test("the token contains the member, session and version, nothing else", async () => {
  const { name, value } = await newSessionCookie(http, claims);
  const payload = await decode({ token: value, secret: env().AUTH_SECRET, salt: name });
  const keys = ["exp", "iat", "jti", "memberId", "sessionId", "sessionVersion"];
  expect(Object.keys(payload ?? {}).toSorted()).toEqual(keys);
});

test("a forged, foreign, malformed or missing token is signed out", async () => {
  const { name, value } = await newSessionCookie(http, claims);
  const foreign = await encode({
    token: claims,
    secret: "another server's secret, just as long",
    salt: name,
  });
  const other = await encode({ token: { sub: claims.memberId }, secret: env().AUTH_SECRET, salt: name });
  for (const token of [foreign, other, `${value}x`, value.slice(0, -9), "x", ""]) {
    expect(await readSession(http, jar({ name, value: token }))).toBeNull();
  }
  expect(await readSession(http, jar())).toBeNull();
});

test("a session ends 30 days after the last visit, and a visit renews it at most once a day", async () => {
  const start = Date.now();
  vi.useFakeTimers({ now: start, toFake: ["Date"] });
  const cookie = await newSessionCookie(http, claims);
  expect(await renewedSessionCookie(http, jar(cookie), neverRecord)).toBeNull();

  vi.setSystemTime(start + 2 * day);
  const renewed = await renewedSessionCookie(http, jar(cookie), neverRecord);
  expect(renewed).toMatchObject({ name: cookie.name, maxAge: 30 * 24 * 60 * 60 });

  vi.setSystemTime(start + 31 * day);
  expect(await readSession(http, jar(cookie))).toBeNull();
  expect(await renewedSessionCookie(http, jar(cookie), neverRecord)).toBeNull();
  expect(await readSession(http, jar(renewed!))).toEqual(claims);
  vi.useRealTimers();
});

test("a token of a release without session rows gets its row, under its own id, on the next visit", async () => {
  const { name } = await newSessionCookie(http, claims);
  const { memberId, sessionVersion } = claims;
  const value = await encode({
    token: { memberId, sessionVersion },
    secret: env().AUTH_SECRET,
    salt: name,
  });
  const old = await readSession(http, jar({ name, value }));
  expect(old).toEqual({ memberId, sessionVersion, sessionId: expect.any(String), isRecorded: false });
  const renewed = await renewedSessionCookie(http, jar({ name, value }), async (session) => ({
    ...session,
    isRecorded: true,
  }));
  expect(await readSession(http, jar(renewed!))).toEqual({ ...old, isRecorded: true });
});
