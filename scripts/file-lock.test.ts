import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withFileLock } from "./file-lock";

let dir: string;
let lock: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "sora-lock-"));
  lock = join(dir, "lock");
});
afterEach(() => rmSync(dir, { recursive: true }));

it("admits one at a time, and leaves no file behind", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withFileLock(lock, work)));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it("is free again after work that failed", async () => {
  await expect(withFileLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withFileLock(lock, async () => "yes")).toBe("yes");
});

it("ignores the lock of a process that was killed", async () => {
  const noProcessHasThisId = 4_194_305;
  writeFileSync(lock, String(noProcessHasThisId));
  expect(await withFileLock(lock, async () => "in")).toBe("in");
});

it.runIf(process.platform === "linux")(
  "passes over it, too, where its process id has come again",
  async () => {
    writeFileSync(lock, `${process.pid} 1`);
    expect(await withFileLock(lock, async () => "in")).toBe("in");
  },
);

it("does not remove a lock that another process has taken since", async () => {
  await withFileLock(lock, async () => writeFileSync(lock, "1 1"));
  expect(readFileSync(lock, "utf8")).toBe("1 1");
});
