// The sample model: OpenAI's chat completions over HTTP, so that tests and the demo run the same code as production. It
// composes replies from the request. Faults: behaviour.ts.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { BadDirective, type Behaviour, readBehaviour, withoutFaults } from "./behaviour.ts";
import { type ChatCall, type Manner, answerOf, readChatCall, refusedPart, usageOf } from "./chat-request.ts";
import { sendDialect } from "../../test/dialects/send-dialect.ts";
import { type ReplyEnding, streamReply } from "./stream-reply.ts";
import type { Obedience } from "./structured.ts";
import { sendWhole } from "./whole-reply.ts";

export type ModelServer = { url: string; port: number; close(): Promise<void> };
type Options = { port: number; host?: string; delay?: number; rate?: number; obeys?: Obedience };

type LoggedCall = {
  at: string;
  model: string;
  stream: boolean;
  schema: string | null;
  tokens: number;
  ended: ReplyEnding | null;
};

const maxBodyChars = 4_000_000;
const keptCalls = 5_000;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  request.setEncoding("utf8");
  for await (const text of request) {
    body += text;
    if (body.length > maxBodyChars) throw new BadDirective("the request is too large");
  }
  return body;
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers?: Record<string, string>,
) {
  const type = status === 429 ? "rate_limit_error" : status < 500 ? "invalid_request_error" : "server_error";
  sendJson(response, status, { error: { message, type, param: null, code: null } }, headers);
}

class SampleModel {
  readonly #pace: Pick<Behaviour, "delay" | "rate">;
  readonly #obeys: Obedience;
  readonly #next: Partial<Behaviour>[] = [];
  readonly #gates = new Map<string, PromiseWithResolvers<void>>();
  readonly #seenDirectives = new Map<string, number>();
  #calls: { call: LoggedCall; text: string }[] = [];

  constructor(behaviour: Pick<Behaviour, "delay" | "rate">, obeys: Obedience) {
    this.#pace = behaviour;
    this.#obeys = obeys;
  }

