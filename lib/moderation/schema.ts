import { z } from "zod";

import { countChars, writtenLine } from "../written-text.ts";
import { controlRuleIds } from "./control-items.ts";
import type { Rule } from "./policy.ts";

/** Codes, not sentences (messages: policy.errors). */
export type RuleFieldError = "MISSING" | "TOO_LONG" | "ID_INVALID" | "ID_TAKEN";

const code = (error: RuleFieldError) => ({ error });

const line = (maxChars: number) =>
  z
    .string(code("MISSING"))
    .transform(writtenLine)
    .refine((text) => text.length > 0, code("MISSING"))
    .refine((text) => countChars(text) <= maxChars, code("TOO_LONG"));

const wording = z.object({ title: line(40), text: line(300) });

/** A word for the model to answer with: "none" is its own, for no rule at all. */
const ruleId = z
  .string(code("MISSING"))
  .trim()
  .min(1, code("MISSING"))
  .max(40, code("TOO_LONG"))
  .regex(/^[a-z]+(-[a-z]+)*$/, code("ID_INVALID"))
  .refine((id) => id !== "none", code("ID_INVALID"));

const ruleSchema = z.object({
  id: ruleId,
  wording: z.object({ ko: wording, en: wording }),
  forModel: line(1000),
  isOff: z.boolean(),
}) satisfies z.ZodType<Rule>;

const maxRules = 40;

/** The rules of a policy as they are stored. */
export const rulesSchema = z.array(ruleSchema).min(1).max(maxRules);

/** Whether these rules can be published: every call of the model carries a text that breaks one of them. */
export const canControlJudge = (rules: Rule[]) =>
  rules.some(({ id, isOff }) => !isOff && controlRuleIds.includes(id));

/** How many rules there may be. */
export const isFull = (rules: Rule[]) => rules.length >= maxRules;

/** What a page showed of the draft, or that there was none (policy-draft.ts). */
export const seenSchema = z.string().regex(/^v\d+(\.\d+\.\d+)?$/);

/** A rule as it is typed. */
export const typedRuleSchema = z
  .object({
    id: ruleId,
    titleKo: wording.shape.title,
    textKo: wording.shape.text,
    titleEn: wording.shape.title,
    textEn: wording.shape.text,
    forModel: ruleSchema.shape.forModel,
    isOn: z.literal("on").optional(),
  })
  .transform(({ id, titleKo, textKo, titleEn, textEn, forModel, isOn }): Rule => ({
    id,
    wording: { ko: { title: titleKo, text: textKo }, en: { title: titleEn, text: textEn } },
    forModel,
    isOff: isOn === undefined,
  }));

/** What changed, and why: for the admins who come after. */
export const publishSchema = z.object({ seen: seenSchema, note: line(500) });

/** What the form of a rule shows after it was sent. */
export type RuleFormState = {
  fields?: Record<string, RuleFieldError | undefined>;
  values?: Record<string, string>;
  /** Somebody saved meanwhile: what is to be seen now, and the rule as the draft has it, if that is not what was typed. */
  conflict?: { seen: string; saved: Rule | null };
  error?: "FULL";
};

export type PublishFormState = {
  fields?: Record<string, RuleFieldError | undefined>;
  values?: Record<string, string>;
  error?: "CHANGED" | "NO_CONTROL";
};
