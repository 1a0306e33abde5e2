import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";

import { AnswerReader } from "./answer-reader.ts";
import type { FlushTimer } from "./flush-timer.ts";
import { decodedBody } from "./decoded-body.ts";

/** The model server was silent for too long. */
export class ModelTimeoutError extends Error {
  override name = "ModelTimeoutError";
}

// No limit on sockets: a waiting reply must not queue behind the running ones. As many stay open as a rush of replies
// takes: it comes in waves, and connecting anew is a seventh of the wait for its first words.
const agentOptions = { keepAlive: true, maxSockets: Infinity, maxFreeSockets: 512, timeout: 0 };
const clients = {
  "http:": { open: http.request, agent: new http.Agent(agentOptions) },
  "https:": { open: https.request, agent: new https.Agent(agentOptions) },
};

/** Wait for the server to end its response after the answer is over. Then the connection can be reused; else it is closed. */
const drainMs = 1000;

type Options = {
  /** From the call to the first byte of the answer's body. */
  firstChunkMs: number;
  /** Between two bytes of the body. Comments and thoughts count: the server is alive. */
  chunkGapMs: number;
  /** Takes the text of the answer; the SDK gets its end, or its error. Without it the SDK gets the text too. */
  fastPath?: { onText: (piece: string) => void; onThinking: () => void };
  timer: FlushTimer;
};

/**
 * A `fetch` for streamed calls of the model server. Differences from the global one:
 * - silence ends it (the AI SDK's own first-chunk timeout does not notice a server that sends no headers);
 * - the text of an answer is taken out on the way (AnswerReader), and the response only begins when there is something
 *   for the SDK: until then none of its dozen streams exist;
 * - it uses `node:http`: two web streams less per reply.
 */
export function streamFetch(options: Options): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const { open, agent } = clients[url.protocol as keyof typeof clients];
      const request = open(url, {
        agent,
        method: init?.method ?? "GET",
        headers: plainHeaders(init?.headers),
        signal: init?.signal ?? undefined,
      });

      let broken: { destroy(error: Error): unknown } = request;
      const giveUp = () => broken.destroy(new ModelTimeoutError("the model server is silent"));
      let silence = setTimeout(giveUp, options.firstChunkMs);
      request.on("close", () => clearTimeout(silence));
      // A cut connection is first the request's error: once there is a response it must come by that, after its last text.
      request.on("error", (error) => broken === request && reject(asFetchError(error)));
      request.on("response", (response) => {
        broken = response; // from here on, only the response's own error reaches its reader
        response.once("data", () => {
          clearTimeout(silence);
          silence = setTimeout(giveUp, options.chunkGapMs);
          response.on("data", () => silence.refresh());
        });
        answer(response, options, resolve);
      });
      request.end(init?.body ?? undefined);
    });
}

// The SDK's are a plain object already: Headers would check and sort them once more.
const plainHeaders = (headers: RequestInit["headers"] = {}) =>
  headers instanceof Headers || Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : headers;

// The SDK knows a lost connection by this type and its cause; our own errors and aborts pass as they are.
const asFetchError = (error: NodeJS.ErrnoException) =>
  error.code && error.name === "Error" ? new TypeError("fetch failed", { cause: error }) : error;

/** Answers the SDK when there is something for it: for most replies that is only the end. */
function answer(response: IncomingMessage, options: Options, resolve: (answered: Response) => void): void {
  const status = response.statusCode ?? 502;
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isClosed = false;
  const isAnswer = status >= 200 && status < 300;
  const begin = () => {
    if (body) return body;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (body = controller),
        cancel() {
          isClosed = true;
          reader?.cancel();
          response.destroy();
        },
      },
      // The reader takes everything at once and a reply is small: pausing the socket would gain nothing.
      { highWaterMark: Infinity },
    );
    const hasBody = status !== 204 && status !== 304;
    resolve(new Response(hasBody ? stream : null, { status, headers: answerHeaders(response, isAnswer) }));
    return body!;
  };
  const close = () => {
    if (isClosed) return;
    begin().close();
    isClosed = true;
  };

  const forward = (event: string) => begin().enqueue(Buffer.from(event));
  const onEnd = () => {
    close();
    // Most servers end the connection's answer right after: then it is kept for the next call.
    const drain = setTimeout(() => response.destroy(), drainMs);
    response.once("close", () => clearTimeout(drain));
  };
  const path = options.fastPath ?? {
    onText: (piece: string) => forward(textEvent(piece)),
    onThinking: () => {},
  };
  const { onText, onThinking } = path;
  const reader = isAnswer
    ? new AnswerReader(options.timer, { onText, onThinking, forward, onEnd })
    : undefined;

  const source: Readable = decodedBody(response);
  source.on("data", (bytes: Buffer) => {
    if (reader) reader.push(bytes);
    else if (!isClosed) begin().enqueue(bytes);
  });
  source.on("end", () => {
    reader?.end();
    close();
  });
  source.on("error", (error) => {
    if (isClosed || reader?.cut()) return close();
    isClosed = true;
    begin().error(error);
  });
}

const textEvent = (content: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;

/** The SDK reads the body by its declared type and form; what it gets from us is always an uncompressed event stream. */
function answerHeaders(response: IncomingMessage, isAnswer: boolean): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    if (name !== "content-encoding" && name !== "content-length") headers.set(name, String(value));
  }
  if (isAnswer) headers.set("content-type", "text/event-stream");
  return headers;
}
