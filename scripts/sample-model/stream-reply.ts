import type { ServerResponse } from "node:http";
import type { Behaviour } from "./behaviour.ts";
import { pace, stopPacing } from "./pacer.ts";

export type ReplyEnding = "finished" | "failed" | "closed by client";

type StreamedReply = {
  response: ServerResponse;
  head: { id: string; created: number; model: string };
  tokens: string[];
  usage: ((completionTokens: number) => object) | null;
  behaviour: Behaviour;
  onToken: () => void;
  onEnd: (ending: ReplyEnding) => void;
};

const neverAt = -1;
/** A reset may discard bytes that the client has not read yet. */
const beforeResetMs = 50;

export function streamReply({ response, head, tokens, usage, behaviour, onToken, onEnd }: StreamedReply) {
  const { hang = neverAt, cut = neverAt, malformed = neverAt, error = neverAt } = behaviour;
  const gapMs = 1000 / behaviour.rate;
  const length = behaviour.endless ? Infinity : behaviour.empty ? 0 : (behaviour.tokens ?? tokens.length);

  // Everything but the token is equal in all chunks of a reply, so it is built once.
  const chunk = (choices: string, more = "") =>
    `data: {"id":"${head.id}","object":"chat.completion.chunk","created":${head.created},` +
    `"model":${JSON.stringify(head.model)},"choices":[${choices}]${more}}\n\n`;
  const noUsageYet = usage ? ',"usage":null' : "";
  const [beforeToken, afterToken] = chunk(
    '{"index":0,"delta":{"content":TOKEN},"logprobs":null,"finish_reason":null}',
    noUsageYet,
  ).split("TOKEN") as [string, string];

  let sent = 0;
  const state = { nextAt: performance.now() + behaviour.delay, advance };
  const end = (ending: ReplyEnding) => {
    stopPacing(state);
    onEnd(ending);
  };

  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  response.flushHeaders();
  response.on("close", () => {
    if (!response.writableEnded) end("closed by client");
  });

  function finish() {
    const reason = JSON.stringify(behaviour.finish ?? "stop");
    let last = chunk(`{"index":0,"delta":{},"logprobs":null,"finish_reason":${reason}}`, noUsageYet);
    if (usage) last += chunk("", `,"usage":${JSON.stringify(usage(sent))}`);
    response.end(`${last}data: [DONE]\n\n`);
    end("finished");
  }

  function reset() {
    end("failed");
    setTimeout(() => response.socket?.resetAndDestroy(), beforeResetMs);
  }

  function sendError() {
    end("failed");
    response.end(
      `data: {"error":{"message":"The server had an error","type":"server_error","code":null}}\n\n`,
    );
  }

  function lastStep(): (() => void) | null {
    if (sent === hang) return () => {}; // silent, with the connection open
    if (sent === cut) return reset;
    if (sent === error) return sendError;
    return sent >= length ? finish : null;
  }

  function advance(now: number): boolean {
    let text =
      sent === 0 ? chunk('{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}') : "";
    let last = lastStep();
    while (!last && state.nextAt <= now) {
      if (sent === malformed) text += `${beforeToken}"broken\n\n`;
      text += beforeToken + JSON.stringify(tokens[sent % tokens.length]) + afterToken;
      sent += 1;
      state.nextAt += gapMs;
      onToken();
      last = lastStep();
    }
    if (text) response.write(text);
    last?.();
    return !last;
  }

  pace(state);
}
