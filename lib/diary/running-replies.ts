import { processWide } from "../process-wide.ts";
import { ReplyBroadcast } from "./reply-broadcast.ts";

type RunningReply = {
  broadcast: ReplyBroadcast;
  end?: AbortController | undefined;
  written?: Promise<void>;
};

export const runningReplies = processWide("running-replies", () => new Map<string, RunningReply>());

export function runningReply(replyId: string): RunningReply {
  let running = runningReplies.get(replyId);
  if (!running) {
    const broadcast = new ReplyBroadcast(replyId, () => {
      // Without watchers there is no reason to read another process's log.
      if (broadcast.isRemote) runningReplies.delete(replyId);
    });
    running = { broadcast };
    runningReplies.set(replyId, running);
  }
  return running;
}
