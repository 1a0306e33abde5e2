"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";

import { action } from "../action.ts";
import { nextPathOf } from "../auth/next-path.ts";
import { getSender, requireViewer } from "../auth/viewer.ts";
import { env } from "../env.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { subjectPath } from "../gym/gym-paths.ts";
import { slugSchema } from "../gym/gym-schema.ts";
import { appealRejection } from "./appeal/appeal-rejection.ts";
import { deleteReview } from "./delete-review.ts";
import { moderateSoon } from "./judging/judge-waiting.ts";
import { appealSchema, type ReviewFormState, reviewDraftSchema } from "./schema.ts";
import { submitReview } from "./submit-review.ts";

export const submitReviewAction = action(
  [slugSchema],
  async (gymSlug: string, _: ReviewFormState, form: FormData): Promise<ReviewFormState> => {
    const values = typedValues(form, "stars", "body", "trainer", "base", "member");
    const viewer = await getSender(form);
    if (!viewer) return { form: { error: "SIGNED_OUT" }, values };
    const input = reviewDraftSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const { trainer: trainerSlug, ...draft } = input.data;
    const submitted = await submitReview({ authorId: viewer.id, gymSlug, trainerSlug, ...draft });
    if (!submitted.ok) {
      const { error, ...more } = submitted;
      if (error === "CONFLICT" || error === "SUSPENDED") return { form: { error }, values, ...more };
      return { form: { error, ...more }, values };
    }
    // Speed only: the job that was queued with the review judges it in any case.
    if (env().MODERATION_AFTER_RESPONSE) after(moderateSoon);
    redirect(subjectPath(gymSlug, trainerSlug));
  },
);

export const deleteReviewAction = action(
  [z.guid()],
  async (reviewId: string, form: FormData): Promise<void> => {
    const viewer = await requireViewer();
    await deleteReview({ authorId: viewer.id, reviewId });
    redirect(nextPathOf(form, "/me/reviews"));
  },
);

export const appealAction = action(
  [z.guid()],
  async (verdictId: string, _: ReviewFormState, form: FormData): Promise<ReviewFormState> => {
    const values = typedValues(form, "text", "member");
    const viewer = await getSender(form);
    if (!viewer) return { form: { error: "SIGNED_OUT" }, values };
    const input = appealSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const appealed = await appealRejection({ authorId: viewer.id, verdictId, text: input.data.text });
    if (!appealed.ok) return { form: appealed, values };
    redirect(nextPathOf(form, "/me/reviews"));
  },
);
