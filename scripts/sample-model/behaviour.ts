// Pace and faults of one call. Set by a directive in the last user message, [[model delay=2000 status=429 retry-after=1
// times=2 id=any-word]], or in advance by POST /control.

import { type DialectName, dialectNames } from "../../test/dialects/dialects.ts";

export type Behaviour = {
  delay: number;
  /** Waits for POST /control {"release": word}. */
  until?: string;
  rate: number;
  tokens?: number;
  status?: number;
  "retry-after"?: string;
  /** Stops sending after this many tokens, with the connection open. -1: before the response. */
  hang?: number;
  cut?: number;
  malformed?: number;
  error?: number;
  empty?: boolean;
  endless?: boolean;
  finish?: string;
  cached?: number;
  dialect?: DialectName;
  /** Comma-separated. Refuses requests that have one of these parameters, formats or roles. */
  refuse?: string;
  /** For structured answers: replaces the object, or spoils the part with the directive. */
  prose?: boolean;
  nulls?: boolean;
  missing?: boolean;
  "unknown-id"?: boolean;
  "duplicate-id"?: boolean;
  "foreign-evidence"?: boolean;
  "no-reasons"?: boolean;
  "reject-all"?: boolean;
  /** Obeys a text: approves it, or every text of the call. */
  obey?: "itself" | "all";
  /** Faults apply to the first `times` calls with the same directive. Pace and length apply to all. */
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

/** @throws {BadDirective} for unknown names and values, so that a misspelt test fails */
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

/** Unique, in their order. For pace and faults of the whole call the first one counts. */
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

export function withoutFaults({ delay, rate, tokens, dialect }: Partial<Behaviour>): Partial<Behaviour> {
  const pace: Partial<Behaviour> = {};
  if (dialect !== undefined) pace.dialect = dialect;
  if (delay !== undefined) pace.delay = delay;
  if (rate !== undefined) pace.rate = rate;
  if (tokens !== undefined) pace.tokens = tokens;
  return pace;
}
