import { randomBytes } from "node:crypto";

import { describe, expect, test } from "vitest";

import { seal, sealedBy, sealingKey, unseal } from "./seal.ts";

const key = sealingKey(randomBytes(32));
const context = ["member", "m1", "entry", "e1", "body"];

describe("sealing", () => {
  test("returns the sealed text in any script", () => {
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

  test("with a version opens with that one only", () => {
    const envelope = seal(key, "second", context, "v2");
    expect(unseal(key, envelope, context, "v2").toString()).toBe("second");
    expect(() => unseal(key, envelope, context, "v1")).toThrow("authenticate");
    expect(() => unseal(key, envelope, context)).toThrow("with a version, where none is known");
    const called = Buffer.from(envelope);
    called[0] = 1; // an envelope that claims to have none
    expect(() => unseal(key, called, context, "v2")).toThrow("authenticate");
  });

  test("without a version opens whatever the version of its row: the caller decides whether that is allowed", () => {
    expect(unseal(key, seal(key, "first", context), context, "v2").toString()).toBe("first");
  });

  test("does not open with another key, and names the one that it needs", () => {
    expect(() => unseal(sealingKey(randomBytes(32)), seal(key, "mine", context), context)).toThrow(key.id);
  });
});
