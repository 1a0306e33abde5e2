"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { action } from "../action.ts";
import { requireAdmin } from "../auth/viewer.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { changeRole } from "./people-roles.ts";
import {
  memberIdSchema,
  roleFormSchema,
  suspensionRuleSchema,
  suspensionSchema,
  type SuspensionError,
  type SuspensionFormState,
} from "./people-schema.ts";
import { restoreReviewing, suspendReviewing } from "./people-suspension.ts";

/**
 * No page offers a refused change (one's own role, an unknown member, an admin demoted since), so it is answered as a
 * missing page.
 */
export const changeRoleAction = action([], async (form: FormData): Promise<void> => {
  const viewer = await requireAdmin();
  const input = roleFormSchema.safeParse(Object.fromEntries(form));
  if (!input.success) notFound();
  const changed = await changeRole({ adminId: viewer.id, ...input.data });
  if (!changed.ok) notFound();
  revalidatePath("/admin/people", "layout");
});

export const suspendReviewingAction = action(
  [],
  async (_: SuspensionFormState, form: FormData): Promise<SuspensionFormState> => {
    const viewer = await requireAdmin();
    const memberId = memberIdSchema.safeParse(form.get("memberId"));
    if (!memberId.success) notFound();
    const values = typedValues(form, "for", "until", "rule");
    const until = suspensionSchema(viewer.timeZone).safeParse(Object.fromEntries(form));
    if (!until.success) return { fields: fieldErrors<SuspensionError>(until.error), values };

    const suspended = await suspendReviewing({
      adminId: viewer.id,
      memberId: memberId.data,
      until: until.data,
      rule: suspensionRuleSchema.parse(form.get("rule")),
    });
    if (!suspended.ok)
      return suspended.error === "RULE_MISSING" ? { fields: { rule: suspended.error }, values } : notFound();
    // The people's pages and the queue.
    revalidatePath("/admin", "layout");
    return { isDone: true };
  },
);

export const restoreReviewingAction = action([], async (form: FormData): Promise<void> => {
  const viewer = await requireAdmin();
  const memberId = memberIdSchema.safeParse(form.get("memberId"));
  if (!memberId.success) notFound();
  const restored = await restoreReviewing({ adminId: viewer.id, memberId: memberId.data });
  if (!restored.ok) notFound();
  revalidatePath("/admin", "layout");
});
