import { createHash } from "node:crypto";

import { z } from "zod";

import { judgeServer } from "../ai/model-servers.ts";
import { env } from "../env.ts";
import { answerSchema } from "./answer-schema.ts";
import { loadWeights } from "./classifier/weights.ts";
import { builtInPolicy } from "./policy/rules.ts";
import { judgeInstructions, judgePrompt } from "./prompt.ts";

/**
 * Verdicts are comparable only within one judge: judges that differ in any field decide and rate their confidence
 * differently.
 */
export type Judge = { model: string; modelHost: string; promptVersion: string };

export const builtInJudge = (): Judge => ({
  model: loadWeights().version,
  modelHost: "built-in",
  promptVersion: "none",
});

export function currentJudge(): Judge {
  if (env().SORA_BUILT_IN_JUDGE) return builtInJudge();
  const { baseURL, model } = judgeServer();
  return { model, modelHost: new URL(baseURL).host, promptVersion: promptVersion() };
}

let known: string | undefined;

export const promptVersion = (): string => (known ??= readPromptVersion());

/**
 * A hash of the prompt, so that every change of the prompt changes it. Always uses the built-in policy: policies have
 * their own version. The input must contain no random value.
 */
export function readPromptVersion(): string {
  const items = [{ id: "id", text: "text" }];
  const told = [
    judgeInstructions(builtInPolicy),
    judgePrompt(items, "delimiter"),
    JSON.stringify(z.toJSONSchema(answerSchema(builtInPolicy))),
  ];
  return createHash("sha256").update(told.join("\0")).digest("hex").slice(0, 12);
}
