import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { type DialectName, inDialect } from "./dialects.ts";

/** A reset may discard bytes that the client has not read yet. */
const beforeResetMs = 50;

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