  async handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://model");
    const route = `${request.method} ${url.pathname}`;
    if (route === "POST /v1/chat/completions") return this.#complete(await readBody(request), response);
    if (route === "GET /v1/models") return sendJson(response, 200, modelList);
    if (route === "POST /control") return this.#plan(await readBody(request), response);
    if (route === "GET /control/calls") return this.#report(url.searchParams.get("contains") ?? "", response);
    if (route === "DELETE /control/calls") {
      this.#calls = [];
      return sendJson(response, 200, { count: 0 });
    }
    sendError(response, 404, `No route: ${route}. The sample model serves /v1/chat/completions.`);
  }

  #plan(body: string, response: ServerResponse) {
    const { next = [], release } = JSON.parse(body) as { next?: Record<string, unknown>[]; release?: string };
    this.#next.push(...next.map(readBehaviour));
    if (release) this.#gate(release).resolve();
    sendJson(response, 200, { next: this.#next.length });
  }

  #gate(word: string): PromiseWithResolvers<void> {
    const gate = this.#gates.get(word) ?? Promise.withResolvers<void>();
    this.#gates.set(word, gate);
    return gate;
  }

  #report(contains: string, response: ServerResponse) {
    const found = this.#calls.filter(({ text }) => text.includes(contains)).map(({ call }) => call);
    sendJson(response, 200, { count: found.length, calls: found });
  }

  #behaviourFor({ directives }: ChatCall): { behaviour: Behaviour; manner: Manner } {
    const planned = this.#next.shift();
    if (planned) {
      return {
        behaviour: { ...this.#pace, ...planned },
        manner: { behaviourOf: () => planned, obeys: this.#obeys },
      };
    }
    const told = directives.map(({ text, behaviour }) => ({ text, behaviour: this.#now(text, behaviour) }));
    const behaviourOf = (part: string) => told.find(({ text }) => part.includes(text))?.behaviour ?? {};
    return {
      behaviour: { ...this.#pace, ...told[0]?.behaviour },
      manner: { behaviourOf, obeys: this.#obeys },
    };
  }

  #now(directive: string, behaviour: Partial<Behaviour>): Partial<Behaviour> {
    const seen = (this.#seenDirectives.get(directive) ?? 0) + 1;
    this.#seenDirectives.set(directive, seen);
    return seen > (behaviour.times ?? Infinity) ? withoutFaults(behaviour) : behaviour;
  }

  #log({ request, text }: ChatCall): LoggedCall {
    const { model, stream = false } = request;
    const schema = request.response_format?.json_schema?.name ?? null;
    const call: LoggedCall = { at: new Date().toISOString(), model, stream, schema, tokens: 0, ended: null };
    this.#calls.push({ call, text });
    if (this.#calls.length > keptCalls) this.#calls.shift();
    return call;
  }

  async #complete(body: string, response: ServerResponse) {
    const chat = readChatCall(body);
    if (!chat) return sendError(response, 400, "This is not a chat-completions request.");

    const logged = this.#log(chat);
    const { behaviour, manner } = this.#behaviourFor(chat);
    if (behaviour.until) await this.#gate(behaviour.until).promise;
    if (behaviour.hang === -1) return;
    if (behaviour.status) {
      const after = behaviour["retry-after"];
      logged.ended = "failed";
      return sendError(
        response,
        behaviour.status,
        "As you wish.",
        after ? { "retry-after": after } : undefined,
      );
    }

    const refused = refusedPart(chat, behaviour.refuse);
    if (refused) {
      logged.ended = "failed";
      return sendError(response, 400, `Unsupported value or parameter: '${refused}' is not supported.`);
    }

    const created = Math.floor(Date.now() / 1000);
    const head = { id: `chatcmpl-${randomUUID()}`, created, model: chat.request.model };
    const tokens = answerOf(chat, manner);
    if (!chat.request.stream) {
      await sleep(behaviour.delay);
      const said = behaviour.empty ? [] : tokens;
      logged.tokens = said.length;
      logged.ended = sendWhole(response, wholeReply(chat, head, said, behaviour), behaviour);
      return;
    }
    if (behaviour.dialect) {
      const gapMs = 1000 / behaviour.rate;
      await sleep(behaviour.delay);
      const said = behaviour.empty ? [] : tokens;
      await sendDialect(response, behaviour.dialect, {
        tokens: said,
        usage: usageOf(chat, said.length),
        gapMs,
      });
      logged.ended = "finished";
      return;
    }
    streamReply({
      response,
      head,
      tokens,
      usage: chat.request.stream_options?.include_usage
        ? (count) => usageOf(chat, count, behaviour.cached)
        : null,
      behaviour,
      onToken: () => (logged.tokens += 1),
      onEnd: (ending) => (logged.ended ??= ending),
    });
  }
}

function wholeReply(chat: ChatCall, head: object, tokens: string[], { finish = "stop", cached }: Behaviour) {
  const message = { role: "assistant", content: tokens.join(""), refusal: null };
  return {
    ...head,
    object: "chat.completion",
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish }],
    usage: usageOf(chat, tokens.length, cached),
  };
}

const modelList = {
  object: "list",
  data: [{ id: "sora-sample", object: "model", created: 1_780_000_000, owned_by: "sora" }],
};

/** Port 0: any free port. Defaults of `delay` (ms to the first token) and `rate` (tokens a second). */
export async function startModelServer({
  port,
  host = "127.0.0.1",
  delay = 200,
  rate = 40,
  obeys = () => null,
}: Options): Promise<ModelServer> {
  const model = new SampleModel({ delay, rate }, obeys);
  const server = createServer((request, response) => {
    model.handle(request, response).catch((error: unknown) => {
      const isTheirs = error instanceof BadDirective || error instanceof SyntaxError;
      sendError(response, isTheirs ? 400 : 500, error instanceof Error ? error.message : String(error));
    });
  });
  // Longer than clients keep idle connections. Otherwise a connection that closes when it is reused looks like a fault.
  server.keepAliveTimeout = 300_000;
  server.requestTimeout = 0;
  server.listen({ port, host, backlog: 4_096 });
  await once(server, "listening");

  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
