import { SpanStatusCode, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";

import { startSpanReceiver } from "../../e2e/support/span-receiver.ts";
import { exportSpans } from "./export-spans.ts";
import { withSpan } from "./with-span.ts";

test("spans arrive with route patterns and listed attributes, without paths, ids, texts or messages", async () => {
  const receiver = await startSpanReceiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
  const stop = exportSpans();

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
  receiver.close();

  expect(receiver.paths()).toEqual(["/v1/traces"]);
  expect(receiver.text()).not.toMatch(/secret|오늘은|2026-11-21/);
  const spans = receiver.spans();
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
