import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { newVapidPair } from "../test/new-vapid-pair.ts";
import { parseEnv } from "./env.ts";

const secret = "a secret that is long enough for this";
const diaryKey = Buffer.alloc(32, 1).toString("base64");
const given = { DATABASE_URL: "postgresql://db/sora", AUTH_SECRET: secret, DIARY_KEYS: diaryKey };

it("uses defaults, and treats an empty setting as unset", () => {
  expect(parseEnv({ ...given, PORT: "", OPENAI_BASE_URL: "" })).toMatchObject({
    PORT: 3000,
    OPENAI_BASE_URL: "https://api.openai.com/v1",
    REPLIES_PER_DAY: 20,
    SORA_DEMO: false,
  });
});

it("reads several diary keys, newest first", () => {
  const older = Buffer.alloc(32, 2).toString("base64");
  expect(parseEnv({ ...given, DIARY_KEYS: `${diaryKey},${older}` }).DIARY_KEYS).toEqual([diaryKey, older]);
});

it.each([
  ["PORT", "abc", "PORT: must be a whole number from 1 to 65535"],
  ["PORT", "70000", "PORT: must be a whole number from 1 to 65535"],
  ["MODEL_TOTAL_SECONDS", "soon", "MODEL_TOTAL_SECONDS: must be a number of seconds, up to 3600"],
  ["OPENAI_BASE_URL", "ollama", "OPENAI_BASE_URL: must be an http or https address"],
  ["DATABASE_URL", "mysql://db/sora", "DATABASE_URL: must be a postgresql:// address"],
  ["DATABASE_URL", "", "DATABASE_URL is not set"],
  ["DIARY_KEYS", "c2hvcnQ=", "DIARY_KEYS: each key must be 32 bytes in base64"],
])("reports in one line what is wrong with %s=%s", (name, value, line) => {
  expect(() => parseEnv({ ...given, [name]: value })).toThrow(new Error(line));
});

it(".env.example has valid values, and exactly the settings of README", () => {
  const lines = readFileSync(".env.example", "utf8").matchAll(/^#([A-Z_]+)=(.*)$/gm);
  const example = Object.fromEntries(
    [...lines].map(([, name, value]) => [name!, value!.replaceAll('"', "")]),
  );
  const set = Object.entries(example).filter(([, value]) => value);
  expect(() => parseEnv({ ...given, ...newVapidPair(), ...Object.fromEntries(set) })).not.toThrow();

  const [, table] = readFileSync("README.md", "utf8").split(/^## Settings$/m);
  const rows = [...table!.split("\n## ")[0]!.matchAll(/^\| (`[A-Z][^|]*) \|/gm)].map(([, names]) => names!);
  const names = rows.flatMap((row) => [...row.matchAll(/`([A-Z]+_[A-Z_]+|PORT|HOST|SERVERS|MIGRATE)`/g)]);
  const more = ["NAVER", "GOOGLE"].flatMap((name) => [`AUTH_${name}_ID`, `AUTH_${name}_SECRET`]);
  expect(Object.keys(example).sort()).toEqual([...names.map(([, name]) => name!), ...more].sort());
});

it("never prints the value of a setting", () => {
  expect(() => parseEnv({ ...given, AUTH_SECRET: "hunter2" })).toThrow(
    /^AUTH_SECRET: must have at least 32 characters$/,
  );
});

it("sends mail only with a sender and an address for its links", () => {
  const mail = { SMTP_URL: "smtp://mail.example", MAIL_FROM: "Sora <sora@sora.example>" };
  expect(parseEnv({ ...given, ...mail, AUTH_URL: "https://sora.example" })).toMatchObject(mail);
  const lacking = () => parseEnv({ ...given, SMTP_URL: mail.SMTP_URL });
  expect(lacking).toThrow(/^MAIL_FROM is not set.*\nAUTH_URL is not set/);
  expect(() => parseEnv({ ...given, SMTP_URL: "https://mail.example" })).toThrow("SMTP_URL: must be");
  for (const MAIL_FROM of [
    "sora",
    "Sora <sora@sora.example>\r\nBcc: x@y.example",
    "a@b.example, c@d.example",
  ])
    expect(() => parseEnv({ ...given, MAIL_FROM })).toThrow("MAIL_FROM: must be");
});

it("accepts a pair of keys for Web Push, and none", () => {
  const pair = newVapidPair();
  expect(parseEnv({ ...given, ...pair })).toMatchObject(pair);
  expect(parseEnv(given).VAPID_PUBLIC_KEY).toBeUndefined();
});

it.each([
  [
    "of two pairs",
    { ...newVapidPair(), VAPID_PRIVATE_KEY: newVapidPair().VAPID_PRIVATE_KEY },
    "VAPID_PUBLIC_KEY: does not belong to VAPID_PRIVATE_KEY",
  ],
  [
    "one without the other",
    { VAPID_PUBLIC_KEY: newVapidPair().VAPID_PUBLIC_KEY },
    "VAPID_PRIVATE_KEY: is needed with VAPID_PUBLIC_KEY",
  ],
  [
    "the other without the one",
    { VAPID_PRIVATE_KEY: newVapidPair().VAPID_PRIVATE_KEY },
    "VAPID_PUBLIC_KEY: is needed with VAPID_PRIVATE_KEY",
  ],
  [
    "the wrong way round",
    swapped(newVapidPair()),
    "VAPID_PUBLIC_KEY: must be 65 bytes in base64url, without =",
  ],
  [
    "written in another way",
    { ...newVapidPair(), VAPID_PRIVATE_KEY: `${newVapidPair().VAPID_PRIVATE_KEY}=` },
    "VAPID_PRIVATE_KEY: must be 32 bytes in base64url, without =",
  ],
  [
    "no number of the curve",
    { ...newVapidPair(), VAPID_PRIVATE_KEY: Buffer.alloc(32).toString("base64url") },
    "VAPID_PUBLIC_KEY: does not belong to VAPID_PRIVATE_KEY",
  ],
])("reports in one line what is wrong with keys for Web Push: %s", (_, keys, line) => {
  expect(() => parseEnv({ ...given, ...keys })).toThrow(new Error(line));
});

function swapped({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }: ReturnType<typeof newVapidPair>) {
  return { VAPID_PUBLIC_KEY: VAPID_PRIVATE_KEY, VAPID_PRIVATE_KEY: VAPID_PUBLIC_KEY };
}

it.each([
  ["OpenAI's", {}, "gpt-6-luna"],
  ["any other server", { OPENAI_BASE_URL: "http://localhost:11434/v1" }, "qwen3:8b"],
  [
    "a judge of its own",
    { OPENAI_BASE_URL: "http://localhost:11434/v1", MODERATION_BASE_URL: "http://gpu/v1" },
    "gpt-6-luna",
  ],
  [
    "any, when it is named",
    { OPENAI_BASE_URL: "http://localhost/v1", OPENAI_MODERATION_MODEL: "guard" },
    "guard",
  ],
])("judges with a model of the configured server: %s", (_, settings, model) => {
  const parsed = parseEnv({ ...given, OPENAI_REPLY_MODEL: "qwen3:8b", ...settings });
  expect(parsed.OPENAI_MODERATION_MODEL).toBe(model);
});
