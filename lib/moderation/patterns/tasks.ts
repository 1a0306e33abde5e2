import { examineText } from "./examine-text.ts";
import { findNearCopies } from "./near-copy.ts";

/** What runs in the pattern worker: all work over members' texts whose time depends on what they wrote. */
export const tasks = { examineText, findNearCopies };

export type Tasks = typeof tasks;

/** `cpuMs`: CPU time of the worker's thread since it started. */
export type Answer = { result: unknown; cpuMs: number } | { error: string; cpuMs: number };
