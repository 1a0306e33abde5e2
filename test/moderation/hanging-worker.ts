// The pattern worker, with texts that hang it, throw, or exhaust its memory.
import { type Tasks, tasks } from "../../lib/moderation/patterns/tasks.ts";

const { examineText } = tasks;
tasks.examineText = (...args: Parameters<Tasks["examineText"]>) => {
  const [text] = args;
  if (text.includes("[[hang]]")) /^(a|a)*$/.test(`${"a".repeat(60)}b`);
  if (text.includes("[[throw]]")) throw new RangeError("bad text");
  if (text.includes("[[fill]]")) for (const heap = [text]; ;) heap.push(...heap.map((piece) => piece + text));
  return examineText(...args);
};

await import("../../lib/moderation/patterns/worker.ts");
