import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { newDeviceCookie, readDevice } from "./device-cookie.ts";

const http = new Headers({ "x-forwarded-proto": "http" });
const https = new Headers({ "x-forwarded-proto": "https" });
const jar = (...cookies: { name: string; value: string }[]) => ({
  get: (name: string) => cookies.find((cookie) => cookie.name === name),
});

test("a browser is a known device of the last five members who signed in with it", async () => {
  const members = Array.from({ length: 6 }, () => randomUUID());
  let cookie = await newDeviceCookie(https, null, members[0]!);
  expect(cookie).toMatchObject({ name: "__Secure-sora-device", httpOnly: true, secure: true });
  const first = await readDevice(https, jar(cookie));
  for (const member of [...members.slice(1), members[5]!])
    cookie = await newDeviceCookie(https, await readDevice(https, jar(cookie)), member);
  const last = await readDevice(https, jar(cookie));
  expect(last).toEqual({ deviceId: first?.deviceId, memberIds: members.slice(1).toReversed() });
});

test("a forged, foreign, malformed or missing cookie is not a known device", async () => {
  const { name, value } = await newDeviceCookie(http, null, randomUUID());
  const token = { deviceId: randomUUID(), memberIds: [randomUUID()] };
  const foreign = await encode({ token, secret: "another server's secret, just as long", salt: name });
  for (const forged of [foreign, `${value}x`, value.slice(0, -9), "x", ""])
    expect(await readDevice(http, jar({ name, value: forged }))).toBeNull();
  expect(await readDevice(http, jar())).toBeNull();
});
