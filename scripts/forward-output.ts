import type { Readable } from "node:stream";
import { createInterface } from "node:readline";
import { say } from "./say.ts";

/**
 * Next's own banner names an address that sign-in does not work on; ours comes when the server really answers. What Sora
 * itself has to say meanwhile begins with a letter, a digit or a brace, which no line of the banner does.
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
