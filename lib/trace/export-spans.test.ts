import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";

import { exportSpans } from "./export-spans.ts";
import { withSpan } from "./with-span.ts";

type Sent = { key: string; value: Record<string, unknown> }[];
type SentSpan = { name: string; attributes: Sent; events: unknown[]; status: object; parentSpanId?: string };

/** A receiver of OTLP over HTTP. */
async function startReceiver() {
  const bodies: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push({ path: request.url ?? "", body: Buffer.concat(chunks).toString() });
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { bodies, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("spans arrive with route patterns and listed attributes, without paths, ids, texts or messages", async () => {
  const receiver = await startReceiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
  const stop = exportSpans();

  // As Next makes them.
  const request = trace.getTracer("next.js", "0.0.1").startSpan("GET /diary/2026-11-21?q=secret", {
    attributes: {
      "next.span_type": "BaseServer.handleRequest",
      "http.method": "GET",
      "http.target": "/diary/2026-11-21?q=secret",
      "next.route": "/diary/[date]",
      "http.status_code": 500,
    },
  });
  request.recordException(new Error("secret 오늘은"));
  request.setStatus({ code: SpanStatusCode.ERROR, message: "secret 오늘은" });
  request.end();
  const failing = withSpan("model call", { "sora.purpose": "REPLY", "sora.prompt": "secret" }, () =>
    withSpan("inner", {}, () => Promise.reject(new RangeError("secret"))),
  );
  await expect(failing).rejects.toThrow("secret");
  await stop();
  receiver.server.close();

  const text = receiver.bodies.map(({ body }) => body).join("");
  expect(receiver.bodies.map(({ path }) => path)).toEqual(["/v1/traces"]);
  expect(text).not.toMatch(/secret|오늘은|2026-11-21/);
  const spans = (
    JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }
  ).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  expect(spans.map(({ name }) => name).toSorted()).toEqual(["GET /diary/[date]", "inner", "model call"]);
  const attributesOf = (name: string) =>
    spans.find((span) => span.name === name)!.attributes.map(({ key }) => key);
  expect(attributesOf("GET /diary/[date]").toSorted()).toEqual([
    "http.method",
    "http.status_code",
    "next.route",
    "next.span_type",
  ]);
  expect(attributesOf("model call")).toEqual(["sora.purpose", "error.type"]);
  expect(spans.find(({ name }) => name === "inner")!.parentSpanId).toBeTruthy();
});
