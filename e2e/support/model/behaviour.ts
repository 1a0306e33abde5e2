// How one call is answered: its pace, and what goes wrong with it. Told by a directive in the last user message,
// [[model delay=2000 status=429 retry-after=1 times=2 id=any-word]], or ahead of time through POST /control.

import { type DialectName, dialectNames } from "./dialects/dialects.ts";

export type Behaviour = {
  /** Milliseconds to the first token. */
  delay: number;
  /** Answers only after POST /control {"release": this word}: for what must be seen before the answer. */
  until?: string;
  /** Tokens a second. */
  rate: number;
  /** Length of the reply in tokens; without it, as long as it is. */
  tokens?: number;
  /** Answers with this HTTP status and no reply. */
  status?: number;
  "retry-after"?: string;
  /** Falls silent after so many tokens; -1: before it answers at all. */
  hang?: number;
  /** Resets the connection after so many tokens. */
  cut?: number;
  /** Sends a broken chunk after so many tokens. */
  malformed?: number;
  /** Sends an error event after so many tokens, and ends. */
  error?: number;
  /** Ends without any text. */
  empty?: boolean;
  /** Never ends. */
  endless?: boolean;
  finish?: string;
  /** So many tokens of the prompt were in the server's cache. */
  cached?: number;
  /** Sends the reply as other servers do. */
  dialect?: DialectName;
  /** Refuses requests that have one of these parameters, formats or roles, separated by commas. */
  refuse?: string;
  /** Of a request for an object: something else instead of it, or what is wrong with the part that says so. */
  prose?: boolean;
  nulls?: boolean;
  missing?: boolean;
  "unknown-id"?: boolean;
  "duplicate-id"?: boolean;
  "foreign-evidence"?: boolean;
  "no-reasons"?: boolean;
  /** Rejects everything in the same call. */
  "reject-all"?: boolean;
  /** Does what a text asks for: approves it, or with it everything in the same call. */
  obey?: "itself" | "all";
  /** The faults befall only so many calls that carry the same directive; pace and length hold for all. */
  times?: number;
};

export class BadDirective extends Error {}

const numbers = [
  "delay",
  "rate",
  "tokens",
  "status",
  "hang",
  "cut",
  "malformed",
  "error",
  "times",
  "cached",
] as const;
const words = ["until", "retry-after", "finish", "refuse"] as const;
const flags = [
  "empty",
  "endless",
  "prose",
  "nulls",
  "missing",
  "unknown-id",
  "duplicate-id",
  "foreign-evidence",
  "no-reasons",
  "reject-all",
] as const;

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

function readNumber(name: string, value: unknown): number {
  const number = value === true || value === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new BadDirective(`${name} needs a number`);
  return number;
}

function readDialect(value: unknown): DialectName {
  const name = dialectNames.find((dialect) => dialect === value);
  if (!name) throw new BadDirective(`unknown dialect: ${String(value)}`);
  return name;
}

function readObedience(value: unknown): "itself" | "all" {
  if (value === true || value === "itself") return "itself";
  if (value === "all") return "all";
  throw new BadDirective("obey itself or all");
}

/** @throws {BadDirective} for a name or value that means nothing, so that a misspelt test does not pass. */
export function readBehaviour(given: Record<string, unknown>): Partial<Behaviour> {
  const behaviour: Partial<Behaviour> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === "hang" && value === true) behaviour.hang = -1;
    else if (name === "obey") behaviour.obey = readObedience(value);
    else if (isOneOf(numbers, name)) behaviour[name] = readNumber(name, value);
    else if (isOneOf(words, name)) behaviour[name] = String(value);
    else if (name === "dialect") behaviour.dialect = readDialect(value);
    else if (isOneOf(flags, name)) behaviour[name] = value !== false;
    else if (name !== "id") throw new BadDirective(`unknown: ${name}`);
  }
  return behaviour;
}

const directive = /\[\[model\s+([^\]]*)\]\]/;

export type Directive = { text: string; behaviour: Partial<Behaviour> };

/** Each of them once, in their order. The first holds for the whole call, where it is about one. */
export function findDirectives(text: string): Directive[] {
  const found = new Map(text.matchAll(new RegExp(directive, "g")).map(([all, inside]) => [all, inside!]));
  return [...found].map(([all, inside]) => {
    const pairs = inside.trim().split(/\s+/).filter(Boolean);
    const given = pairs.map((pair): [string, string | true] => {
      const [name, ...value] = pair.split("=");
      return [name!, value.length > 0 ? value.join("=") : true];
    });
    return { text: all, behaviour: readBehaviour(Object.fromEntries(given)) };
  });
}

export function withoutDirectives(text: string): string {
  return text.replaceAll(new RegExp(directive, "g"), "");
}

/** The same call when nothing goes wrong. */
export function withoutFaults({ delay, rate, tokens, dialect }: Partial<Behaviour>): Partial<Behaviour> {
  const pace: Partial<Behaviour> = {};
  if (dialect !== undefined) pace.dialect = dialect;
  if (delay !== undefined) pace.delay = delay;
  if (rate !== undefined) pace.rate = rate;
  if (tokens !== undefined) pace.tokens = tokens;
  return pace;
}
