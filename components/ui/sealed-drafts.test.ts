import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeLocalStorage } from "@/test/fake-local-storage";
import { listDrafts, readDraft, readStored, unlockDrafts, writeDraft } from "./sealed-drafts";

let entries: Record<string, string>;
beforeEach(() => {
  const fake = fakeLocalStorage();
  entries = fake.entries;
  vi.stubGlobal("window", { localStorage: fake.localStorage });
  unlockDrafts(null);
});
afterEach(() => vi.unstubAllGlobals());

const haeun = { memberId: "haeun", key: "a".repeat(43) };
const jun = { memberId: "jun", key: "b".repeat(43) };
const name = "sora.draft:haeun:2026-11-21";
const words = "밤바다 앞에서 쓴 글";

test("stores no readable word, and returns the text only to the same member", () => {
  unlockDrafts(haeun);
  expect(writeDraft(name, words)).toBe(readStored(name));
  expect(JSON.stringify(entries)).not.toContain("밤바다");
  expect(readDraft(name)).toBe(words);

  unlockDrafts(null);
  expect([readDraft(name), listDrafts(), writeDraft(name, "x")]).toEqual([null, [], null]);
  unlockDrafts(jun);
  expect([readDraft(name), listDrafts()]).toEqual([null, []]);
  unlockDrafts(haeun);
  expect([readDraft(name), listDrafts()]).toEqual([words, [name]]);
});

test("the text of one page does not open under another page's name", () => {
  unlockDrafts(haeun);
  const sealed = writeDraft(name, words)!;
  entries["sora.draft:haeun:2026-11-22"] = sealed;
  expect(readDraft("sora.draft:haeun:2026-11-22")).toBeNull();
});

test("seals equal texts differently, and long texts completely", () => {
  unlockDrafts(haeun);
  expect(writeDraft(name, words)).not.toBe(writeDraft(name, words));
  writeDraft(name, words.repeat(3_000));
  expect(readDraft(name)).toBe(words.repeat(3_000));
});

test("seals what an older release stored readable when its member is signed in, and changes nobody else's", () => {
  entries[name] = words;
  entries["sora.draft:jun:2026-11-21"] = "준의 글";
  unlockDrafts(haeun);
  expect(entries[name]).not.toContain("밤바다");
  expect(readDraft(name)).toBe(words);
  expect(entries["sora.draft:jun:2026-11-21"]).toBe("준의 글");
});

test("reads damaged text as no draft", () => {
  unlockDrafts(haeun);
  const sealed = writeDraft(name, words)!;
  for (const kept of ["sealed1.", "sealed1.x.y", sealed.slice(0, -4), "밤바다", ""]) {
    entries[name] = kept;
    expect(readDraft(name)).toBeNull();
  }
});
