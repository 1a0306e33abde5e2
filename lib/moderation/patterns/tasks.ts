import { examineText } from "./examine-text.ts";
import { findNearCopies } from "./near-copy.ts";

/** Work over members' texts whose time depends on the text. Runs in the pattern worker. */
export const tasks = { examineText, findNearCopies };

export type Tasks = typeof tasks;

export type Answer = { result: unknown; cpuMs: number } | { error: string; cpuMs: number };
