import { expect, it } from "vitest";

import { actionKeyId, actionKeyOf } from "./action-key.ts";

it("is the same on all servers with one AUTH_SECRET, another with another, and as long as Next wants it", () => {
  const key = actionKeyOf("a secret that two servers share");
  expect(actionKeyOf("a secret that two servers share")).toBe(key);
  expect(actionKeyOf("a secret that two servers Share")).not.toBe(key);
  expect(Buffer.from(key, "base64")).toHaveLength(32);
});

it("is told from others by an id that holds nothing of it", () => {
  const [one, other] = [actionKeyOf("one"), actionKeyOf("other")];
  expect(actionKeyId(one)).toMatch(/^[0-9a-f]{16}$/);
  expect(actionKeyId(one)).not.toBe(actionKeyId(other));
  expect(Buffer.from(one, "base64").toString("hex")).not.toContain(actionKeyId(one));
});
