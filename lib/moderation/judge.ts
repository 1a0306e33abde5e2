import { createHash } from "node:crypto";

import { z } from "zod";

import { judgeServer } from "../ai/model-servers.ts";
import { env } from "../env.ts";
import { answerSchema } from "./answer-schema.ts";
import { loadWeights } from "./classifier/weights.ts";
import { builtInPolicy } from "./policy.ts";
import { judgeInstructions, judgePrompt } from "./prompt.ts";

/** Who said a verdict. Two that differ in any of these say different things of the same text, with another confidence. */
export type Judge = { model: string; modelHost: string; promptVersion: string };

/** The classifier, which judges where no model is configured. Nobody prompts it. */
export const builtInJudge = (): Judge => ({
  model: loadWeights().version,
  modelHost: "built-in",
  promptVersion: "none",
});

/** The judge that is asked from now on. */
export function currentJudge(): Judge {
  if (env().SORA_BUILT_IN_JUDGE) return builtInJudge();
  const { baseURL, model } = judgeServer();
  return { model, modelHost: new URL(baseURL).host, promptVersion: promptVersion() };
}

let known: string | undefined;

/** A name for all that every call tells the model, whatever the texts: the same in every server of one release. */
export const promptVersion = (): string => (known ??= readPromptVersion());

/**
 * Derived from what is sent, so that nobody can forget to raise it. The policy has a version of its own: the built-in one
 * stands for all here. Nothing that is drawn at random may be in it.
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
