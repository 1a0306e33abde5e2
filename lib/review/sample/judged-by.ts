import { builtInJudge, currentJudge } from "../../moderation/judge.ts";
import type { SampleStratum } from "./strata.ts";

/** Models and the built-in classifier are named differently wherever people read who judged. */
export type JudgedBy = "MODEL" | "CLASSIFIER" | "BOTH";

export const kindOfJudge = ({ modelHost }: Pick<SampleStratum, "modelHost">) =>
  modelHost === builtInJudge().modelHost ? "CLASSIFIER" : "MODEL";

/** Who said the verdicts of these strata; without any, the current judge. */
export function judgedBy(strata: readonly SampleStratum[]): JudgedBy {
  const kinds = new Set(strata.map(kindOfJudge));
  if (kinds.size > 1) return "BOTH";
  return [...kinds][0] ?? kindOfJudge(currentJudge());
}
