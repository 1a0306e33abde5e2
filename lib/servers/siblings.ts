import cluster from "node:cluster";
import { z } from "zod";

/**
 * Processes of one machine (SERVERS) exchange messages through their parent (scripts/server-group.ts). A single
 * process sends and receives nothing.
 */
const heardSchema = z.union([
  z.object({ sibling: z.number(), says: z.unknown() }),
  z.object({ sibling: z.number(), isGone: z.literal(true) }),
]);

/** Not delivered to a process that is just starting or ending. */
export function tellSiblings(says: unknown): void {
  // Without the callback, `send` throws when the parent has exited, as this process is about to.
  if (cluster.isWorker) process.send?.({ says }, undefined, undefined, () => {});
}

export function hearSiblings(
  onWord: (sibling: number, says: unknown) => void,
  onGone: (sibling: number) => void,
): void {
  if (!cluster.isWorker) return;
  process.on("message", (message) => {
    const { data } = heardSchema.safeParse(message);
    if (!data) return;
    if ("isGone" in data) onGone(data.sibling);
    else onWord(data.sibling, data.says);
  });
}
