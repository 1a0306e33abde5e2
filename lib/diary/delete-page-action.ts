"use server";

import { revalidatePath } from "next/cache";
import { action } from "../action.ts";
import { requireReader } from "../auth/viewer.ts";
import { deleteEntry } from "./entry-data.ts";
import { dateSchema } from "./schema.ts";

/** Plain form. Suspended members may also delete their pages. */
export const deletePageAction = action([], async (form: FormData): Promise<void> => {
  const reader = await requireReader();
  const date = dateSchema.safeParse(form.get("date"));
  if (date.success) await deleteEntry({ authorId: reader.id, date: date.data });
  revalidatePath("/diary", "layout");
});
