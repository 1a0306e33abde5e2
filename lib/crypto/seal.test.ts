import { randomBytes } from "node:crypto";

import { describe, expect, test } from "vitest";

import { seal, sealedBy, sealingKey, unseal } from "./seal.ts";

const key = sealingKey(randomBytes(32));
const context = ["member", "m1", "entry", "e1", "body"];

describe("sealing", () => {
  test("gives back what was sealed, whatever the script", () => {
    const text = "오늘은 바다를 봤다 🌊 — and slept.";
    expect(unseal(key, seal(key, text, context), context).toString()).toBe(text);
  });

  test("names its key and never shows the text", () => {
    const envelope = seal(key, "a secret page", context);
    expect(sealedBy(envelope)).toBe(key.id);
    expect(envelope.toString("latin1")).not.toContain("secret");
  });

  test("seals the same text differently each time", () => {
    expect(seal(key, "same", context).equals(seal(key, "same", context))).toBe(false);
  });

  test.each([
    ["another member", ["member", "m2", "entry", "e1", "body"]],
    ["another row", ["member", "m1", "entry", "e2", "body"]],
    ["another field", ["member", "m1", "entry", "e1", "text"]],
    ["the same words split elsewhere", ["member", "m1,entry", "e1", "body"]],
  ])("does not open for %s", (_, otherContext) => {
    expect(() => unseal(key, seal(key, "mine", context), otherContext)).toThrow(/unable to authenticate/i);
  });

  test("does not open after any byte was changed", () => {
    const envelope = seal(key, "mine", context);
    for (let at = 0; at < envelope.length; at += 1) {
      const changed = Buffer.from(envelope);
      changed[at]! ^= 1;
      expect(() => unseal(key, changed, context), `byte ${at}`).toThrow(/authenticate|sealed/i);
    }
  });

  test("does not open with another key, and says which one it needs", () => {
    expect(() => unseal(sealingKey(randomBytes(32)), seal(key, "mine", context), context)).toThrow(key.id);
  });
});
