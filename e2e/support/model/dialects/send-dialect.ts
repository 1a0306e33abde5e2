import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { type DialectName, inDialect } from "./dialects.ts";

/** A reset may overtake bytes that the reader has not taken in yet. */
const beforeResetMs = 50;

/** Sends a reply as a server of this dialect does, a part of it every `gapMs`. */
export async function sendDialect(
  response: ServerResponse,
  name: DialectName,
  { tokens, usage, gapMs }: { tokens: string[]; usage: object; gapMs: number },
): Promise<void> {
  const { contentType, encoding, parts, ending } = inDialect(name, { tokens, usage });
  response.writeHead(200, {
    ...(contentType && { "content-type": contentType }),
    ...(encoding && { "content-encoding": encoding }),
  });
  for (const part of parts) {
    if (response.destroyed) return;
    response.write(part);
    await sleep(gapMs);
  }
  if (ending === "end") response.end();
  if (ending === "reset") setTimeout(() => response.socket?.resetAndDestroy(), beforeResetMs);
}
