import { type ModelServer, judgeServer, replyServer, summaryServer } from "../model-servers.ts";

/** What models are asked for. Each purpose may have a server and a model of its own. */
export const modelPurposes = ["REPLY", "MODERATION", "SUMMARY"] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

const servers: Record<ModelPurpose, () => ModelServer> = {
  REPLY: replyServer,
  MODERATION: judgeServer,
  SUMMARY: summaryServer,
};

export const serverFor = (purpose: ModelPurpose): ModelServer => servers[purpose]();

/** `api.openai.com`, `localhost:11434`: an address without its path and without a name and password. */
export const hostOf = ({ baseURL }: Pick<ModelServer, "baseURL">): string => new URL(baseURL).host;
