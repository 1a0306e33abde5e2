"use server";

import { redirect } from "next/navigation";

import { action } from "../../action.ts";
import { getSender } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { activeRules } from "../../moderation/policy/rules.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { type ReportFormState, reportSchema } from "./schema.ts";
import { reportReview } from "./report-review.ts";

export const reportReviewAction = action(
  [],
  async (_: ReportFormState, form: FormData): Promise<ReportFormState> => {
    const values = typedValues(form, "reason", "text", "member");
    const viewer = await getSender(form);
    if (!viewer) return { form: { error: "SIGNED_OUT" }, values };
    const input = reportSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };
    const { review: reviewId, revision: revisionId, reason, text } = input.data;
    const rules = activeRules(await currentPolicy());
    if (!rules.some(({ id }) => id === reason)) return { fields: { reason: "REASON_MISSING" }, values };

    const reported = await reportReview({ reporterId: viewer.id, reviewId, revisionId, reason, text });
    if (!reported.ok) return { form: reported, values };
    redirect(`/me/reports?sent=${reported.data.reportId}`);
  },
);
