import {
  type ModelServer,
  judgeServer,
  moderationEndpoint,
  replyServer,
  summaryServer,
} from "../model-servers.ts";

export const modelPurposes = ["REPLY", "MODERATION", "SUMMARY", "VETO"] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

const servers: Record<ModelPurpose, () => ModelServer> = {
  REPLY: replyServer,
  MODERATION: judgeServer,
  SUMMARY: summaryServer,
  VETO: moderationEndpoint,
};

/** The moderation endpoint has no chat completions. Its next use for a review checks it. */
export const canBeChecked = (purpose: ModelPurpose): boolean => purpose !== "VETO";

export const serverFor = (purpose: ModelPurpose): ModelServer => servers[purpose]();

export const hostOf = ({ baseURL }: Pick<ModelServer, "baseURL">): string => new URL(baseURL).host;
