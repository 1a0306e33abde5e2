import { env } from "../../env.ts";
import type { FailureCause } from "../failure-cause.ts";
import type { ModelPurpose } from "./model-purpose.ts";

export function settingToRepair(purpose: ModelPurpose, cause: FailureCause): string | null {
  const { MODERATION_BASE_URL, MODERATION_API_KEY } = env();
  const isJudge = purpose === "MODERATION" || purpose === "VETO";
  switch (cause) {
    case "KEY_REFUSED":
      return isJudge && (MODERATION_API_KEY || MODERATION_BASE_URL) ? "MODERATION_API_KEY" : "OPENAI_API_KEY";
    case "WRONG_ADDRESS":
    case "TLS":
      return isJudge && MODERATION_BASE_URL ? "MODERATION_BASE_URL" : "OPENAI_BASE_URL";
    case "MODEL_UNKNOWN":
      if (purpose === "VETO") return "MODERATION_ENDPOINT";
      return purpose === "REPLY" || (purpose === "SUMMARY" && MODERATION_BASE_URL)
        ? "OPENAI_REPLY_MODEL"
        : "OPENAI_MODERATION_MODEL";
    default:
      return null;
  }
}
