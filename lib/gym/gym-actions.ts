"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { action } from "../action.ts";
import { requireAdmin } from "../auth/viewer.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { createGym, createTrainer, findGym, findTrainer, updateGym, updateTrainer } from "./gym-data.ts";
import {
  gymSchema,
  newGymSchema,
  newTrainerSchema,
  slugSchema,
  trainerSchema,
  type GymFormState,
} from "./gym-schema.ts";
import { isReservedSlug, randomSlug, slugOf } from "./gym-slug.ts";
import { closeSuggestion } from "./suggestion-data.ts";

const gymFields = [
  "name",
  "nameEn",
  "district",
  "districtEn",
  "address",
  "addressEn",
  "nearby",
  "nearbyEn",
  "slug",
];
const trainerFields = ["name", "nameEn", "specialty", "specialtyEn", "slug"];

export const createGymAction = action([], async (_: GymFormState, form: FormData): Promise<GymFormState> => {
  const viewer = await requireAdmin();
  const values = typedValues(form, ...gymFields);
  const input = newGymSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { fields: fieldErrors(input.error), values };

  const slug = chosenSlug("gym", input.data);
  const created = await createGym({ ...input.data, slug, adminId: viewer.id });
  if (!created.ok && created.error === "NOT_FOUND") notFound();
  if (!created.ok) return { fields: { slug: created.error }, values: { ...values, slug } };
  redirect(`/admin/gyms/${slug}`);
});

export const updateGymAction = action(
  [slugSchema],
  async (gymSlug: string, _: GymFormState, form: FormData): Promise<GymFormState> => {
    const viewer = await requireAdmin();
    const gym = await findGym(gymSlug);
    if (!gym) notFound();

    const input = gymSchema.safeParse(Object.fromEntries(form));
    const values = typedValues(form, ...gymFields);
    if (!input.success) return { fields: fieldErrors(input.error), values };

    if (!(await updateGym(gym.id, { ...input.data, adminId: viewer.id }))) notFound();
    revalidatePath("/admin/gyms");
    return { isDone: true, values };
  },
);

export const createTrainerAction = action(
  [slugSchema],
  async (gymSlug: string, _: GymFormState, form: FormData): Promise<GymFormState> => {
    const viewer = await requireAdmin();
    const gym = await findGym(gymSlug);
    if (!gym) notFound();

    const values = typedValues(form, ...trainerFields);
    const input = newTrainerSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const slug = chosenSlug("trainer", input.data);
    const created = await createTrainer(gym, { ...input.data, slug, adminId: viewer.id });
    if (!created.ok && created.error === "NOT_FOUND") notFound();
    if (!created.ok) return { fields: { slug: created.error }, values: { ...values, slug } };
    redirect(`/admin/gyms/${gymSlug}`);
  },
);

export const updateTrainerAction = action(
  [slugSchema, slugSchema],
  async (gymSlug: string, trainerSlug: string, _: GymFormState, form: FormData): Promise<GymFormState> => {
    const viewer = await requireAdmin();
    const found = await findTrainer(gymSlug, trainerSlug);
    if (!found) notFound();

    const values = typedValues(form, ...trainerFields);
    const input = trainerSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    if (!(await updateTrainer(found.trainer.id, { ...input.data, adminId: viewer.id }))) notFound();
    revalidatePath(`/admin/gyms/${gymSlug}`);
    return { isDone: true, values };
  },
);

export const closeSuggestionAction = action([], async (form: FormData) => {
  const viewer = await requireAdmin();
  const id = z.guid().safeParse(form.get("id"));
  if (!id.success) notFound();
  await closeSuggestion(id.data, viewer.id);
  revalidatePath("/admin/gyms");
});

/** As typed, else from the English name. If that is empty or reserved: a random one. */
function chosenSlug(kind: "gym" | "trainer", input: { slug: string; name: string; nameEn: string | null }) {
  const slug = input.slug || slugOf(input.nameEn ?? input.name);
  return slug && !isReservedSlug(slug) ? slug : randomSlug(kind);
}
