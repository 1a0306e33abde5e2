import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unlockDrafts, writeDraft } from "@/components/ui/sealed-drafts";
import { fakeLocalStorage } from "@/test/fake-local-storage";
import { storedKeys } from "@/lib/browser-storage";
import { forgetDraft, keepDraft, readDraft, reviewDraftKey } from "./form-draft.ts";
import { sayTheSame } from "./typed-values.ts";

const { localStorage, entries } = fakeLocalStorage();

beforeEach(() => {
  vi.stubGlobal("window", { localStorage });
  unlockDrafts({ memberId: "member", key: "k".repeat(43) });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const name of Object.keys(entries)) delete entries[name];
});

const key = reviewDraftKey("member", "sea-gym", "");

test("keeps the input until it is deleted", () => {
  keepDraft(key, { stars: "4", body: "조용해요" });
  expect(readDraft(key)).toEqual({ stars: "4", body: "조용해요" });
  forgetDraft(key);
  expect(readDraft(key)).toBeNull();
});

test("keeps a separate draft for each member, gym and trainer", () => {
  const keys = [
    key,
    reviewDraftKey("other", "sea-gym", ""),
    reviewDraftKey("member", "sea-gym", "han"),
    reviewDraftKey("member", "sea", ""),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const one of keys) keepDraft(one, { body: one });
  expect(storedKeys(key)).toEqual([keys[0], keys[2]]);
});

test("reads any other value under the key as no draft", () => {
  for (const json of ["", "not json", "null", "7", '"text"']) {
    entries[key] = json;
    expect(readDraft(key)).toBeNull();
    writeDraft(key, json);
    expect(readDraft(key)).toBeNull();
  }
  writeDraft(key, JSON.stringify({ stars: 4, body: "조용해요" }));
  expect(readDraft(key)).toEqual({ body: "조용해요" });
});

test("works in a browser that stores nothing", () => {
  vi.stubGlobal("window", {
    get localStorage(): Storage {
      throw new DOMException("blocked", "SecurityError");
    },
  });
  keepDraft(key, { body: "조용해요" });
  expect(readDraft(key)).toBeNull();
  forgetDraft(key);
});

test("ignores white space around a text when it compares reviews", () => {
  const sent = { stars: "4", body: "조용해요" };
  expect(sayTheSame({ ...sent, body: " 조용해요\n", base: "any" }, sent)).toBe(true);
  expect(sayTheSame({ ...sent, stars: "5" }, sent)).toBe(false);
  expect(sayTheSame({}, { body: "" })).toBe(true);
});
