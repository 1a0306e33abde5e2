import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Sent = { key: string; value: Record<string, unknown> }[];
type SentSpan = { name: string; attributes: Sent; events: unknown[]; status: object; parentSpanId?: string };
type Traces = { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };

export async function startSpanReceiver() {
  const bodies: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push({ path: request.url ?? "", body: Buffer.concat(chunks).toString() });
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    bodies,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths: () => [...new Set(bodies.map(({ path }) => path))],
    text: () => bodies.map(({ body }) => body).join("\n"),
    spans: () =>
      bodies
        .flatMap(({ body }) => (JSON.parse(body) as Traces).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
