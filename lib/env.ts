import { z } from "zod";
import { reasoningEfforts } from "./ai/reasoning.ts";
import { readConnectionUrl } from "./database/connection-url.ts";
import { vapidProblem } from "./vapid-pair.ts";

const key = z
  .string()
  .trim()
  .refine((text) => Buffer.from(text, "base64").length === 32, "each key must be 32 bytes in base64");

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
}

const whole = (byDefault: number, from: number, to: number) => wholeNumber(from, to).default(byDefault);

function seconds(byDefault: number) {
  const error = "must be a number of seconds, up to 3600";
  return z.coerce.number({ error }).positive({ error }).max(3600, { error }).default(byDefault);
}

const days = (byDefault: number) => whole(byDefault, 1, 36_500);
const count = (byDefault: number) => whole(byDefault, 1, 1_000_000);
const price = z.coerce.number({ error: "must be a number" }).min(0, "must not be negative").optional();
const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const hosts = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .transform((list) => list.split(",").map((host) => host.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be host names")));
const reasoningEffort = z
  .enum(reasoningEfforts, `must be one of ${reasoningEfforts.join(", ")}`)
  .default("lowest");
const postgresUrl = z
  .string()
  .transform(readConnectionUrl)
  .pipe(z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }))
  .refine(
    (url) => !/[?&]sslmode=allow\b/.test(url),
    "sslmode=allow is not supported: choose disable or require",
  );
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" });

export const openAiUrl = "https://api.openai.com/v1";

/** docs/decisions/0020 */
const defaultModel = "gpt-6-luna";

const settingsSchema = z.object({
  PORT: whole(3000, 1, 65_535),
  /** Unset: one per core, at most four (scripts/settings.ts). */
  SERVERS: wholeNumber(1, 64).optional(),
  DATABASE_URL: postgresUrl,
  /** PostgreSQL's own address when DATABASE_URL is a pooler in transaction mode (lib/database/through-pooler.ts). */
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  /** 0: a start does not migrate, so a role that may only read and write rows is enough. */
  MIGRATE: z
    .enum(["0", "1"])
    .default("1")
    .transform((value) => value === "1"),
  /** Per process, for requests. Other work takes 9 more (docs/operations.md). */
  DATABASE_CONNECTIONS: whole(20, 2, 500),

  /**
   * Unset: `pretty` on a terminal, else `json`. Read by lib/log/log.ts, which works before the settings are checked.
   */
  LOG_FORMAT: z.enum(["pretty", "json"], "must be pretty or json").optional(),
  LOG_LEVEL: z.enum(["info", "warn", "error"], "must be info, warn or error").default("info"),

  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AUTH_URL: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:)\S+$/, "must begin with mailto: or https:")
    .optional(),
  /** The number of proxies in front of Sora: that many forwarded addresses are trusted. */
  TRUST_PROXY: whole(0, 0, 10),
  AUTH_KAKAO_ID: z.string().optional(),
  AUTH_KAKAO_SECRET: z.string().optional(),
  AUTH_NAVER_ID: z.string().optional(),
  AUTH_NAVER_SECRET: z.string().optional(),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),

  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\p{Cc}]*<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/u,
      "must be an address, or Name <address>",
    )
    .optional(),

  /** The first key seals, every one opens. */
  DIARY_KEYS: z
    .string()
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(key).min(1)),

  OPENAI_API_KEY: z.string().min(1).default("none"),
  OPENAI_BASE_URL: httpUrl.default(openAiUrl),
  OPENAI_REPLY_MODEL: z.string().min(1).default(defaultModel),
  OPENAI_REPLY_REASONING: reasoningEffort,
  MODEL_FIRST_CHUNK_SECONDS: seconds(30),
  MODEL_CHUNK_GAP_SECONDS: seconds(20),
  MODEL_TOTAL_SECONDS: seconds(120),

  OPENAI_MODERATION_MODEL: z.string().min(1).optional(),
  OPENAI_MODERATION_REASONING: reasoningEffort,
  MODERATION_BASE_URL: httpUrl.optional(),
  MODERATION_API_KEY: z.string().min(1).optional(),
  /**
   * Whether the provider's /moderations must consent to an approval. auto: only at api.openai.com, where it is free.
   */
  MODERATION_ENDPOINT: z.enum(["auto", "on", "off"], "must be auto, on or off").default("auto"),
  MODERATION_CONCURRENCY: whole(4, 1, 100),
  MODERATION_CALLS_PER_DAY: whole(2000, 0, 1_000_000),
  MODERATION_CONFIDENCE: z.coerce
    .number({ error: "must be a number from 0 to 1" })
    .min(0)
    .max(1)
    .default(0.75),
  /** 0: reviews are judged by the queue only, never right after the response. */
  MODERATION_AFTER_RESPONSE: z
    .enum(["0", "1"])
    .default("1")
    .transform((value) => value === "1"),
  SUMMARY_CALLS_PER_DAY: whole(1000, 0, 1_000_000),
  REVIEWS_PER_HOUR: count(20),
  REPORTS_PER_HOUR: count(20),
  /** Reports of this many members hide a review until a moderator has decided (lib/review/report/report-review.ts). */
  REPORTS_TO_HIDE: count(3),
  MODEL_PRICE_INPUT: price,
  MODEL_PRICE_CACHED_INPUT: price,
  MODEL_PRICE_OUTPUT: price,
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),

  /** Without keys there is no Web Push. The start-up script creates a pair when it keeps the secrets. */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:)/, "must begin with mailto: or https:")
    .optional(),
  /** Push services that may be called; *. matches any subdomain. */
  PUSH_HOSTS: hosts(
    "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com,*.push.samsungosp.com",
  ),
  /** The operator's own push services: these origins may be http and private addresses. */
  PUSH_OWN_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(httpUrl)),

  REPLIES_PER_DAY: count(20),
  REPLIES_PER_DAY_TOTAL: whole(1, 1, 10_000_000).removeDefault().optional(),
  RUNNING_REPLIES_PER_MEMBER: count(2),
  KEEP_MODEL_CALLS_DAYS: days(400),
  KEEP_NOTICES_DAYS: days(180),
  KEEP_CACHED_VERDICTS_DAYS: days(90),
  KEEP_POLICY_RUNS_DAYS: days(180),
  KEEP_SUPERSEDED_REVISIONS_DAYS: days(365),

  SIGNIN_ATTEMPTS_PER_HOUR: count(20),
  SIGNUPS_PER_HOUR: count(10),

  /**
   * Set by the start-up script, not by people: demo accounts exist; replies and summaries are samples; the classifier
   * judges instead of a model.
   */
  SORA_DEMO: flag,
  SORA_SAMPLE_MODEL: flag,
  SORA_BUILT_IN_JUDGE: flag,
});

