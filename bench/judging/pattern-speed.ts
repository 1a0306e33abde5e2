import { hostileTexts } from "../../test/moderation/hostile-texts.ts";
import { randomFrom } from "../../test/seeded-random.ts";
import { examineText } from "../../lib/moderation/patterns/examine-text.ts";
import { textHash } from "../../lib/moderation/patterns/normalise.ts";
import { activeRuleIds, builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { quantile } from "../quantile.ts";
import { gymReviews } from "./gym-reviews.ts";
import { type TextsBySource, textsOf } from "./patterns.ts";

const ruleIds = activeRuleIds(builtInPolicy);
const chars = 2000;
const count = 200;
/** The CPU clock has steps of up to 4 ms. Reading each text this many times resolves less than a step. */
const runs = 12;

export function measurePatternSpeed(texts: TextsBySource): string {
  const groups: [string, string[]][] = [
    ["film reviews and news comments", longTexts(textsOf(texts, "praise", "complaint", "kmhas", "kocohub"))],
    ["gym reviews made from templates", longTexts(gymReviews(5000))],
    ["hostile: made from the patterns' own sources", hostileTexts(chars, count)],
  ];
  for (const [, group] of groups) for (const text of group.slice(0, 100)) examineText(text, ruleIds);
  const rows = groups.map(([name, group]) => {
    const ms = group.map((text) => cpuMsOf(() => examineText(text, ruleIds)));
    const at = [0.5, 0.99, 1].map((share) => quantile(ms, share).toFixed(1));
    return `| ${name} | ${group.length} | ${at.join(" | ")} |`;
  });
  const onMainThread = groups.flatMap(([, group]) => group).map((text) => cpuMsOf(() => textHash(text)));
  return [
    `## CPU time of the patterns for ${chars} characters`,
    "Target: ≤ 5 ms at p99. Beyond 200 ms of CPU time a text is held. Before patterns were bounded and filtered: p99 90 ms, longest 218 ms, and some texts without end.",
    ["| texts | count | p50 ms | p99 ms | longest ms |", "|---|---|---|---|---|", ...rows].join("\n"),
    `On the main thread, where a review is submitted, only the hash of the same texts is made: p50 ${quantile(onMainThread, 0.5).toFixed(2)} ms, p99 ${quantile(onMainThread, 0.99).toFixed(2)} ms.`,
  ].join("\n\n");
}

/** CPU time of this thread for one run: other load on the machine does not count. */
function cpuMsOf(work: () => unknown): number {
  const started = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) work();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000 / runs;
}

function longTexts(pieces: string[]): string[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => {
    let text = "";
    while (text.length < chars) text += `${random.pick(pieces)} `;
    return text.slice(0, chars);
  });
}
