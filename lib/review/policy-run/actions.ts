"use server";

import { getLocale } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { action } from "../../action.ts";
import { requireAdmin } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { findChosenGym } from "../../gym/gym-choice.ts";
import { cancelRun, pauseRun, resumeRun } from "./control.ts";
import { type StartFormState, rejudgeFormSchema, resumeFormSchema, trialFormSchema } from "./schema.ts";
import { startRejudge, startTrial } from "./start.ts";

const pathOf = (runId: string) => `/admin/policy/runs/${runId}`;

const invalidFields = (error: z.ZodError): StartFormState["fields"] =>
  Object.fromEntries(Object.keys(fieldErrors(error)).map((name) => [name, "INVALID"]));

export const startTrialAction = action(
  [],
  async (_: StartFormState, form: FormData): Promise<StartFormState> => {
    const { id: adminId } = await requireAdmin();
    const values = typedValues(form, "size", "callBudget");
    const input = trialFormSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: invalidFields(input.error), values };
    const started = await startTrial({ adminId, ...input.data });
    if (!started.ok) return { error: started.error, values };
    redirect(pathOf(started.data.runId));
  },
);

export const startRejudgeAction = action(
  [],
  async (_: StartFormState, form: FormData): Promise<StartFormState> => {
    const { id: adminId, timeZone } = await requireAdmin();
    const values = typedValues(form, "from", "to", "rule", "gym", "callBudget");
    const input = rejudgeFormSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: invalidFields(input.error), values };
    const typed = input.data.gym;
    const chosen = typed === null ? null : await findChosenGym(typed, await getLocale());
    if (typed !== null && !chosen) return { fields: { gym: "GYM_UNKNOWN" }, values };
    if (chosen && "choices" in chosen)
      return { fields: { gym: "GYM_SEVERAL" }, values, gyms: chosen.choices };
    const gym = chosen?.slug ?? null;
    const started = await startRejudge({ adminId, timeZone, ...input.data, gym });
    if (!started.ok) return { error: started.error, values };
    redirect(pathOf(started.data.runId));
  },
);

export const pauseRunAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const runId = runIdOf(form);
  await pauseRun({ adminId, runId });
  redirect(pathOf(runId));
});

export const cancelRunAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const runId = runIdOf(form);
  await cancelRun({ adminId, runId });
  redirect(pathOf(runId));
});

export const resumeRunAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const input = resumeFormSchema.safeParse(Object.fromEntries(form));
  if (!input.success) redirect(`${pathOf(runIdOf(form))}?problem=calls`);
  const resumed = await resumeRun({ adminId, ...input.data });
  const isBusy = !resumed.ok && resumed.error === "RUNNING";
  redirect(`${pathOf(input.data.runId)}${isBusy ? "?problem=busy" : ""}`);
});

function runIdOf(form: FormData): string {
  const runId = z.guid().safeParse(form.get("runId"));
  return runId.success ? runId.data : notFound();
}
