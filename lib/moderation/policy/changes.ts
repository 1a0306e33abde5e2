import type { Rule } from "./rules.ts";

export type RuleChange = { before: Rule | null; after: Rule };

/** The rules that differ, in the order of judging. Rules are never removed, only switched off. */
export function changedRules(before: Rule[], after: Rule[]): RuleChange[] {
  const known = new Map(before.map((rule) => [rule.id, rule]));
  return after
    .map((rule) => ({ before: known.get(rule.id) ?? null, after: rule }))
    .filter((change) => change.before === null || !isSame(change.before, change.after));
}

const said = ({ wording: { ko, en }, forModel, isOff }: Rule) => [
  ko.title,
  ko.text,
  en.title,
  en.text,
  forModel,
  isOff,
];

const isSame = (a: Rule, b: Rule) => JSON.stringify(said(a)) === JSON.stringify(said(b));

export type TextChange = { start: string; removed: string; added: string; end: string };

export function textChange(before: string, after: string): TextChange {
  const old = before.split(/(?<=\s)/);
  const now = after.split(/(?<=\s)/);
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from += 1;
  let left = 0;
  while (left < shorter - from && old.at(-1 - left) === now.at(-1 - left)) left += 1;
  return {
    start: now.slice(0, from).join(""),
    removed: old.slice(from, old.length - left).join(""),
    added: now.slice(from, now.length - left).join(""),
    end: now.slice(now.length - left).join(""),
  };
}
