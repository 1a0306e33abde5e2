import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
  TracerProvider,
} from "@opentelemetry/sdk-trace";

import { version } from "../servers/build.ts";

/** Attributes that may be exported. Next's other attributes contain paths and addresses, with ids and dates. */
const allowed = new Set([
  "http.method",
  "http.request.method",
  "http.route",
  "next.route",
  "http.status_code",
  "http.response.status_code",
  "next.span_type",
  "error.type",
  "sora.purpose",
  "sora.model",
  "sora.count",
]);

/**
 * Exports to OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP, JSON). Called once per process, when that is set.
 * @returns a function that sends the remaining spans, for the end of the process
 */
export function exportSpans(): () => Promise<void> {
  const exporter = new OTLPTraceExporter();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": process.env.OTEL_SERVICE_NAME || "sora",
      "service.version": version,
      "process.pid": process.pid,
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter: redacting(exporter) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

/** Next records exceptions with their messages, so names, events and status messages may quote a request. */
function redacting(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, onResult) => exporter.export(spans.map(redacted), onResult),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function redacted(span: ReadableSpan): ReadableSpan {
  const { attributes, status } = span;
  return Object.create(span, {
    name: { value: nameOf(span) },
    attributes: {
      value: Object.fromEntries(Object.entries(attributes).filter(([name]) => allowed.has(name))),
    },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: status.code } },
  }) as ReadableSpan;
}

/** Our names are constants. Next's are replaced by the route's pattern or the span's type. */
function nameOf({ name, attributes, instrumentationScope }: ReadableSpan): string {
  if (instrumentationScope.name === "sora") return name;
  const route = attributes["next.route"] ?? attributes["http.route"];
  const type = String(attributes["next.span_type"] ?? "span");
  return route === undefined ? type : `${String(attributes["http.method"] ?? type)} ${String(route)}`;
}
