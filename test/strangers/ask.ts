import { Agent, request } from "node:http";
import type { OutgoingHttpHeaders, IncomingMessage } from "node:http";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

type Asked = {
  method?: string;
  cookie?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | FormData;
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** A stream of events never ends: so much of it is read. */
const streamMs = 250;
const patienceMs = 60_000;
const maxTries = 10;

/**
 * One request, as raw as node:http sends it: Host, Origin and Sec-Fetch-* are the caller's to choose. Redirects are not
 * followed.
 */
export async function ask(url: string, asked: Asked = {}): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askOnce(url, asked).catch((error: NodeJS.ErrnoException) => {
      // The server closed a connection that was kept for the next request, in the moment of it.
      if (error.code === "ECONNRESET" && tries < maxTries) return null;
      throw error;
    });
    // A server that sheds load says nothing about who may come in.
    if (answer && (answer.status !== 503 || tries === maxTries)) return answer;
    await sleep(answer ? 1_000 : 10);
  }
}

async function askOnce(
  url: string,
  { method = "GET", cookie = "", headers = {}, body }: Asked,
): Promise<Answer> {
  const { bytes, type } = await encode(body);
  const sent = request(url, {
    agent,
    method,
    headers: {
      ...(cookie && { cookie }),
      ...(type && { "content-type": type }),
      ...(bytes && { "content-length": bytes.length }),
      ...headers,
    },
  });
  sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer within ${patienceMs} ms`)));
  sent.end(bytes);
  // Later ones than `once` hears of: a stream that was left.
  sent.on("error", () => {});
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const text = await read(response);
  return { status: response.statusCode!, headers: response.headers, text };
}

async function encode(body: string | FormData | undefined) {
  if (body === undefined) return { bytes: null, type: null };
  const encoded = new Response(body);
  const type = typeof body === "string" ? null : encoded.headers.get("content-type");
  return { bytes: Buffer.from(await encoded.arrayBuffer()), type };
}

async function read(response: IncomingMessage): Promise<string> {
  const isStream = /event-stream/.test(response.headers["content-type"] ?? "");
  const timer = isStream ? setTimeout(() => response.destroy(), streamMs) : undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (error) {
    if (!isStream) throw error;
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).toString();
}

export const closeConnections = (): void => agent.destroy();
