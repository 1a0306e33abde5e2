import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeLocalStorage } from "@/test/fake-local-storage";
import { unlockDrafts } from "@/components/ui/sealed-drafts";
import { draftStore, listKeptDates } from "./draft-store";

const kept = (text: string) => ({ text, base: null, unconfirmed: [] });
const mine = { memberId: "haeun", date: "2026-11-21" };

let entries: Record<string, string>;
beforeEach(() => {
  const fake = fakeLocalStorage();
  entries = fake.entries;
  vi.stubGlobal("window", { localStorage: fake.localStorage });
  unlockDrafts({ memberId: "haeun", key: "k".repeat(43) });
});
afterEach(() => void vi.unstubAllGlobals());

test("gives back what was kept, to that member and day only", () => {
  expect(draftStore(mine).write(kept("바다"))).toBe(true);
  expect(draftStore(mine).read()).toEqual(kept("바다"));
  expect(draftStore({ ...mine, memberId: "jun" }).read()).toBeNull();
  expect(draftStore({ ...mine, date: "2026-11-20" }).read()).toBeNull();
  expect(listKeptDates("haeun")).toEqual(["2026-11-21"]);
  expect(listKeptDates("jun")).toEqual([]);
});

test("forgets its own text, never what another tab has put there since", () => {
  const [here, there] = [draftStore(mine), draftStore(mine)];
  here.write(kept("여기"));
  there.write(kept("저기"));
  here.forget();
  expect(there.read()).toEqual(kept("저기"));
  there.forget();
  expect(there.read()).toBeNull();
});

test("is not misled by what it did not write", () => {
  for (const value of ["", "{", "null", "7", '{"text":3}', '{"text":"a","base":1}']) {
    entries["sora.draft:haeun:2026-11-21"] = value;
    expect(draftStore(mine).read()).toBeNull();
  }
});

test("says so when the browser keeps nothing", () => {
  vi.stubGlobal("window", {
    get localStorage(): Storage {
      throw new Error("SecurityError");
    },
  });
  expect(draftStore(mine).write(kept("바다"))).toBe(false);
  expect(draftStore(mine).read()).toBeNull();
  expect(listKeptDates("haeun")).toEqual([]);
});
