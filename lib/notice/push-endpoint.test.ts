import { describe, expect, test } from "vitest";

import { isPublicAddress, readPushEndpoint } from "./push-endpoint.ts";

const allowed = {
  hosts: ["fcm.googleapis.com", "*.push.apple.com"],
  ownOrigins: ["http://127.0.0.1:4000"],
};

describe("a push endpoint", () => {
  test.each([
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com:443/fcm/send/abc",
    "https://web.push.apple.com/QN1",
    "https://FCM.googleapis.com/a?b=c",
  ])("may be %s", (endpoint) => {
    expect(readPushEndpoint(endpoint, allowed)).toMatchObject({ isOwn: false });
  });

  test.each([
    "http://fcm.googleapis.com/a",
    "https://fcm.googleapis.com:8443/a",
    "https://user@fcm.googleapis.com/a",
    "https://user:secret@fcm.googleapis.com/a",
    "https://fcm.googleapis.com.evil.example/a",
    "https://evilfcm.googleapis.com/a",
    "https://a.fcm.googleapis.com/a",
    "https://push.apple.com/a",
    "https://evilpush.apple.com/a",
    "https://fcm.googleapis.com./a",
    "https://evil.example/https://fcm.googleapis.com/",
    "https://evil.example#fcm.googleapis.com",
    "https://fcm.googleapis.com/a#b",
    "https://127.0.0.1/a",
    "https://0x7f.1/a",
    "https://[::1]/a",
    "https://localhost/a",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "",
  ])("may not be %s", (endpoint) => {
    expect(readPushEndpoint(endpoint, allowed)).toBeNull();
  });

  test("of a configured own origin may be http and private, for exactly that origin", () => {
    expect(readPushEndpoint("http://127.0.0.1:4000/push/1", allowed)).toMatchObject({ isOwn: true });
    expect(readPushEndpoint("http://127.0.0.1:4001/push/1", allowed)).toBeNull();
    expect(readPushEndpoint("http://u@127.0.0.1:4000/push/1", allowed)).toBeNull();
  });
});

describe("an address", () => {
  test.each(["8.8.8.8", "142.250.196.10", "172.15.0.1", "172.32.0.1", "2404:6800:4004:80a::200a"])(
    "is public: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "ff02::1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::1",
    "2001:db8::1",
    "2001::1",
    "fe80::1%eth0",
    "",
    "localhost",
  ])("is not public: %s", (address) => expect(isPublicAddress(address)).toBe(false));
});
