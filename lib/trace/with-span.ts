import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";

import { errorName } from "../errors/error-name.ts";

/**
 * Costs almost nothing while tracing is off. Only attributes on the list of export-spans.ts leave the process: no
 * texts, no ids of members.
 */
export function withSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer("sora").startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setAttribute("error.type", errorName(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
