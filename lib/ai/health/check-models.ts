import "server-only";

import { pool } from "../../db.ts";
import { type BriefAnswer, askBriefly } from "./ask-briefly.ts";
import { type ModelPurpose, serverFor } from "./model-purpose.ts";
import { noteFailedCall, recordAnsweredCall, recordFailedCall, writeCallRecords } from "./record-call.ts";

export type CheckedServer = { purposes: ModelPurpose[]; answer: BriefAnswer };

function groupByServer(purposes: readonly ModelPurpose[]): ModelPurpose[][] {
  return [...Map.groupBy(purposes, (purpose) => JSON.stringify(serverFor(purpose))).values()];
}

export async function checkModels(
  purposes: readonly ModelPurpose[],
  { isLogged, waitMs }: { isLogged: boolean; waitMs?: number | undefined },
): Promise<CheckedServer[]> {
  const checked = await Promise.all(
    groupByServer(purposes).map(async (group) => {
      const learnsThoughts = group.includes("REPLY");
      const answer = await askBriefly(serverFor(group[0]!), { waitMs, learnsThoughts });
      return { purposes: group, answer };
    }),
  );
  for (const { purposes: group, answer } of checked) {
    for (const purpose of group) {
      if (answer.ok) recordAnsweredCall(purpose, answer.ms);
      else if (isLogged && purpose === group[0]) recordFailedCall(purpose, answer.failure, answer.ms);
      else noteFailedCall(purpose, answer.failure, purpose === group[0]);
    }
  }
  await writeCallRecords();
  return checked;
}

/** Longer than any range of the metrics page. */
const keptDays = 120;

export async function forgetOldFailures(): Promise<void> {
  await pool.query("DELETE FROM model_call_failure WHERE failed_at < now() - $1 * interval '1 day'", [
    keptDays,
  ]);
}
