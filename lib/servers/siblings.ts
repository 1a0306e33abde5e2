import cluster from "node:cluster";
import { z } from "zod";

/**
 * The processes that serve together on one machine (SERVERS) tell each other things through their parent
 * (scripts/server-group.ts). Where one process serves alone, nothing is sent and nothing heard.
 */
const heardSchema = z.union([
  z.object({ sibling: z.number(), says: z.unknown() }),
  z.object({ sibling: z.number(), isGone: z.literal(true) }),
]);

/** Sends to every other process. Lost where a process is just starting or ending. */
export function tellSiblings(says: unknown): void {
  // With a callback: without one, an error is thrown when the parent has gone, as this process is about to.
  if (cluster.isWorker) process.send?.({ says }, undefined, undefined, () => {});
}

/** Calls `onWord` with what another process says, and `onGone` once it has ended. `sibling` is its place in the group. */
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
