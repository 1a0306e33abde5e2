// What the start-up script and the commands add to the settings that a person gave.
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

/** Beyond four, PostgreSQL and the model are what one waits for. */
const maxServersByDefault = 4;
/** What the processes of one machine share, for what people ask (docs/operations.md, Connections). */
const connectionsInAll = 24;
const leastConnections = 6;

export type StartSettings = {
  env: Env;
  host: string;
  /** How many processes serve. */
  servers: number;
  dataDir: string;
  secrets: Secrets | null;
  usesEmbeddedDatabase: boolean;
  usesSampleModel: boolean;
  usesBuiltInJudge: boolean;
  usesKeptKeys: boolean;
};

/** Reads the project's .env files, as Next does. */
function loadEnvFiles(isDev: boolean) {
  nextEnv.loadEnvConfig(projectPath(""), isDev, {
    info: () => {},
    error: (text: unknown) => complain(String(text)),
  });
}

/** The kept keys, for those that nobody gave. The two for Web Push belong together: one given is no use with one kept. */
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

/** Each process has its own connections: several get a smaller number each, unless somebody chose one. */
function shareConnections(servers: number) {
  if (servers === 1) return;
  const each = Math.max(leastConnections, Math.floor(connectionsInAll / servers));
  process.env.DATABASE_CONNECTIONS ||= String(each);
}

/**
 * Completes process.env for a start. An embedded database and a stand-in model get their addresses once they run.
 * @throws {Error} with one line for each bad setting.
 */
export function prepareSettings({ isDev }: { isDev: boolean }): StartSettings {
  loadEnvFiles(isDev);
  const { env: given } = process;
  const usesEmbeddedDatabase = !given.DATABASE_URL;
  if (usesEmbeddedDatabase && given.DATABASE_DIRECT_URL)
    throw new Error("DATABASE_DIRECT_URL: DATABASE_URL is not set.");
  const usesSampleModel = !given.OPENAI_API_KEY && !given.OPENAI_BASE_URL;
  const usesBuiltInJudge = usesSampleModel && !given.MODERATION_API_KEY && !given.MODERATION_BASE_URL;
  // The sample model takes over OPENAI_BASE_URL, which a key without an address would then be sent to.
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
  // Demo accounts have well-known passwords: with them, Sora is for this machine only unless told otherwise.
  const host = given.HOST || (usesEmbeddedDatabase ? "127.0.0.1" : "0.0.0.0");
  const samples = { usesSampleModel, usesBuiltInJudge };
  return { env, host, servers, dataDir, secrets, usesEmbeddedDatabase, ...samples, usesKeptKeys };
}

/**
 * Completes process.env for a command that works on the database: the one of DATABASE_URL or the running embedded one.
 * @returns the address of PostgreSQL itself.
 * @throws {Error} with a line that says what to do.
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
