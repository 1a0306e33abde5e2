"use server";

import { action } from "../action.ts";
import { signOutAction } from "../auth/actions.ts";
import { getReader, requireViewer } from "../auth/viewer.ts";
import type { FormState } from "../web/form-state.ts";
import { leaveBrowser } from "./leave-browser.ts";
import { savePushKinds } from "./push-data.ts";
import { noticeKinds } from "./schema.ts";

export const savePushKindsAction = action([], async (_: FormState, form: FormData): Promise<FormState> => {
  const viewer = await requireViewer();
  const chosen = form.getAll("kind");
  await savePushKinds({ memberId: viewer.id, wanted: noticeKinds.filter((kind) => chosen.includes(kind)) });
  return { isDone: true };
});

export const signOutHereAction = action([], async (form: FormData): Promise<void> => {
  const viewer = await getReader();
  const endpoint = form.get("pushEndpoint");
  if (viewer)
    await leaveBrowser({ memberId: viewer.id, endpoint: typeof endpoint === "string" ? endpoint : "" });
  await signOutAction();
});
