import { processWide } from "../process-wide.ts";
import { ReplyBroadcast } from "./reply-broadcast.ts";

type RunningReply = {
  broadcast: ReplyBroadcast;
  /** Ends the writing; set while this process writes the reply. */
  end?: AbortController | undefined;
  /** Resolves when this process has no more to do for the reply. */
  written?: Promise<void>;
};

/** The replies that this process writes, or follows for someone who watches here. */
export const runningReplies = processWide("running-replies", () => new Map<string, RunningReply>());

/** The reply's broadcast in this process, made on first use. */
export function runningReply(replyId: string): RunningReply {
  let running = runningReplies.get(replyId);
  if (!running) {
    const broadcast = new ReplyBroadcast(replyId, () => {
      // Nobody watches here any more: no reason to go on reading another process's log.
      if (broadcast.isRemote) runningReplies.delete(replyId);
    });
    running = { broadcast };
    runningReplies.set(replyId, running);
  }
  return running;
}
