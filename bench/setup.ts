import { join } from "node:path";
import { ensureBuild } from "../scripts/build.ts";
import { freePort } from "../scripts/ports.ts";
import { projectPath } from "../scripts/project.ts";
import { openDatabase } from "./database.ts";
import { type Server, measureIdle } from "./measure-wave.ts";
import { prepareMembers } from "./members.ts";
import { type Plan, pace } from "./plan.ts";
import { cores, pinSelf, startNode, untilAnswering } from "./processes.ts";
import { soraSettings } from "./settings.ts";
import type { Subject, Target } from "./subjects.ts";

export type Bench = Awaited<ReturnType<typeof setUp>>;

const preload = ["scripts/exit-with-parent.mjs", "bench/server-probe.ts"].flatMap((file) => [
  "--import",
  projectPath(file),
]);

const commandOf: Record<Subject, (port: number) => string[]> = {
  proxy: () => [projectPath("bench/server-proxy.ts")],
  hono: () => [projectPath("bench/server-hono.ts")],
  sora: (port) => [
    projectPath("node_modules/next/dist/bin/next"),
    "start",
    "-H",
    "127.0.0.1",
    "-p",
    String(port),
  ],
};

/** `ending` stops it in reverse order. */
export async function setUp(plan: Plan, dir: string, ending: AsyncDisposableStack) {
  const logFile = (name: string) => join(dir, `${name}.log`);

  const usesSora = plan.subjects.includes("sora");
  if (usesSora) await ensureBuild();
  // After the build, which may use every core, and before the database, which must not use the server's.
  pinSelf();
  const database = usesSora ? await openDatabase(dir, ending) : null;
  if (database) {
    Object.assign(process.env, soraSettings, { DATABASE_URL: database.url });
    ending.defer(async () => (await import("../lib/db.ts")).pool.end());
  }

  const start = (name: string, args: string[], onCores: string, env: Record<string, string> = {}) => {
    const child = startNode({ args, cores: onCores, env, logFile: logFile(name) });
    ending.defer(() => child.stop());
    return child;
  };

  const modelPort = await freePort();
  const upstreamUrl = `http://127.0.0.1:${modelPort}/v1`;
  start(
    "model",
    ["--import", projectPath("scripts/exit-with-parent.mjs"), projectPath("scripts/sample-model/main.ts")],
    cores.others,
    {
      MODEL_PORT: String(modelPort),
      MODEL_FIRST_TOKEN_MS: String(pace.firstTokenMs),
      MODEL_TOKENS_PER_SECOND: String(pace.tokensPerSecond),
    },
  );
  await untilAnswering(`${upstreamUrl}/models`, logFile("model"));
  const load = start("load", [projectPath("bench/load.ts")], cores.others);

  const urls: Record<Target, string> = {
    direct: `${upstreamUrl}/chat/completions`,
    proxy: "",
    hono: "",
    sora: "",
  };
  const servers = new Map<Target, Server>();
  for (const subject of plan.subjects) {
    const port = await freePort();
    urls[subject] = `http://127.0.0.1:${port}`;
    const child = start(subject, [...preload, ...commandOf[subject](port)], cores.server, {
      PORT: String(port),
      UPSTREAM_URL: upstreamUrl,
      OPENAI_BASE_URL: upstreamUrl,
      NEXT_TELEMETRY_DISABLED: "1",
    });
    const isReady = subject === "sora" ? (status: number) => status === 200 : undefined;
    await untilAnswering(
      subject === "sora" ? `${urls.sora}/api/health` : urls[subject],
      logFile(subject),
      isReady,
    );
    servers.set(subject, { child, idleCpuPerSecond: 0 });
  }
  const count = Math.max(...plan.levels, plan.memoryStreams);
  const members = usesSora ? await prepareMembers({ count, soraUrl: urls.sora, tokens: plan.tokens }) : [];

  return {
    dir,
    database,
    load,
    servers,
    urls,
    members,
    learnIdle: async () => {
      await Promise.all(
        [...servers.values()].map(
          async (server) => (server.idleCpuPerSecond = await measureIdle(server.child, 4)),
        ),
      );
    },
  };
}
