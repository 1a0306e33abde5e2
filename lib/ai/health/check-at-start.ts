import "server-only";

import { env } from "../../env.ts";
import { log } from "../../log/log.ts";
import { serverTraits } from "../wire/server-traits.ts";
import { askBriefly } from "./ask-briefly.ts";
import { checkModels } from "./check-models.ts";
import { canBeChecked, modelPurposes, serverFor } from "./model-purpose.ts";
import { startLine } from "./start-line.ts";

/**
 * Checks each configured model once and logs one record for each. Skips the sample model and the built-in
 * judge, which start with Sora. Never rejects; the start does not wait for it.
 */
export async function checkModelsAtStart(): Promise<void> {
  const { SORA_SAMPLE_MODEL, SORA_BUILT_IN_JUDGE } = env();
  const purposes = modelPurposes
    .filter(canBeChecked)
    .filter((purpose) => (purpose === "MODERATION" ? !SORA_BUILT_IN_JUDGE : !SORA_SAMPLE_MODEL));
  try {
    for (const checked of await checkModels(purposes, { isLogged: false })) {
      const note = startLine(serverFor(checked.purposes[0]!), checked);
      if (checked.answer.ok) log.info("model checked", { note });
      else log.warn("model checked", { note });
      if (!checked.answer.ok && checked.purposes.includes("REPLY")) learnLater();
    }
  } catch (error) {
    log.warn("models not checked", { error });
  }
}

const laterMs = 60_000;

/**
 * Repeats the check of the reply model until it answers. This process must learn how the model sends its
 * thoughts: what the job in check-models-job.ts learns stays in the one process that runs it.
 */
function learnLater(): void {
  const again = async () => {
    const server = serverFor("REPLY");
    if (serverTraits(server).beginsInThought !== null) return;
    const { ok } = await askBriefly(server, { learnsThoughts: true });
    if (!ok) learnLater();
  };
  setTimeout(() => void again(), laterMs).unref();
}
