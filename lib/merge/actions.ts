"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { action } from "../action.ts";
import { requireAdmin } from "../auth/viewer.ts";
import { mergeGyms } from "./merge-gyms.ts";
import { mergeTrainers } from "./merge-trainers.ts";

const formSchema = z.object({ fromId: z.guid(), intoId: z.guid() });

async function readMerge(form: FormData) {
  const viewer = await requireAdmin();
  const input = formSchema.safeParse(Object.fromEntries(form));
  if (!input.success) notFound();
  return { adminId: viewer.id, ...input.data };
}

export const mergeGymsAction = action([], async (form: FormData): Promise<void> => {
  const { adminId, fromId, intoId } = await readMerge(form);
  const merged = await mergeGyms({ adminId, gymId: fromId, intoId });
  if (!merged.ok) notFound();
  revalidatePath("/admin/gyms", "layout");
  redirect(`/admin/gyms/${merged.data.slug}?merged=1`);
});

export const mergeTrainersAction = action([], async (form: FormData): Promise<void> => {
  const { adminId, fromId, intoId } = await readMerge(form);
  const merged = await mergeTrainers({ adminId, trainerId: fromId, intoId });
  if (!merged.ok) notFound();
  revalidatePath("/admin/gyms", "layout");
  redirect(`/admin/gyms/${merged.data.gymSlug}/trainers/${merged.data.slug}?merged=1`);
});
