import "server-only";

import { env } from "../../env.ts";
import { log } from "../../log/log.ts";
import { serverTraits } from "../wire/server-traits.ts";
import { askBriefly } from "./ask-briefly.ts";
import { checkModels } from "./check-models.ts";
import { canBeChecked, modelPurposes, serverFor } from "./model-purpose.ts";
import { startLine } from "./start-line.ts";

/**
 * Checks each configured model once and prints one line for each. Skips the sample model, which starts with Sora. Never
 * rejects; the start does not wait for it.
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
 * Asks the model of replies again until it answers, to know how it sends its thoughts: what the job finds out
 * (check-models-job.ts) is known to the one server that it runs on.
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
