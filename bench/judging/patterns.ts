import { examineText } from "../../lib/moderation/patterns/examine-text.ts";
import { activeRuleIds, builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { gymReviews } from "./gym-reviews.ts";
import type { LabelledText } from "../../scripts/classifier/labelled-texts.ts";

const ruleIds = activeRuleIds(builtInPolicy);
const link = /https?:\/\/|www\.[a-z]/i;
const maxExamples = 12;

export type TextsBySource = Map<LabelledText["source"], LabelledText[]>;

export const textsOf = (texts: TextsBySource, ...sources: LabelledText["source"][]) =>
  sources.flatMap((source) => texts.get(source) ?? []).map(({ text }) => text);

/** The patterns alone on ordinary texts: every rejection and hold is wrong, except for links. */
export function measurePatterns(texts: TextsBySource): string {
  const groups: [string, string[]][] = [
    ["film reviews, 9–10 points", textsOf(texts, "praise")],
    ["gym reviews made from templates", gymReviews(20_000)],
    ["film reviews, 1–3 points", textsOf(texts, "complaint")],
    ["news comments", textsOf(texts, "kmhas", "kocohub")],
  ];
  const examples: string[] = [];
  const rows = groups.map(([name, group]) => {
    const found = group.map((text) => ({ text, ...examineText(text, ruleIds) }));
    const links = found.filter(({ text, broken }) => broken.length > 0 && link.test(text));
    const rejected = found.filter(({ text, broken }) => broken.length > 0 && !link.test(text));
    const held = found.filter(
      ({ broken, hints, givesOrders }) => broken.length === 0 && (hints.length > 0 || givesOrders),
    );
    examples.push(
      ...[...rejected, ...held]
        .slice(0, maxExamples)
        .map(({ text }) => text.replaceAll(/\s+/g, " ").slice(0, 120)),
    );
    const share = (count: number) => `${count} (${((100 * count) / group.length).toFixed(3)} %)`;
    return `| ${name} | ${group.length} | ${links.length} | ${share(rejected.length)} | ${share(held.length)} |`;
  });
  return [
    "## Patterns over ordinary texts",
    "Targets: wrong rejections ≤ 0.005 %, wrong holds ≤ 0.02 %, over harmless texts (the first two rows).",
    [
      "| texts | count | rejected for a link | rejected otherwise | held |",
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n"),
    `Of those rejected without a link, or held: ${examples.length === 0 ? "none." : ""}`,
    ...(examples.length > 0 ? [examples.map((text) => `- ${text}`).join("\n")] : []),
  ].join("\n\n");
}
