import { totalmem } from "node:os";

const gigabyte = 2 ** 30;

/** At its peak. Measured: docs/operations.md. */
const neededGigabytes = 2;

const enoughGigabytes = 2.25;

export const memoryNeed = `Building Sora takes ${neededGigabytes} GB of memory at its peak; build where there is more, or in an image (docs/operations.md).`;

export function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

export function memoryWarning(bytes: number): string | null {
  if (bytes >= enoughGigabytes * gigabyte) return null;
  return `This machine has ${(bytes / gigabyte).toFixed(1)} GB of memory. ${memoryNeed}`;
}
