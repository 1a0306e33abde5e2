import type { AcceptedReply } from "./history.ts";

type Chunk = { type: string; id?: string; delta?: string };

/**
 * Reads a reply's stream like a browser: `text-start` resets the text. Ends after `leaveAfterChars`, and without an error
 * when the connection is lost.
 * @returns whether the stream reported the reply's end
 */
export async function readStream(
  response: Response,
  reply: AcceptedReply,
  leaveAfterChars = Infinity,
): Promise<boolean> {
  const decoder = new TextDecoder();
  let attempt = "";
  let text = "";
  let rest = "";
  try {
    for await (const bytes of response.body!) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop()!;
      for (const line of lines) {
        if (!line.startsWith("data: {")) continue;
        const chunk = JSON.parse(line.slice("data: ".length)) as Chunk;
        if (chunk.type === "text-start") {
          attempt = chunk.id!;
          text = "";
        }
        if (chunk.type === "text-delta") text += chunk.delta;
        if (text.length > (reply.read.get(attempt)?.length ?? 0)) reply.read.set(attempt, text);
        if (chunk.type === "finish") reply.readWhole = text;
        if (["finish", "abort", "error"].includes(chunk.type)) return true;
      }
      if (text.length >= leaveAfterChars) return false;
    }
  } catch {
    // The server was killed, or the database disconnected.
  }
  return false;
}
