import { readJson } from "../ai/answer/read-json.ts";
import type { Decision } from "../generated/prisma/enums.ts";
import { type ItemVerdict, verdictSchema } from "./answer-schema.ts";
import { findWords } from "./patterns/evidence.ts";
import { normalise } from "./patterns/normalise.ts";
import type { Policy } from "./policy/rules.ts";
import { namesIn, repairVerdict } from "./repair-verdict.ts";

type Item = { id: string; text: string };

export type ReadVerdicts = {
  verdicts: Map<string, ItemVerdict>;
  /** Decisions by item id, also from verdicts that are otherwise invalid. */
  decisions: Map<string, Decision>;
};

/**
 * Reads each verdict of an answer separately. An item without a verdict, or with two different ones, is judged again.
 * Unknown ids are ignored.
 */
export function readVerdicts(answer: string, items: Item[], policy: Policy): ReadVerdicts {
  const ids = items.map(({ id }) => id);
  const schema = verdictSchema(policy);
  const said = new Map<string, Repaired>();
  for (const values of readJson(answer)) {
    const given = verdictsIn(values).map((one) => repairVerdict(one, { ids, policy }));
    for (const id of ids) {
      const [first, ...others] = given.filter((one) => one.id === id);
      const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
      // The first reading with a verdict counts: later readings needed more repair.
      if (first && !said.has(id)) said.set(id, isOne ? first : {});
    }
  }

  const read: ReadVerdicts = { verdicts: new Map(), decisions: new Map() };
  for (const { id, text } of items) {
    const one = said.get(id);
    const decision = schema.shape.decision.safeParse(one?.decision).data;
    const verdict = schema.safeParse(one).data;
    if (decision) read.decisions.set(id, decision);
    if (verdict && isConsistent(verdict, text)) read.verdicts.set(id, verdict);
  }
  return read;
}

type Repaired = Partial<ReturnType<typeof repairVerdict>>;

function isConsistent({ decision, rule, evidence, alsoBroken }: ItemVerdict, text: string): boolean {
  const normalised = normalise(text);
  const quotes = [...evidence, ...alsoBroken.flatMap((other) => other.evidence)];
  if (quotes.some((quote) => findWords(normalised, quote) === null)) return false;
  if (decision === "APPROVE") return rule === "none" && evidence.length === 0 && alsoBroken.length === 0;
  if (decision === "HOLD") return true;
  return rule !== "none" && [{ evidence }, ...alsoBroken].every((reason) => reason.evidence.length > 0);
}

/**
 * The verdicts in an answer: its last list, because a model may write a draft first, and the single verdicts after
 * it. Without a list, all single verdicts: one per line, or in a broken list.
 */
function verdictsIn(values: unknown[]): unknown[] {
  const lists = values.map((value) => listIn(value));
  const last = lists.findLastIndex((list) => list !== null);
  const singles = values.slice(last + 1).filter(isVerdict);
  const told = new Set(singles.map((single) => JSON.stringify(namesIn(single).get("id"))));
  const listed = (lists[last] ?? []).filter((one) => !told.has(JSON.stringify(namesIn(one).get("id"))));
  return [...listed, ...singles];
}

/** Lists come bare, as `verdicts`, keyed by id, or within one more object. */
const maxWrapping = 3;

function listIn(value: unknown, depth = 0): unknown[] | null {
  if (depth > maxWrapping || typeof value !== "object" || value === null || isVerdict(value)) return null;
  if (Array.isArray(value)) return value.some(isVerdict) ? value : null;
  const entries: [string, unknown][] = Object.entries(value);
  const keyed = entries.map(([id, one]) => withId(id, one));
  if (keyed.length > 0 && keyed.every(isVerdict)) return keyed;
  const inner = namesIn(value).get("verdicts") ?? (entries.length === 1 ? entries[0]![1] : undefined);
  return listIn(inner, depth + 1);
}

const isVerdict = (value: unknown) => namesIn(value).has("decision");

const withId = (id: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { id, ...value } : value;
