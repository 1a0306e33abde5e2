import {
  type ModelServer,
  judgeServer,
  moderationEndpoint,
  replyServer,
  summaryServer,
} from "../model-servers.ts";

/** What Sora asks models for. Each purpose may have its own server and model. */
export const modelPurposes = ["REPLY", "MODERATION", "SUMMARY", "VETO"] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

const servers: Record<ModelPurpose, () => ModelServer> = {
  REPLY: replyServer,
  MODERATION: judgeServer,
  SUMMARY: summaryServer,
  VETO: moderationEndpoint,
};

/** The moderation endpoint answers no chat: the next review checks it. */
export const canBeChecked = (purpose: ModelPurpose): boolean => purpose !== "VETO";

export const serverFor = (purpose: ModelPurpose): ModelServer => servers[purpose]();

/** `api.openai.com`, `localhost:11434`: without path, user name and password. */
export const hostOf = ({ baseURL }: Pick<ModelServer, "baseURL">): string => new URL(baseURL).host;
