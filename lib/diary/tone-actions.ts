"use server";

import { cookies } from "next/headers";
import { action } from "../action.ts";
import { requireViewer } from "../auth/viewer.ts";
import type { FormState } from "../web/form-state.ts";
import { saveDefaultTone } from "./default-tone.ts";
import { isTone, toneCookie } from "./tone-choice.ts";

/** Field: `tone`. Deletes the cookie, so that this browser also starts with the new default. */
export const saveDefaultToneAction = action([], async (_: FormState, form: FormData): Promise<FormState> => {
  const viewer = await requireViewer();
  const tone = form.get("tone");
  if (!isTone(tone)) return {};
  await saveDefaultTone(viewer.id, tone);
  (await cookies()).delete(toneCookie);
  return { isDone: true };
});
