import type { Policy } from "./policy.ts";

/**
 * A verdict as the schema wants it, where what the model meant is beyond doubt: names and words in another case, lists
 * that are left out or hold one bare string, numbers as strings or in percent. What it does not know it leaves to the
 * schema, which refuses it. Names that nobody asked for are dropped.
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

/** The entries of an object under their names in lower-case letters: `also_broken` and `AlsoBroken` are one. */
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

/** From 0 to 1. More than 1 is in percent: nobody is surer than sure. */
function shareOf(value: unknown): unknown {
  if (typeof value === "number") return value > 1 ? value / 100 : value;
  if (typeof value !== "string") return value;
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%)?$/.exec(value.normalize("NFKC").trim()) ?? [];
  if (digits === undefined) return value;
  const number = Number(digits.replace(",", "."));
  return percent ? number / 100 : shareOf(number);
}
