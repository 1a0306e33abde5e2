"use server";

import { typedValues } from "../auth/form-state.ts";
import { requireViewer } from "../auth/viewer.ts";
import { hourlyLimit } from "../rate-limit.ts";
import { findGym } from "./gym-data.ts";
import { gymFieldErrors, suggestionSchema, type GymFormState } from "./gym-schema.ts";
import { createSuggestion } from "./suggestion-data.ts";

const suggestionsPerMember = hourlyLimit("gym-suggestion", () => 10);

export async function suggestGymAction(_: GymFormState, form: FormData): Promise<GymFormState> {
  const viewer = await requireViewer();
  const values = typedValues(form, "text");
  const input = suggestionSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { fields: gymFieldErrors(input.error), values };

  const taken = await suggestionsPerMember.take(viewer.id);
  if (!taken.ok) return { retryAfterSeconds: taken.retryAfterSeconds, values };

  const gym = await findGym(input.data.gym);
  const about = gym ? `${gym.name} (/gyms/${gym.slug})\n` : "";
  await createSuggestion({ authorId: viewer.id, text: about + input.data.text });
  return { isDone: true };
}
