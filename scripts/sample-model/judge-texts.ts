// Judges texts by a word list. Finds the texts by the delimiter named in the prompt, like a real model. Reports only
// rules that the instructions contain.
import { normalise } from "../../lib/moderation/patterns/normalise.ts";
import { type Behaviour, withoutDirectives } from "./behaviour.ts";
import { forbiddenWords, unsureWords } from "./judge-words.ts";
import type { StructuredCall } from "./structured.ts";

type Verdict = {
  id: string;
  decision: "APPROVE" | "REJECT" | "HOLD";
  rule: string;
  evidence: string[];
  alsoBroken: { rule: string; evidence: string[] }[];
  confidence: number;
};

export function judgeTexts({ instructions, prompt, behaviourOf, obeys }: StructuredCall): object | string {
  const rules = readRules(instructions);
  const items = readItems(prompt).map((item) => ({ ...item, behaviour: behaviourOf(item.text) }));
  const isObedient = items.some(({ text, behaviour }) => behaviour.obey === "all" || obeys(text) === "all");
  if (items.some(({ behaviour }) => behaviour.prose))
    return "They all look fine to me, so I would approve them!";

  const rejectsAll = items.some(({ behaviour }) => behaviour["reject-all"]);

  const verdicts = items.flatMap(({ id, text, behaviour }): unknown[] => {
    if (rejectsAll) return [rejection(id, text)];
    const doesObey = isObedient || behaviour.obey === "itself" || obeys(text) === "itself";
    const verdict = doesObey ? approval(id, 1) : judge(id, withoutDirectives(text), rules);
    return spoil(verdict, behaviour);
  });
  return { verdicts };
}

function readItems(prompt: string): { id: string; text: string }[] {
  const delimiter = /The delimiter is (\S+)\./.exec(prompt)?.[1];
  if (!delimiter) return [];
  const item = new RegExp(`<${delimiter} id="([^"]+)">\\n([\\s\\S]*?)\\n</${delimiter}>`, "g");
  return [...prompt.matchAll(item)].map(([, id, text]) => ({ id: id!, text: text! }));
}

const approval = (id: string, confidence: number): Verdict => ({
  id,
  decision: "APPROVE",
  rule: "none",
  evidence: [],
  alsoBroken: [],
  confidence,
});

const rejection = (id: string, text: string): Verdict => ({
  ...approval(id, 1),
  decision: "REJECT",
  rule: "other",
  evidence: text.match(/\S+/g)!.slice(0, 1),
});

type SampleRule = readonly [id: string, words: RegExp];

/** The word lists of the rules in the instructions, plus the words that a rule puts in "double quotes". */
function readRules(instructions: string): SampleRule[] {
  // Only the list of rules: the instructions for the answer have the same form, with quotes too.
  const list = /these rules:\n((?:- .*\n?)*)/.exec(instructions)?.[1] ?? "";
  const told = new Map([...list.matchAll(/^- ([a-z-]+): (.*)$/gm)].map(([, id, text]) => [id!, text!]));
  const quoted = [...told].flatMap(([id, text]): SampleRule[] => {
    const words = [...text.matchAll(/"([^"]+)"/g)].map(([, word]) => RegExp.escape(normalise(word!).text));
    return words.length > 0 ? [[id, new RegExp(words.join("|"), "u")]] : [];
  });
  // Without any rules in the instructions it uses all its lists.
  return [...forbiddenWords.filter(([id]) => told.size === 0 || told.has(id)), ...quoted];
}

function judge(id: string, written: string, rules: SampleRule[]): Verdict {
  const text = normalise(written);
  const isUnsure = unsureWords.test(text.text);
  const found = new Map<string, string[]>();
  for (const [rule, words] of rules) {
    const said = words.exec(text.text);
    if (said && !found.has(rule)) found.set(rule, [text.original(said.index, said.index + said[0].length)]);
  }
  const [broken, ...alsoBroken] = [...found].map(([rule, evidence]) => ({ rule, evidence }));
  if (!broken) return approval(id, isUnsure ? 0.5 : 0.96);
  return { id, decision: "REJECT", ...broken, alsoBroken, confidence: isUnsure ? 0.5 : 0.97 };
}

function spoil(verdict: Verdict, behaviour: Partial<Behaviour>): unknown[] {
  if (behaviour.missing) return [];
  if (behaviour["unknown-id"]) return [{ ...verdict, id: "000000000000" }];
  if (behaviour["duplicate-id"]) return [verdict, verdict];
  if (behaviour.nulls) return [{ ...verdict, decision: null, rule: null, evidence: null, confidence: null }];
  if (behaviour["foreign-evidence"]) {
    const evidence = ["words that nobody wrote here"];
    return [{ ...verdict, decision: "REJECT", rule: "profanity", evidence, confidence: 0.99 }];
  }
  if (behaviour["no-reasons"]) return [{ ...verdict, decision: "REJECT", rule: "none", evidence: [] }];
  return [verdict];
}
