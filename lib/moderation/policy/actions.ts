"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";

import { action } from "../../action.ts";
import { requireAdmin } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { changedRules } from "./changes.ts";
import { currentPolicy } from "./data.ts";
import { discardDraft, findDraft, restoreDraftRule, saveDraftRule, seenWithoutDraft } from "./draft.ts";
import { publishPolicy } from "./publish.ts";
import {
  type PublishFormState,
  type RuleFormState,
  seenSchema,
  publishSchema,
  typedRuleSchema,
} from "./schema.ts";

const draftPath = "/admin/policy/draft";
const ruleFields = ["id", "titleKo", "textKo", "titleEn", "textEn", "forModel", "isOn"];

export const saveRuleAction = action([], async (_: RuleFormState, form: FormData): Promise<RuleFormState> => {
  const { id: adminId } = await requireAdmin();
  const typed = Object.fromEntries(form);
  const seen = seenSchema.safeParse(typed.seen);
  if (!seen.success) notFound();
  const values = typedValues(form, ...ruleFields);
  const rule = typedRuleSchema.safeParse(typed);
  if (!rule.success) return { fields: fieldErrors(rule.error), values };

  const isNew = typed.isNew === "1";
  const saved = await saveDraftRule({ adminId, seen: seen.data, rule: rule.data, isNew });
  if (saved.ok) redirect(draftPath);
  switch (saved.error) {
    case "NOT_FOUND":
      notFound();
    case "ID_TAKEN":
      return { fields: { id: "ID_TAKEN" }, values };
    case "FULL":
      return { error: "FULL", values };
    case "CHANGED": {
      const draft = await findDraft();
      const policy = await currentPolicy();
      const rules = draft?.rules ?? policy.rules;
      const theirs = rules.find(({ id }) => id === rule.data.id);
      const isOther = theirs && changedRules([theirs], [rule.data]).length > 0;
      return {
        conflict: { seen: draft?.seen ?? seenWithoutDraft(policy), saved: isOther ? theirs : null },
        values,
      };
    }
  }
});

export const restoreRuleAction = action([], async (form: FormData) => {
  const { id: adminId } = await requireAdmin();
  const seen = seenSchema.safeParse(form.get("seen"));
  const ruleId = form.get("id");
  if (!seen.success || typeof ruleId !== "string") notFound();
  const restored = await restoreDraftRule({ adminId, seen: seen.data, ruleId });
  if (!restored.ok && restored.error === "NOT_FOUND") notFound();
  redirect(restored.ok ? draftPath : `${draftPath}?changed=1`);
});

export const discardDraftAction = action([], async (form: FormData) => {
  await requireAdmin();
  const seen = seenSchema.safeParse(form.get("seen"));
  if (!seen.success) notFound();
  redirect((await discardDraft(seen.data)) ? "/admin/policy" : `${draftPath}?changed=1`);
});

export const publishPolicyAction = action(
  [],
  async (_: PublishFormState, form: FormData): Promise<PublishFormState> => {
    const { id: adminId } = await requireAdmin();
    const input = publishSchema.safeParse(Object.fromEntries(form));
    const values = typedValues(form, "note");
    if (!input.success) {
      const fields = fieldErrors<NonNullable<NonNullable<PublishFormState["fields"]>[string]>>(input.error);
      if ("seen" in fields) notFound();
      return { fields, values };
    }
    const published = await publishPolicy({ adminId, ...input.data });
    if (!published.ok) return { error: published.error, values };
    revalidatePath("/", "layout");
    redirect("/admin/policy");
  },
);
