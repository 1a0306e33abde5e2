import type { ServerResponse } from "node:http";
import type { Behaviour } from "./behaviour.ts";
import type { ReplyEnding } from "./stream-reply.ts";

/** Sends a reply without streaming. Faults "after n tokens" happen after half of the body. */
export function sendWhole(response: ServerResponse, reply: object, behaviour: Behaviour): ReplyEnding | null {
  const { hang, cut, malformed, error } = behaviour;
  const body = Buffer.from(JSON.stringify(error === undefined ? reply : upstreamError));
  const half = body.subarray(0, Math.floor(body.length / 2));
  const length = malformed === undefined ? body.length : half.length;
  response.writeHead(200, { "content-type": "application/json", "content-length": length });

  if (hang !== undefined) {
    response.write(half);
    return null;
  }
  if (cut !== undefined) {
    response.write(half, () => response.socket?.resetAndDestroy());
    return "failed";
  }
  response.end(malformed === undefined ? body : half);
  return malformed === undefined && error === undefined ? "finished" : "failed";
}

const upstreamError = { error: { message: "The server had an error", type: "server_error", code: null } };
