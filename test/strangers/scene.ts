import { join } from "node:path";

import { openRunDir } from "../../bench/run-dir.ts";
import { soraSettings } from "../../bench/settings.ts";
import { startModelServer } from "../../scripts/sample-model/server.ts";
import { startSpanReceiver } from "../../e2e/support/span-receiver.ts";
import { newVapidPair } from "../new-vapid-pair.ts";
import { ensureBuild } from "../../scripts/build.ts";
import { Database } from "../faults/database.ts";
import { Server } from "../faults/server.ts";

export const metricsToken = "metrics of the strangers";

/** How members reach the second server: by https, through a proxy. */
export const publicOrigin = "https://sora.test";

/**
 * A built Sora with a database of its own, on this machine only: one server as a developer starts it, and one behind a proxy.
 * Their limits are out of the way, since they are not what is tried.
 */
export async function openScene() {
  const { dir, ending } = openRunDir();
  await ensureBuild();
  const database = await Database.open(dir);
  ending.defer(() => database.close());
  const model = await startModelServer({ port: 0 });
  ending.defer(() => model.close());
  const collector = await startSpanReceiver();
  ending.defer(() => collector.close());
  const models = { OPENAI_BASE_URL: `${model.url}/v1` };
  Object.assign(process.env, soraSettings, models, { DATABASE_URL: database.url });
  ending.defer(async () => (await import("../../lib/db.ts")).pool.end());
  ending.defer(async () => (await (await import("../../lib/jobs/queue.ts")).jobQueue()).stop());

  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    METRICS_TOKEN: metricsToken,
    ...newVapidPair(),
    VAPID_SUBJECT: "mailto:strangers@sora.test",
    REVIEWS_PER_HOUR: "100000",
    REPORTS_PER_HOUR: "100000",
    SIGNIN_ATTEMPTS_PER_HOUR: "100000",
    SIGNUPS_PER_HOUR: "100000",
    MODERATION_CALLS_PER_DAY: "1000000",
  };
  const logFiles = [join(dir, "server.log"), join(dir, "public-server.log")] as const;
  const server = await Server.open(env, logFiles[0]);
  ending.defer(() => server.kill());
  const publicServer = await Server.open({ ...env, AUTH_URL: publicOrigin, TRUST_PROXY: "1" }, logFiles[1]);
  ending.defer(() => publicServer.kill());
  return { url: server.url, publicServerUrl: publicServer.url, logFiles, spans: collector.bodies, ending };
}
