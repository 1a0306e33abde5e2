import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { mayReloadFor, reloadFor } from "./reload";

const kept = new Map<string, string>();
let loads = 0;

beforeEach(() => {
  loads = 0;
  kept.clear();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  vi.stubGlobal("window", { sessionStorage, location: { reload: () => (loads += 1) } });
});
afterEach(() => vi.unstubAllGlobals());

const hear = (build: string) => mayReloadFor(build) && reloadFor(build);

it("reloads the page once for each build, even when two builds answer in turn", () => {
  for (let round = 0; round < 10; round += 1) for (const build of ["old", "new"]) hear(build);
  expect(loads).toBe(2);
});

it("does not reload the page when the tab cannot store that it did", () => {
  vi.stubGlobal("window", {
    get sessionStorage() {
      throw new Error("blocked");
    },
    location: { reload: () => (loads += 1) },
  });
  hear("new");
  reloadFor("new");
  expect(loads).toBe(0);
});
