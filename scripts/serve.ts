// npm start, npm run dev: starts missing services (PostgreSQL, a model), migrates the database, builds, serves, and stops
// everything in order.
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { startAppServer } from "./app-server.ts";
import { ensureBuild } from "./build.ts";
import { checkDatabase } from "./check-database.ts";
import { killGroup } from "./child-process.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { findLocalModels } from "./local-models.ts";
import { assertMigrated, deployMigrations } from "./migrate.ts";
import { assertPortIsFree } from "./ports.ts";
import { say } from "./say.ts";
import { secretsFile } from "./secrets.ts";
import { type StartSettings, prepareSettings } from "./settings.ts";
import { Shutdown } from "./shutdown.ts";
import { summaryCostLines } from "./summary-cost.ts";

const mode = process.argv[2] === "dev" ? "dev" : "start";
const orphanEndsMs = 2_000;
const shutdown = new Shutdown();

/** The server of a start that was just killed ends soon. */
async function untilPortIsFree(port: number, host: string) {
  for (const deadline = Date.now() + orphanEndsMs; ;) {
    try {
      return await assertPortIsFree(port, host);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function checkPort({ env, host }: StartSettings) {
  try {
    await lookup(host);
    await untilPortIsFree(env.PORT, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${env.PORT} is taken. Stop what uses it, or choose another: PORT=${env.PORT + 1} npm start`,
      EACCES: `Port ${env.PORT} may not be used without more rights. Choose one above 1023: PORT=3000 npm start`,
    };
    throw new Error(reasons[code ?? ""] ?? `HOST: cannot listen on ${host} (${code}).`, { cause: error });
  }
}

async function checkModelPort({ usesSampleModel }: StartSettings) {
  const port = process.env.MODEL_PORT;
  if (!usesSampleModel || !port) return;
  try {
    await assertPortIsFree(Number(port), "127.0.0.1");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? `port ${port} is taken` : `cannot listen on ${port} (${code})`;
    throw new Error(`MODEL_PORT: ${reason}.`, { cause: error });
  }
}

async function openDatabase({ usesEmbeddedDatabase, env, dataDir, secrets }: StartSettings): Promise<string> {
  if (!usesEmbeddedDatabase || !secrets) {
    await checkDatabase(env);
    return env.DATABASE_DIRECT_URL;
  }
  const database = await openEmbeddedDatabase({
    dataDir,
    password: secrets.POSTGRES_PASSWORD,
    onLost: () => shutdown.fail("PostgreSQL ended unexpectedly."),
  });
  shutdown.add({ stop: () => database.close() });
  return (process.env.DATABASE_URL = database.url);
}

async function openModel({ usesSampleModel }: StartSettings) {
  if (!usesSampleModel) return;
  const { startModelServer, modelSettings } = await loadSampleModel();
  const model = await startModelServer(
    modelSettings({ ...process.env, MODEL_PORT: process.env.MODEL_PORT || "0" }),
  );
  shutdown.add({ stop: () => model.close() });
  process.env.OPENAI_BASE_URL = `${model.url}/v1`;
}

/** Imported on use: images do not contain it. */
async function loadSampleModel() {
  try {
    const { startModelServer } = await import("./sample-model/server.ts");
    const { modelSettings } = await import("./sample-model/settings.ts");
    return { startModelServer, modelSettings };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Error("There is no sample model here: set OPENAI_API_KEY or OPENAI_BASE_URL.", {
      cause: error,
    });
  }
}

async function bringUpToDate(
  databaseUrl: string,
  { usesEmbeddedDatabase, usesSampleModel, env }: StartSettings,
) {
  if (!env.MIGRATE && !usesEmbeddedDatabase) return assertMigrated(databaseUrl);
  const applied = await deployMigrations(databaseUrl, {
    afterwards: async () => {
      if (!usesEmbeddedDatabase) return;
      const { seedDemo } = await import("../prisma/seed.ts");
      await seedDemo({ usesSampleModel });
    },
  });
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
}

async function build() {
  const building = { stop: async () => {} };
  shutdown.add(building);
  await ensureBuild((child) => {
    building.stop = async () => killGroup(child);
  });
  shutdown.remove(building);
}

async function serve({ env, host, servers }: StartSettings) {
  await startAppServer({
    mode,
    host,
    port: env.PORT,
    processes: servers,
    onSpawn: (server) => {
      shutdown.add(server);
      void server.exited.then((how) => shutdown.fail(`The server ended unexpectedly (${how}).`));
    },
  });
}

async function announce({ env, host, servers, dataDir, ...settings }: StartSettings) {
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const lines = ["", `  Sora is at  http://${isLocal ? "localhost" : host}:${env.PORT}`, ""];
  if (servers > 1) lines.push(`  ${servers} processes serve (SERVERS).`);
  if (settings.usesEmbeddedDatabase) {
    const { demoAccounts } = await import("../prisma/seed.ts");
    lines.push(...demoAccounts.map(({ email, password }) => `  Demo account  ${email}  ${password}`));
    lines.push(`  Data in ${dataDir} (embedded PostgreSQL)`);
  } else if (settings.usesKeptKeys) {
    lines.push(
      `  AUTH_SECRET or DIARY_KEYS was not set: the keys in ${secretsFile(dataDir)} are used.`,
      "  Back them up: without them no diary can be read. Every server on this database needs the same ones.",
    );
  }
  if (settings.usesSampleModel) {
    const samples = settings.usesBuiltInJudge
      ? "Replies, review checks and summaries"
      : "Replies and summaries";
    lines.push(`  ${samples} are samples, from ${process.env.OPENAI_BASE_URL}.`);
    lines.push("  Set OPENAI_API_KEY or OPENAI_BASE_URL for a real model.");
    lines.push(...(await findLocalModels()).map((line) => `  ${line}`));
  } else {
    lines.push(...(await summaryCostLines(env)).map((line) => `  ${line}`));
  }
  say([...lines, ""].join("\n"));
}

async function start() {
  const settings = prepareSettings({ isDev: mode === "dev" });
  await checkPort(settings);
  await checkModelPort(settings);
  const steps = [
    async () => bringUpToDate(await openDatabase(settings), settings),
    () => openModel(settings),
    async () => mode === "start" && build(),
    () => serve(settings),
    () => announce(settings),
  ];
  for (const step of steps) if (!shutdown.hasBegun) await step();
}

shutdown.onSignals();
start().catch((error: unknown) => shutdown.fail(error instanceof Error ? error.message : String(error)));
