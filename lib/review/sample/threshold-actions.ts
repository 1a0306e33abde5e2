"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { action } from "../../action.ts";
import { requireAdmin } from "../../auth/viewer.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { setThreshold, undoThreshold } from "../../moderation/thresholds/set-threshold.ts";
import { measureThresholds, readMeasured } from "./measured-thresholds.ts";

const metricsPath = "/admin/metrics";
const proposalSchema = z.object({
  rule: z.string().transform((text) => text || null),
  value: z.coerce.number(),
  promptVersion: z.string(),
});

/** Sets the proposed value only if the sample still proposes it, for the current judge. */
export const setThresholdAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const input = proposalSchema.safeParse(Object.fromEntries(form));
  if (!input.success) notFound();
  const { rule, value, promptVersion } = input.data;
  const judge = currentJudge();
  const measured = (await measureThresholds(await readMeasured())).find((one) => one.rule === rule);
  const proposal = measured?.proposal;
  if (proposal?.kind !== "VALUE" || proposal.value !== value || judge.promptVersion !== promptVersion)
    redirect(`${metricsPath}?threshold=changed#thresholds`);

  const { drawn: judged, share: agreement, low: atLeast } = proposal.agreement;
  await setThreshold({ adminId, judge, rule, value, evidence: { judged, agreement, atLeast } });
  revalidatePath(metricsPath);
});

export const undoThresholdAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const id = z.guid().safeParse(form.get("id"));
  if (!id.success) notFound();
  await undoThreshold({ adminId, id: id.data });
  revalidatePath(metricsPath);
});
