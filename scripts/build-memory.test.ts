import { expect, test } from "vitest";

import { memoryWarning, usableMemory } from "./build-memory";

const gigabyte = 2 ** 30;

test("a machine with less than 2 GB gets a warning before the build", () => {
  expect(memoryWarning(1 * gigabyte)).toMatch(/^This machine has 1\.0 GB of memory\. .* 2 GB/);
  expect(memoryWarning(1.9 * gigabyte)).toMatch(/^This machine has 1\.9 GB/);
  expect(memoryWarning(2.4 * gigabyte)).toBeNull();
  expect(memoryWarning(16 * gigabyte)).toBeNull();
});

test("the memory that counts is a container's limit, never more than the machine has", () => {
  expect(usableMemory()).toBeGreaterThan(gigabyte / 4);
  expect(usableMemory()).toBeLessThan(2 ** 50);
});
