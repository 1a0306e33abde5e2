import type { Readable } from "node:stream";
import { createInterface } from "node:readline";
import { say } from "./say.ts";

/**
 * Drops Next's banner: it names an address where sign-in does not work, and Sora prints its own when it really answers.
 * Sora's lines start with a letter, a digit or a brace, unlike the banner's.
 */
export function forwardWithoutBanner(output: Readable | null) {
  if (!output) return;
  let isBanner = true;
  createInterface({ input: output }).on("line", (line) => {
    if (line.startsWith("{")) process.stdout.write(`${line}\n`);
    else if (!isBanner || /^[A-Za-z\d]/.test(line)) say(line);
    if (line.includes("Ready in")) isBanner = false;
  });
}
