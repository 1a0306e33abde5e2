import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

import { processWide } from "./process-wide.ts";
import { buildId, version } from "./servers/build.ts";

/**
 * Counts of this process for /api/metrics: reset by a restart, labelled with `process`. Sum over processes: `sum
 * without (process, instance) (rate(…))`.
 */
export const instruments = processWide("instruments", () => {
  const registry = new Registry();
  registry.setDefaultLabels({ process: String(process.pid) });
  const registers = [registry];
  const build = new Gauge({
    name: "sora_build_info",
    help: "Always 1; the labels say which build runs.",
    labelNames: ["version", "build"],
    registers,
  });
  build.set({ version, build: buildId }, 1);
  return {
    registry,
    requests: new Counter({
      name: "sora_http_requests_total",
      help: "Answered requests, by route pattern, method and status.",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "sora_http_request_seconds",
      help: "Seconds from a request to the end of its answer, by route pattern. Event streams last as long as their readers.",
      labelNames: ["route"],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
      registers,
    }),
    poolWaitSeconds: new Histogram({
      name: "sora_database_wait_seconds",
      help: "Seconds that a request for a database connection waited.",
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5],
      registers,
    }),
    modelCallSeconds: new Histogram({
      name: "sora_model_call_seconds",
      help: "Seconds a model's call took, by purpose and by outcome: answered, or the cause of its failure.",
      labelNames: ["purpose", "outcome"],
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
      registers,
    }),
    damagedTexts: new Counter({
      name: "sora_sealed_texts_damaged_total",
      help: "Sealed texts that did not open though their member's key did. Alert on any.",
      registers,
    }),
  };
});

export const collectProcessMetrics = (): void => collectDefaultMetrics({ register: instruments.registry });
