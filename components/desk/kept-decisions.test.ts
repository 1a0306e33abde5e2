import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listDrafts, unlockDrafts, writeDraft } from "@/components/ui/sealed-drafts";
import { fakeLocalStorage } from "@/test/fake-local-storage";
import type { TakenDecision } from "./decision-queue.ts";
import { KeptDecisions } from "./kept-decisions.ts";

const { localStorage, entries } = fakeLocalStorage();

beforeEach(() => {
  vi.stubGlobal("window", { localStorage });
  unlockDrafts({ memberId: "sea", key: "k".repeat(43) });
});
afterEach(() => {
  unlockDrafts(null);
  vi.unstubAllGlobals();
  for (const name of Object.keys(entries)) delete entries[name];
});

const decision = (): TakenDecision => {
  const [actId, revisionId] = [crypto.randomUUID(), crypto.randomUUID()];
  return {
    actId,
    revisionId,
    kind: "REJECT",
    text: "샤워실이 좁아요",
    fields: { revisionId, actId, rule: "hate" },
  };
};

function takenOver(kept: KeptDecisions): TakenDecision[] {
  const taken: TakenDecision[] = [];
  kept.takeOver((decisions) => taken.push(...decisions));
  return taken;
}

test("what a page has not sent is the next page's, once, and nobody can read it in between", () => {
  const [one, other] = [decision(), decision()];
  new KeptDecisions("sea").write([{ ...one, shows: other.revisionId }, other]);
  expect(Object.values(entries).join("")).not.toMatch(/샤워실|hate/);
  // Signing out asks about them.
  expect(listDrafts()).toHaveLength(1);

  const next = new KeptDecisions("sea");
  expect(takenOver(next)).toEqual([one, other]);
  expect(takenOver(next)).toEqual([]);
  next.write([other]);
  expect(takenOver(next)).toEqual([]);
  next.write([]);
  expect(Object.keys(entries)).toEqual([]);
});

test("another member's are not taken over, and what cannot be read is dropped", () => {
  new KeptDecisions("other").write([decision()]);
  expect(takenOver(new KeptDecisions("sea"))).toEqual([]);
  for (const kept of ["not json", "null", '[{"fields":{}}]']) {
    writeDraft("sora.decisions:sea:x", kept);
    expect(takenOver(new KeptDecisions("sea"))).toEqual([]);
    expect(listDrafts()).toEqual([]);
  }
});
