import { hostileTexts } from "../../e2e/support/moderation/hostile-texts.ts";
import { randomFrom } from "../../e2e/support/vitest/seeded-random.ts";
import { examineText } from "../../lib/moderation/patterns/examine-text.ts";
import { activeRuleIds, builtInPolicy } from "../../lib/moderation/policy.ts";
import { quantile } from "../quantile.ts";
import { gymReviews } from "./gym-reviews.ts";
import type { LabelledTexts } from "./labelled-texts.ts";

const ruleIds = activeRuleIds(builtInPolicy);
const chars = 2000;
const count = Number(process.env.N ?? 1000);

/** How long the patterns take over texts of the greatest length, once the process is warm. */
export function measurePatternSpeed({ praise, criticism, comments }: LabelledTexts): string {
  const groups: [string, string[]][] = [
    [
      "film reviews and news comments",
      longTexts([...praise, ...criticism, ...comments.map(({ text }) => text)]),
    ],
    ["gym reviews made from templates", longTexts(gymReviews(5000))],
    ["hostile: made from the patterns' own sources", hostileTexts(chars, count)],
  ];
  for (const [, texts] of groups) for (const text of texts.slice(0, 100)) examineText(text, ruleIds);
  const rows = groups.map(([name, texts]) => {
    const ms = texts.map((text) => {
      const started = performance.now();
      examineText(text, ruleIds);
      return performance.now() - started;
    });
    const at = [0.5, 0.99, 1].map((share) => quantile(ms, share).toFixed(1));
    return `| ${name} | ${texts.length} | ${at.join(" | ")} |`;
  });
  return [
    `## Time of the patterns for ${chars} characters`,
    "Target: ≤ 5 ms at p99. Beyond 200 ms a text is held.",
    ["| texts | count | p50 ms | p99 ms | longest ms |", "|---|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function longTexts(pieces: string[]): string[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < chars) text += `${random.pick(pieces)} `;
    return text.slice(0, chars);
  });
}
