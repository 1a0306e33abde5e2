// A run: rounds of waves with every target in each, so that other load on the machine affects all targets alike.
import { parseArgs } from "node:util";
import { type Subject, subjects } from "./subjects.ts";

export type Plan = ReturnType<typeof readPlan>;

export const pace = { tokensPerSecond: 40, firstTokenMs: 200 };

/** From this number of streams on, all start at once. Fewer start over half of their length. */
export const atOnceFrom = 500;

export function readPlan(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      levels: { type: "string" },
      rounds: { type: "string" },
      subjects: { type: "string" },
      profile: { type: "string" },
    },
  });
  const { quick } = values;
  const levels = (values.levels ?? (quick ? "1,50" : "1,50,200,500")).split(",").map(Number);
  const wanted = values.subjects?.split(",");
  const isWhole = !quick && !values.levels && !values.rounds && !values.subjects && !values.profile;
  return {
    levels,
    rounds: Number(values.rounds ?? (quick ? 1 : 3)),
    tokens: quick ? 60 : 200,
    subjects: subjects.filter((subject): subject is Subject => wanted?.includes(subject) ?? true),
    memoryStreams: Math.min(200, Math.max(...levels)),
    profile: values.profile,
    isWhole,
  };
}

export function timesOf({ tokens }: Plan, streams: number) {
  const streamMs = pace.firstTokenMs + (tokens / pace.tokensPerSecond) * 1000;
  const spreadMs = streams >= atOnceFrom ? 0 : streamMs / 2;
  /** Half-way between the last stream's first text and the first stream's end. */
  const midMs = (spreadMs + pace.firstTokenMs + streamMs) / 2;
  return { spreadMs, midMs, timeoutMs: 90_000 };
}
