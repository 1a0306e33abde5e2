import http, { type IncomingMessage } from "node:http";
import https from "node:https";

import type { Beat } from "./beat.ts";
import { TextTap } from "./text-tap.ts";

/** The model server was silent for too long. */
export class ModelTimeoutError extends Error {
  override name = "ModelTimeoutError";
}

// Without a limit on sockets: a waiting reply must not queue behind the running ones. As many are kept as a night's rush
// takes: it comes in waves, and to connect while everyone waits is a seventh of what its first words wait for.
const agentOptions = { keepAlive: true, maxSockets: Infinity, maxFreeSockets: 512, timeout: 0 };
const clients = {
  "http:": { open: http.request, agent: new http.Agent(agentOptions) },
  "https:": { open: https.request, agent: new https.Agent(agentOptions) },
};

type Options = {
  /** From the call to the first byte of the answer's body, and between bytes. */
  firstChunkMs: number;
  chunkGapMs: number;
  /** Takes the text of an event stream, a piece at a beat; the response has everything else. */
  onText: (piece: string) => void;
  beat: Beat;
};

/**
 * A `fetch` for calls to the model server. Differences from the global one:
 * - silence ends it (the AI SDK's own first-chunk timeout does not notice a server that sends no headers);
 * - an event stream's text is taken out on the way (see TextTap);
 * - it stands on `node:http`: two web streams less per reply.
 */
export function modelFetch(options: Options): typeof fetch {
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

/**
 * Answers the SDK when there is something for it: of most replies that is the end only, and until then none of the dozen
 * streams it would put up are there.
 */
function answer(
  response: IncomingMessage,
  { onText, beat }: Options,
  resolve: (answered: Response) => void,
): void {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const begin = () => {
    if (body) return body;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (body = controller),
        cancel() {
          tap?.cancel();
          response.destroy();
        },
      },
      // The reader takes everything at once and a reply is small: pausing the socket would gain nothing.
      { highWaterMark: Infinity },
    );
    const status = response.statusCode ?? 502;
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
    resolve(new Response(status === 204 || status === 304 ? null : stream, { status, headers }));
    return body!;
  };

  const isEventStream = response.headers["content-type"]?.startsWith("text/event-stream");
  const tap = isEventStream
    ? new TextTap({ onText, beat, forward: (event) => begin().enqueue(Buffer.from(event)) })
    : undefined;
  response.on("data", (bytes: Buffer) => (tap ? tap.push(bytes) : begin().enqueue(bytes)));
  response.on("end", () => {
    tap?.end();
    begin().close();
  });
  response.on("error", (error) => {
    tap?.cut();
    begin().error(error);
  });
}
