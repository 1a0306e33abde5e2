import type { startModelServer } from "./server.ts";

const defaultModelPort = "4010";

export function modelSettings(
  env: Record<string, string | undefined>,
): Parameters<typeof startModelServer>[0] {
  return {
    port: Number(env.MODEL_PORT || defaultModelPort),
    delay: Number(env.MODEL_FIRST_TOKEN_MS || 200),
    rate: Number(env.MODEL_TOKENS_PER_SECOND || 40),
  };
}
