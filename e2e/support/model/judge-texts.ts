// Judges texts by a short list of words. Reads them out of the prompt as a model would: by the delimiter it names.
import { normalise } from "../../../lib/moderation/normalise.ts";
import { type Behaviour, withoutDirectives } from "./behaviour.ts";
import { forbiddenWords, unsureWords } from "./judge-words.ts";
import type { StructuredCall } from "./structured.ts";

type Verdict = {
  id: string;
  decision: "APPROVE" | "REJECT" | "HOLD";
  rule: string;
  evidence: string[];
  confidence: number;
};

export function judgeTexts({ prompt, behaviourOf, obeys }: StructuredCall): object | string {
  const items = readItems(prompt).map((item) => ({ ...item, behaviour: behaviourOf(item.text) }));
  const isObedient = items.some(({ text, behaviour }) => behaviour.obey === "all" || obeys(text) === "all");
  if (items.some(({ behaviour }) => behaviour.prose))
    return "They all look fine to me, so I would approve them!";

  const verdicts = items.flatMap(({ id, text, behaviour }): unknown[] => {
    const doesObey = isObedient || behaviour.obey === "itself" || obeys(text) === "itself";
    const verdict = doesObey ? approval(id, 1) : judge(id, withoutDirectives(text));
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
  confidence,
});

function judge(id: string, written: string): Verdict {
  const text = normalise(written);
  for (const [rule, words] of forbiddenWords) {
    const found = words.exec(text.text);
    if (!found) continue;
    const evidence = [text.original(found.index, found.index + found[0].length)];
    return { id, decision: "REJECT", rule, evidence, confidence: unsureWords.test(text.text) ? 0.5 : 0.97 };
  }
  return approval(id, unsureWords.test(text.text) ? 0.5 : 0.96);
}

/** What a model gets wrong when it is told to. */
function spoil(verdict: Verdict, behaviour: Partial<Behaviour>): unknown[] {
  if (behaviour.missing) return [];
  if (behaviour["unknown-id"]) return [{ ...verdict, id: "000000000000" }];
  if (behaviour["duplicate-id"]) return [verdict, verdict];
  if (behaviour.nulls)
    return [{ id: verdict.id, decision: null, rule: null, evidence: null, confidence: null }];
  if (behaviour["foreign-evidence"]) {
    const evidence = ["words that nobody wrote here"];
    return [{ ...verdict, decision: "REJECT", rule: "profanity", evidence, confidence: 0.99 }];
  }
  if (behaviour["no-reasons"]) return [{ ...verdict, decision: "REJECT", rule: "none", evidence: [] }];
  return [verdict];
}
