import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colourRules = ["color-contrast", "link-in-text-block"];

const require = createRequire(import.meta.url);
const axeFile = createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js");
const axeSource = readFileSync(axeFile, "utf8");

/**
 * Axe finds nothing on the page, in either theme, and it fits in its window. The themes differ in their colours only, so
 * that those are looked at twice.
 */
export async function expectAccessible(page: Page) {
  // A page behind another one need not be painted: what fades in on it would never be there.
  await page.bringToFront();
  // The builder would send all of axe, and not its short form, twice for each look.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const [first, other] = isDark ? (["dark", "light"] as const) : (["light", "dark"] as const);
  expect(await findViolations(page, (axe) => axe.withTags(rules)), first).toEqual([]);
  await page.emulateMedia({ colorScheme: other });
  expect(await findViolations(page, (axe) => axe.withRules(colourRules)), other).toEqual([]);
  await page.emulateMedia({ colorScheme: first });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, "scrolls sideways").toBeLessThanOrEqual(0);
}

async function findViolations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // What is still fading in has not its colour yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  // A page of ours has no frames of others: nothing to be put together in another tab, which takes longer than the looking.
  const axe = new AxeBuilder({ page, axeSource: "/* it is there */" })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations } = await choose(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
