import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";

import { AnswerReader } from "./answer-reader.ts";
import type { FlushTimer } from "./flush-timer.ts";
import { decodedBody } from "./decoded-body.ts";

export class ModelTimeoutError extends Error {
  override name = "ModelTimeoutError";
}

// No limit on sockets: a waiting reply must not queue behind the running ones. As many stay open as a burst
// of replies needs: bursts repeat, and a new connection is a seventh of the time to the first words.
const agentOptions = { keepAlive: true, maxSockets: Infinity, maxFreeSockets: 512, timeout: 0 };
const clients = {
  "http:": { open: http.request, agent: new http.Agent(agentOptions) },
  "https:": { open: https.request, agent: new https.Agent(agentOptions) },
};

const drainMs = 1000;

type Options = {
  /**
   * From the call to the first byte of the body. `chunkGapMs`: between two bytes, where comments and thoughts also
   * count.
   */
  firstChunkMs: number;
  chunkGapMs: number;
  /**
   * Gets the text of the answer; the SDK gets only its end or its error. Without it the SDK gets the text
   * too.
   */
  fastPath?: { onText: (piece: string) => void; onThinking: () => void };
  timer: FlushTimer;
};

/**
 * A `fetch` for streamed calls of the model server. Differences from the global one:
 * - silence ends it (the AI SDK's own first-chunk timeout does not notice a server that sends no headers);
 * - AnswerReader takes the text out, and the response begins only when there is something for the SDK: until
 * then none of its dozen streams exist;
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
      // A cut connection first raises the request's error. Once there is a response, its reader must get the
      // error after the last text.
      request.on("error", (error) => broken === request && reject(asFetchError(error)));
      request.on("response", (response) => {
        broken = response;
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

// The SDK's headers are a plain object already. Headers would validate and sort them again.
const plainHeaders = (headers: RequestInit["headers"] = {}) =>
  headers instanceof Headers || Array.isArray(headers) ? Object.fromEntries(new Headers(headers)) : headers;

// The SDK recognises a lost connection by this type and its cause. Our own errors and aborts pass unchanged.
const asFetchError = (error: NodeJS.ErrnoException) =>
  error.code && error.name === "Error" ? new TypeError("fetch failed", { cause: error }) : error;

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
      // The reader takes everything at once and a reply is small, so backpressure gains nothing.
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

/** The SDK reads the body by its content type. It always gets an uncompressed event stream from us. */
function answerHeaders(response: IncomingMessage, isAnswer: boolean): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    if (name !== "content-encoding" && name !== "content-length") headers.set(name, String(value));
  }
  if (isAnswer) headers.set("content-type", "text/event-stream");
  return headers;
}
