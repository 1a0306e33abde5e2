import { randomBytes } from "node:crypto";

export const soraSettings = {
  AUTH_SECRET: randomBytes(32).toString("base64"),
  DIARY_KEYS: randomBytes(32).toString("base64"),
  REPLIES_PER_DAY: "1000000",
  RUNNING_REPLIES_PER_MEMBER: "1000",
  SORA_SAMPLE_MODEL: "1",
  SORA_BUILT_IN_JUDGE: "0",
  AUTH_URL: "",
  OPENAI_API_KEY: "",
  OPENAI_REPLY_MODEL: "",
  MODERATION_API_KEY: "",
  MODERATION_BASE_URL: "",
};
