"use server";

import { revalidatePath } from "next/cache";

import { action } from "../../../action.ts";
import { requireModerator } from "../../../auth/viewer.ts";
import { type FormState, fieldErrors, typedValues } from "../../../web/form-state.ts";
import { queuePath } from "../queue-query.ts";
import { deleteFilter, renameFilter, saveFilter } from "./data.ts";
import {
  type FilterNameError,
  type SavedFilterError,
  filterIdSchema,
  newFilterSchema,
  renamedFilterSchema,
} from "./schema.ts";

type FilterState = FormState<FilterNameError, SavedFilterError>;

export const saveFilterAction = action([], async (_: FilterState, form: FormData): Promise<FilterState> => {
  const { id: moderatorId } = await requireModerator();
  const input = newFilterSchema.safeParse(Object.fromEntries(form));
  const values = typedValues(form, "name");
  if (!input.success) return { fields: fieldErrors<FilterNameError>(input.error), values };
  return shown(await saveFilter({ moderatorId, ...input.data }), values);
});

export const renameFilterAction = action([], async (_: FilterState, form: FormData): Promise<FilterState> => {
  const { id: moderatorId } = await requireModerator();
  const input = renamedFilterSchema.safeParse(Object.fromEntries(form));
  const values = typedValues(form, "name");
  if (!input.success) {
    const { name } = fieldErrors<FilterNameError>(input.error);
    return name ? { fields: { name }, values } : { form: { error: "NOT_FOUND" }, values };
  }
  return shown(await renameFilter({ moderatorId, ...input.data }), values);
});

export const deleteFilterAction = action([], async (form: FormData): Promise<void> => {
  const { id: moderatorId } = await requireModerator();
  const input = filterIdSchema.safeParse(Object.fromEntries(form));
  if (input.success) await deleteFilter({ moderatorId, ...input.data });
  revalidatePath(queuePath);
});

function shown(
  done: { ok: true } | { ok: false; error: "NAME_TAKEN" | SavedFilterError },
  values: Record<string, string>,
): FilterState {
  if (!done.ok)
    return done.error === "NAME_TAKEN"
      ? { fields: { name: done.error }, values }
      : { form: { error: done.error }, values };
  revalidatePath(queuePath);
  return { isDone: true };
}
