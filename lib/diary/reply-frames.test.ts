import { type UIMessageChunk, parseJsonEventStream, readUIMessageStream, uiMessageChunkSchema } from "ai";
import { describe, expect, test } from "vitest";

import { ReplyBroadcast } from "./reply-broadcast.ts";

const newBroadcast = () => new ReplyBroadcast("0190-reply", () => {});

/** Validates every chunk against the schema of the AI SDK's clients. */
async function readAsSdk(stream: ReadableStream<Uint8Array>) {
  const chunks = parseJsonEventStream({
    stream: stream as ReadableStream<Uint8Array<ArrayBuffer>>,
    schema: uiMessageChunkSchema,
  }).pipeThrough(
    new TransformStream<{ success: boolean; value?: unknown; error?: unknown }, UIMessageChunk>({
      transform(part, controller) {
        if (!part.success) throw part.error;
        controller.enqueue(part.value as UIMessageChunk);
      },
    }),
  );
  let last;
  for await (const message of readUIMessageStream({ stream: chunks })) last = message;
  return last;
}

describe("a reply's stream", () => {
  test("is readable by the AI SDK's clients", async () => {
    const broadcast = newBroadcast();
    const stream = broadcast.watch();
    broadcast.beginAttempt(1);
    for (const piece of ["안", "녕\n", 'data: "x"', "\ud83c", "\udf0a"]) broadcast.say(piece);
    broadcast.end({ status: "DONE" });

    const message = await readAsSdk(stream);
    expect(message?.id).toBe("0190-reply");
    expect(message?.parts).toMatchObject([{ type: "text", text: '안녕\ndata: "x"🌊', state: "done" }]);
  });

  test("has the same bytes for a first, a late and a last watcher", async () => {
    const broadcast = newBroadcast();
    const first = broadcast.watch();
    broadcast.beginAttempt(1);
    broadcast.say("one ");
    const late = broadcast.watch();
    broadcast.say("two");
    broadcast.end({ status: "STOPPED" });
    const last = broadcast.watch();

    const texts = await Promise.all([first, late, last].map((stream) => new Response(stream).text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/"type":"abort"}\n\ndata: \[DONE\]\n\n$/);
  });

  test("starts again with a new attempt", async () => {
    const broadcast = newBroadcast();
    const stream = broadcast.watch();
    broadcast.beginAttempt(1);
    broadcast.say("lost with its serv");
    broadcast.beginAttempt(2);
    broadcast.say("Whole.");
    broadcast.end({ status: "DONE" });

    const message = await readAsSdk(stream);
    expect(message?.parts.at(-1)).toMatchObject({ type: "text", text: "Whole." });
    expect(broadcast.textLength).toBe("Whole.".length);
  });

  test("has the code of a failure, not its text", async () => {
    const broadcast = newBroadcast();
    const stream = broadcast.watch();
    broadcast.end({ status: "FAILED", failure: "MODEL_BUSY" });
    expect(await new Response(stream).text()).toContain('{"type":"error","errorText":"MODEL_BUSY"}');
  });

  test("reports when the last watcher has left, and continues for the others", async () => {
    let deserted = 0;
    const broadcast = new ReplyBroadcast("id", () => (deserted += 1));
    const [one, two] = [broadcast.watch(), broadcast.watch()];
    await one.cancel();
    expect(deserted).toBe(0);
    broadcast.say("still");
    await two.cancel();
    expect(deserted).toBe(1);
    broadcast.end({ status: "DONE" });
  });
});
