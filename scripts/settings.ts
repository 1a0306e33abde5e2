// Settings that the start-up script and the commands add to the given ones.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import nextEnv from "@next/env";
import { readConnectionUrl } from "../lib/database/connection-url.ts";
import { type Env, openAiUrl, parseEnv } from "../lib/env.ts";
import { findDataDir, makeDataDir } from "./data-dir.ts";
import { urlOfRunning } from "./postgres.ts";
import { projectPath } from "./project.ts";
import { complain } from "./say.ts";
import { type Secrets, readOrMakeSecrets, readSecrets } from "./secrets.ts";

export const embeddedDatabase = "sora";
export const postgresDir = (dataDir: string) => join(dataDir, "postgres");

/** With more than four, PostgreSQL and the model are the bottleneck. */
const maxServersByDefault = 4;
/** Shared by a machine's processes, for requests (docs/operations.md, Connections). */
const connectionsInAll = 24;
const leastConnections = 6;

export type StartSettings = {
  env: Env;
  host: string;
  servers: number;
  dataDir: string;
  secrets: Secrets | null;
  usesEmbeddedDatabase: boolean;
  usesSampleModel: boolean;
  usesBuiltInJudge: boolean;
  usesKeptKeys: boolean;
};

function loadEnvFiles(isDev: boolean) {
  nextEnv.loadEnvConfig(projectPath(""), isDev, {
    info: () => {},
    error: (text: unknown) => complain(String(text)),
  });
}

/** Adds kept keys for missing ones. The two push keys are a pair: a given one can not be combined with a kept one. */
function fillFrom(secrets: Partial<Secrets>) {
  const { env: given } = process;
  given.AUTH_SECRET ||= secrets.AUTH_SECRET;
  given.DIARY_KEYS ||= secrets.DIARY_KEYS;
  if (given.VAPID_PUBLIC_KEY || given.VAPID_PRIVATE_KEY) return;
  if (secrets.VAPID_PUBLIC_KEY && secrets.VAPID_PRIVATE_KEY) {
    given.VAPID_PUBLIC_KEY = secrets.VAPID_PUBLIC_KEY;
    given.VAPID_PRIVATE_KEY = secrets.VAPID_PRIVATE_KEY;
  }
}

/** Each process has a separate pool, so several processes get smaller ones unless a size is set. */
function shareConnections(servers: number) {
  if (servers === 1) return;
  const each = Math.max(leastConnections, Math.floor(connectionsInAll / servers));
  process.env.DATABASE_CONNECTIONS ||= String(each);
}

/**
 * Completes process.env for a start. The embedded database and the sample model get their addresses when they run.
 * @throws {Error} with one line for each bad setting
 */
export function prepareSettings({ isDev }: { isDev: boolean }): StartSettings {
  loadEnvFiles(isDev);
  const { env: given } = process;
  const usesEmbeddedDatabase = !given.DATABASE_URL;
  if (usesEmbeddedDatabase && given.DATABASE_DIRECT_URL)
    throw new Error("DATABASE_DIRECT_URL: DATABASE_URL is not set.");
  const usesSampleModel = !given.OPENAI_API_KEY && !given.OPENAI_BASE_URL;
  const usesBuiltInJudge = usesSampleModel && !given.MODERATION_API_KEY && !given.MODERATION_BASE_URL;
  // The sample model replaces OPENAI_BASE_URL. A moderation key without an address would be sent there.
  if (usesSampleModel && !usesBuiltInJudge) given.MODERATION_BASE_URL ||= openAiUrl;
  const usesKeptKeys = !given.AUTH_SECRET || !given.DIARY_KEYS;
  given.SORA_DEMO = usesEmbeddedDatabase ? "1" : "0";
  given.SORA_SAMPLE_MODEL = usesSampleModel ? "1" : "0";
  given.SORA_BUILT_IN_JUDGE = usesBuiltInJudge ? "1" : "0";

  const dataDir = findDataDir(given.DATA_DIR, usesEmbeddedDatabase);
  let secrets: Secrets | null = null;
  if (usesEmbeddedDatabase || usesKeptKeys) {
    makeDataDir(dataDir);
    secrets = readOrMakeSecrets(dataDir);
    fillFrom(secrets);
  }

  const env = parseEnv({ ...given, DATABASE_URL: given.DATABASE_URL || "postgresql://embedded/sora" });
  const servers = isDev ? 1 : (env.SERVERS ?? Math.min(availableParallelism(), maxServersByDefault));
  shareConnections(servers);
  // Demo accounts have well-known passwords, so the default is this machine only.
  const host = given.HOST || (usesEmbeddedDatabase ? "127.0.0.1" : "0.0.0.0");
  const samples = { usesSampleModel, usesBuiltInJudge };
  return { env, host, servers, dataDir, secrets, usesEmbeddedDatabase, ...samples, usesKeptKeys };
}

/**
 * Completes process.env for a command on the database of DATABASE_URL or the running embedded one.
 * @returns PostgreSQL's own address
 * @throws {Error} with one line that names the next step
 */
export function loadCommandSettings(): string {
  loadEnvFiles(false);
  const { env: given } = process;
  const dataDir = findDataDir(given.DATA_DIR, !given.DATABASE_URL);
  const secrets = readSecrets(dataDir);
  if (secrets) fillFrom(secrets);
  if (given.DATABASE_URL) return readConnectionUrl(given.DATABASE_DIRECT_URL || given.DATABASE_URL);

  const url = secrets && urlOfRunning(postgresDir(dataDir), secrets.POSTGRES_PASSWORD, embeddedDatabase);
  if (!url) throw new Error("No database: start Sora first (npm start), or set DATABASE_URL.");
  return (given.DATABASE_URL = url);
}
