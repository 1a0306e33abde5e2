import type { Policy } from "./policy/rules.ts";

/**
 * Repairs a verdict where its meaning is certain: names and words in another case, missing lists, lists given as one
 * string, numbers as strings or percentages. Leaves other errors to the schema, and drops unknown names.
 */
export function repairVerdict(given: unknown, known: { ids: string[]; policy: Policy }) {
  const said = namesIn(given);
  const ruleIds = ["none", ...known.policy.rules.map(({ id }) => id)];
  const rule = (value: unknown) => (value === null || value === "" ? "none" : wordIn(ruleIds, value));
  const others = listOf(said.get("alsobroken")).map((other) => {
    const { rule: broken, evidence } = Object.fromEntries(namesIn(other));
    return { rule: rule(broken), evidence: listOf(evidence) };
  });
  return {
    id: wordIn(known.ids, said.get("id")),
    evidence: listOf(said.get("evidence")),
    rule: rule(said.get("rule")),
    alsoBroken: others.filter((other) => other.rule !== "none" || other.evidence.length > 0),
    decision: decisions[letters(said.get("decision"))] ?? said.get("decision"),
    confidence: shareOf(said.get("confidence")),
  };
}

export function namesIn(value: unknown): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([name, one]) => [letters(name), one as unknown]));
}

const decisions: Record<string, string> = {
  approve: "APPROVE",
  approved: "APPROVE",
  reject: "REJECT",
  rejected: "REJECT",
  hold: "HOLD",
};

const letters = (value: unknown): string =>
  typeof value === "string" ? value.toLowerCase().replaceAll(/[^a-z0-9]/g, "") : "";

const wordIn = (words: string[], value: unknown): unknown =>
  words.find((word) => word === value) ?? words.find((word) => letters(word) === letters(value)) ?? value;

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** 0 to 1. A number above 1 is a percentage. */
function shareOf(value: unknown): unknown {
  if (typeof value === "number") return value > 1 ? value / 100 : value;
  if (typeof value !== "string") return value;
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%)?$/.exec(value.normalize("NFKC").trim()) ?? [];
  if (digits === undefined) return value;
  const number = Number(digits.replace(",", "."));
  return percent ? number / 100 : shareOf(number);
}
