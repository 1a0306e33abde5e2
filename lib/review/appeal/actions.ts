"use server";

import { redirect } from "next/navigation";

import { action } from "../../action.ts";
import { nextPathOf } from "../../auth/next-path.ts";
import { getSender, requireModerator } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { answerModerator, askAuthor } from "./messages.ts";
import { type MessageFormState, appealMessageSchema } from "./schema.ts";

export const askAuthorAction = action(
  [],
  async (_: MessageFormState, form: FormData): Promise<MessageFormState> => {
    const { id: moderatorId } = await requireModerator();
    const input = appealMessageSchema.safeParse(Object.fromEntries(form));
    const values = typedValues(form, "text");
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const { appeal: appealId, text } = input.data;
    const asked = await askAuthor({ moderatorId, appealId, text });
    if (!asked.ok) return { form: asked, values };
    redirect(nextPathOf(form, `/admin/appeals/${appealId}`));
  },
);

export const answerModeratorAction = action(
  [],
  async (_: MessageFormState, form: FormData): Promise<MessageFormState> => {
    const viewer = await getSender(form);
    const values = typedValues(form, "text", "member");
    if (!viewer) return { form: { error: "SIGNED_OUT" }, values };
    const input = appealMessageSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const { appeal: appealId, text } = input.data;
    const answered = await answerModerator({ authorId: viewer.id, appealId, text });
    if (!answered.ok) return { form: answered, values };
    redirect(nextPathOf(form, "/me/reviews"));
  },
);
