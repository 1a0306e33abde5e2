import { builtInJudge, currentJudge } from "../../moderation/judge.ts";
import type { SampleStratum } from "./strata.ts";

export type JudgedBy = "MODEL" | "CLASSIFIER" | "BOTH";

export const kindOfJudge = ({ modelHost }: Pick<SampleStratum, "modelHost">) =>
  modelHost === builtInJudge().modelHost ? "CLASSIFIER" : "MODEL";

export function judgedBy(strata: readonly SampleStratum[]): JudgedBy {
  const kinds = new Set(strata.map(kindOfJudge));
  if (kinds.size > 1) return "BOTH";
  return [...kinds][0] ?? kindOfJudge(currentJudge());
}
