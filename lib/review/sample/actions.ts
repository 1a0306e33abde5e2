"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { activeRules } from "../../moderation/policy/rules.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { judgeSampleItem, takeBackLastJudgement } from "./blind-sample.ts";

const judgementSchema = z.union([
  z
    .object({ verdictId: z.guid(), rule: z.string() })
    .transform((input) => ({ ...input, decision: "REJECT" as const })),
  z
    .object({ verdictId: z.guid(), decision: z.enum(["APPROVE", "HOLD"]) })
    .transform((input) => ({ ...input, rule: null })),
]);

/** A verdict that can no longer be judged, because it was decided again, is skipped without an error. */
export const judgeSampleAction = action([], async (form: FormData) => {
  const viewer = await requireModerator();
  const input = judgementSchema.safeParse(Object.fromEntries(form));
  const rules = activeRules(await currentPolicy());
  if (!input.success) notFound();
  const { rule } = input.data;
  if (rule !== null && !rules.some(({ id }) => id === rule)) notFound();

  await judgeSampleItem({ moderatorId: viewer.id, ...input.data });
  revalidatePath("/admin/sample");
});

export const takeBackJudgementAction = action([], async () => {
  const viewer = await requireModerator();
  await takeBackLastJudgement(viewer.id);
  revalidatePath("/admin/sample");
});
