import { hostileTexts } from "../../e2e/support/moderation/hostile-texts.ts";
import { randomFrom } from "../../e2e/support/vitest/seeded-random.ts";
import { examineText } from "../../lib/moderation/patterns/examine-text.ts";
import { activeRuleIds, builtInPolicy } from "../../lib/moderation/policy.ts";
import { quantile } from "../quantile.ts";
import { gymReviews } from "./gym-reviews.ts";
import { type TextsBySource, textsOf } from "./patterns.ts";

const ruleIds = activeRuleIds(builtInPolicy);
const chars = 2000;
const count = 200;
/** The shortest counts: other work on the machine delays some of them. */
const runs = 3;

/** How long the patterns take over texts of the greatest length, once the process is warm. */
export function measurePatternSpeed(texts: TextsBySource): string {
  const groups: [string, string[]][] = [
    ["film reviews and news comments", longTexts(textsOf(texts, "praise", "complaint", "kmhas", "kocohub"))],
    ["gym reviews made from templates", longTexts(gymReviews(5000))],
    ["hostile: made from the patterns' own sources", hostileTexts(chars, count)],
  ];
  for (const [, group] of groups) for (const text of group.slice(0, 100)) examineText(text, ruleIds);
  const rows = groups.map(([name, group]) => {
    const ms = group.map((text) => Math.min(...Array.from({ length: runs }, () => timeOf(text))));
    const at = [0.5, 0.99, 1].map((share) => quantile(ms, share).toFixed(1));
    return `| ${name} | ${group.length} | ${at.join(" | ")} |`;
  });
  return [
    `## Time of the patterns for ${chars} characters`,
    "Target: ≤ 5 ms at p99. Beyond 200 ms of CPU time a text is held. Before patterns were bounded and filtered: p99 90 ms, longest 218 ms, and for ever.",
    ["| texts | count | p50 ms | p99 ms | longest ms |", "|---|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function timeOf(text: string): number {
  const started = performance.now();
  examineText(text, ruleIds);
  return performance.now() - started;
}

function longTexts(pieces: string[]): string[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < chars) text += `${random.pick(pieces)} `;
    return text.slice(0, chars);
  });
}