const envSchema = settingsSchema.transform((settings) => {
  // Another provider's server does not have OpenAI's models, so its reply model also judges.
  const isElsewhere = settings.OPENAI_BASE_URL !== openAiUrl && !settings.MODERATION_BASE_URL;
  const judge = isElsewhere ? settings.OPENAI_REPLY_MODEL : defaultModel;
  const DATABASE_DIRECT_URL = settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL;
  return {
    ...settings,
    DATABASE_DIRECT_URL,
    OPENAI_MODERATION_MODEL: settings.OPENAI_MODERATION_MODEL ?? judge,
  };
});

export type Env = z.infer<typeof envSchema>;

/**
 * An empty value counts as unset.
 * @throws {Error} with one line for each bad setting, which names it and never prints its value
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  const lines = (parsed.error?.issues ?? []).map(({ path, message, code }) => {
    const name = String(path[0]);
    return given[name] === undefined && code === "invalid_type"
      ? `${name} is not set`
      : `${name}: ${message}`;
  });
  lines.push(...mailProblems(given));
  const vapid = vapidProblem(given.VAPID_PUBLIC_KEY, given.VAPID_PRIVATE_KEY);
  if (vapid) lines.push(`${vapid.name}: ${vapid.problem}`);
  if (parsed.success && lines.length === 0) return parsed.data;
  throw new Error([...new Set(lines)].join("\n"));
}

/** A mail needs a sender, and its links an address that no request can choose. */
function mailProblems({ SMTP_URL, MAIL_FROM, AUTH_URL }: Record<string, string | undefined>): string[] {
  if (!SMTP_URL) return [];
  return [
    ...(MAIL_FROM ? [] : ["MAIL_FROM is not set, and SMTP_URL needs it"]),
    ...(AUTH_URL ? [] : ["AUTH_URL is not set, and links in mails need it"]),
  ];
}

let parsedEnv: Env | undefined;

export function env(): Env {
  return (parsedEnv ??= parseEnv(process.env));
}
