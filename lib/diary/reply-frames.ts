import { eventStreamHeaders } from "../web/http.ts";

/**
 * The AI SDK's UI message stream over server-sent events
 * (https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol#data-stream-protocol). Written by hand: a reply is one text
 * part, and each piece is encoded once for all watchers.
 * The text part's id is the attempt. A reply whose server died is written again as the next attempt; a reader clears
 * the text at a new `text-start`.
 */

// JSON.stringify escapes half surrogate pairs, so an emoji that the model split is whole again in the browser.
const frame = (chunk: object) => Buffer.from(`data: ${JSON.stringify(chunk)}\n\n`);

export const startFrame = (replyId: string) => frame({ type: "start", messageId: replyId });
export const textStartFrame = (attempt: number) => frame({ type: "text-start", id: String(attempt) });
export const textEndFrame = (attempt: number) => frame({ type: "text-end", id: String(attempt) });

export const textFrame = (attempt: number, piece: string) =>
  Buffer.from(`data: {"type":"text-delta","id":"${attempt}","delta":${JSON.stringify(piece)}}\n\n`);

/** The text so far is void. Other clients ignore this custom part of the protocol. */
export const thinkingFrame = frame({ type: "data-thinking", data: {}, transient: true });

export type Ending =
  | { status: "DONE"; isCut?: boolean }
  | { status: "STOPPED" }
  | { status: "FAILED"; failure: string };

export function endFrame(ending: Ending): Uint8Array {
  if (ending.status === "DONE")
    return frame({ type: "finish", ...(ending.isCut && { finishReason: "length" }) });
  if (ending.status === "STOPPED") return frame({ type: "abort" });
  return frame({ type: "error", errorText: ending.failure });
}

export const doneFrame = Buffer.from("data: [DONE]\n\n");

export const pingFrame = Buffer.from(": ping\n\n");

export const replyStreamHeaders = {
  ...eventStreamHeaders,
  "x-vercel-ai-ui-message-stream": "v1",
} as const;
