import { type ModelServer, judgeServer, replyServer, summaryServer } from "../model-servers.ts";

/** What Sora asks models for. Each purpose may have its own server and model. */
export const modelPurposes = ["REPLY", "MODERATION", "SUMMARY"] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

const servers: Record<ModelPurpose, () => ModelServer> = {
  REPLY: replyServer,
  MODERATION: judgeServer,
  SUMMARY: summaryServer,
};

export const serverFor = (purpose: ModelPurpose): ModelServer => servers[purpose]();

/** `api.openai.com`, `localhost:11434`: without path, user name and password. */
export const hostOf = ({ baseURL }: Pick<ModelServer, "baseURL">): string => new URL(baseURL).host;
