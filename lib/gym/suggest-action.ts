"use server";

import { action } from "../action.ts";
import { getViewer } from "../auth/viewer.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { hourlyLimit } from "../rate-limit.ts";
import { findGym } from "./gym-data.ts";
import { suggestionSchema, type GymFormState } from "./gym-schema.ts";
import { createSuggestion } from "./suggestion-data.ts";

const suggestionsPerMember = hourlyLimit("gym-suggestion", () => 10);

export const suggestGymAction = action([], async (_: GymFormState, form: FormData): Promise<GymFormState> => {
  const values = typedValues(form, "text");
  const viewer = await getViewer();
  if (!viewer) return { form: { error: "SIGNED_OUT" }, values };
  const input = suggestionSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { fields: fieldErrors(input.error), values };

  const taken = await suggestionsPerMember.take(viewer.id);
  if (!taken.ok) return { form: taken, values };

  const gym = await findGym(input.data.gym);
  const about = gym ? `${gym.name} (/gyms/${gym.slug})\n` : "";
  await createSuggestion({ authorId: viewer.id, text: about + input.data.text });
  return { isDone: true };
});
