import { expect, it } from "vitest";

import { actionKeyId, actionKeyOf } from "./action-key.ts";

it("depends only on AUTH_SECRET, and has the length that Next requires", () => {
  const key = actionKeyOf("a secret that two servers share");
  expect(actionKeyOf("a secret that two servers share")).toBe(key);
  expect(actionKeyOf("a secret that two servers Share")).not.toBe(key);
  expect(Buffer.from(key, "base64")).toHaveLength(32);
});

it("has an id that reveals nothing of it", () => {
  const [one, other] = [actionKeyOf("one"), actionKeyOf("other")];
  expect(actionKeyId(one)).toMatch(/^[0-9a-f]{16}$/);
  expect(actionKeyId(one)).not.toBe(actionKeyId(other));
  expect(Buffer.from(one, "base64").toString("hex")).not.toContain(actionKeyId(one));
});
