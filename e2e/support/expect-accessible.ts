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
 * Expects no axe violations in either theme, and no horizontal overflow. The themes differ only in colours, so the second
 * one is checked for colours only.
 */
export async function expectAccessible(page: Page) {
  // A hidden page is not painted: its fade-in animations would never end.
  await page.bringToFront();
  // AxeBuilder would send the unminified axe twice for each check.
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
  // Colours are wrong during a fade-in.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // A spinner's animation never ends.
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
  // Our pages have no foreign frames. Legacy mode avoids a second tab, which takes longer than the check.
  const axe = new AxeBuilder({ page, axeSource: "/* it is there */" })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations } = await choose(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
