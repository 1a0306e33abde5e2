import { totalmem } from "node:os";

const gigabyte = 2 ** 30;

/** At its peak: docs/operations.md has the measurement. */
const neededGigabytes = 2;

/** What else runs on the machine needs some, too. */
const enoughGigabytes = 2.25;

export const memoryNeed = `Building Sora takes ${neededGigabytes} GB of memory at its peak; build where there is more, or in an image (docs/operations.md).`;

/** Of the machine or, if that is less, of the container. In bytes. */
export function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** A line to print before a build that will probably be killed; null where there is memory enough. */
export function memoryWarning(bytes: number): string | null {
  if (bytes >= enoughGigabytes * gigabyte) return null;
  return `This machine has ${(bytes / gigabyte).toFixed(1)} GB of memory. ${memoryNeed}`;
}
