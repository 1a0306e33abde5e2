import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

type Pattern = { file: string; source: string; flags: string };

/** Patterns for members' reviews have a separate fuzz test beside them. */
const files = ["{lib,components,app,scripts}/**/*.{ts,tsx,mjs}", "*.ts", "public/*.js"]
  .flatMap((pattern) => globSync(pattern))
  .filter((file) => !/\.test\.tsx?$|^lib\/(?:moderation\/patterns|generated)\//.test(file));

function patternsIn(file: string): Pattern[] {
  const text = readFileSync(file, "utf8");
  if (!text.includes("/")) return [];
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { regex, key, value } = node as {
      regex?: { pattern: string; flags: string };
      key?: { name?: string };
      value?: { value?: unknown };
    };
    // Next compiles the addresses in the configuration of the proxy and of Next.
    const address = key?.name === "source" && value?.value;
    if (typeof address === "string" && address.startsWith("/"))
      found.push({ file, source: `^${address}$`, flags: "" });
    if (regex?.pattern) found.push({ file, source: regex.pattern, flags: regex.flags });
    else for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(file, text).program);
  return found;
}

/** Texts from the pattern's own words, so that it matches almost everywhere and fails at the end. */
function hostileTexts(source: string, chars: number): string[] {
  const words = source
    .replaceAll(/\\[pP]\{[^}]*\}|\\u\{?[0-9a-f]+\}?|\\[a-zA-Z]/g, " ")
    .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu);
  const units = [...new Set([...(words ?? []), " ", "\n", "\t", "a", "가", "1"])];
  return units.flatMap((unit) => [
    `${unit.repeat(chars / unit.length)}\0`,
    `${`${unit} `.repeat(chars / (unit.length + 1))}\0`,
    `${unit}${" ".repeat(chars)}\0`,
    `${unit}${"a".repeat(chars)}\0`,
  ]);
}

/** The maximum length of the text, for patterns with a short one, by source. */
const seenChars: Record<string, number> = {
  "^-+|-+$": 60, // a slug, cut before
  "-+$": 60,
  "[\\p{L}\\p{N}]*$": 20, // the text next to a word
  "<(?=\\s*\\/?\\s*review)": 800, // a review, cut before
  "\\/+$": 200, // an address in the settings
};

/** Milliseconds of the slowest text. Short ones first: a running pattern cannot be stopped. */
function slowestMs({ source, flags }: Pattern): number {
  const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  let slowest = 0;
  for (const step of [100, 1000, 5000]) {
    if (slowest > barMs) break;
    const chars = Math.min(step, seenChars[source] ?? step);
    for (const text of hostileTexts(source, chars)) {
      const from = performance.now();
      text.replaceAll(pattern, "");
      slowest = Math.max(slowest, performance.now() - from);
      if (slowest > barMs) break;
    }
  }
  return slowest;
}

/**
 * An exponential pattern never ends, a cubic one takes a second for 1,000 characters; all others take milliseconds.
 */
const barMs = 60;

const patterns = files.flatMap(patternsIn).filter(({ source }) => /[*+]|\{\d+,/.test(source));

test("no pattern in the code takes long for 5,000 hostile characters", () => {
  expect(patterns.length).toBeGreaterThan(80);
  const slow = patterns.filter((pattern) => [1, 2, 3].every(() => slowestMs(pattern) > barMs));
  expect(slow).toEqual([]);
}, 60_000);
