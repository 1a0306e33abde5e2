import { z } from "zod";

import { countChars, writtenLine } from "../../written-text.ts";
import { controlRuleIds } from "./control-items.ts";
import type { Rule } from "./rules.ts";

export type RuleFieldError = "MISSING" | "TOO_LONG" | "ID_INVALID" | "ID_TAKEN";

const code = (error: RuleFieldError) => ({ error });

const line = (maxChars: number) =>
  z
    .string(code("MISSING"))
    .transform(writtenLine)
    .refine((text) => text.length > 0, code("MISSING"))
    .refine((text) => countChars(text) <= maxChars, code("TOO_LONG"));

const wording = z.object({ title: line(40), text: line(300) });

/** "none" is the model's answer for no rule. */
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

export const rulesSchema = z.array(ruleSchema).min(1).max(maxRules);

/** Every model call needs a control text that breaks an active rule. */
export const canControlJudge = (rules: Rule[]) =>
  rules.some(({ id, isOff }) => !isOff && controlRuleIds.includes(id));

export const isFull = (rules: Rule[]) => rules.length >= maxRules;

export const seenSchema = z.string().regex(/^v\d+(\.\d+\.\d+)?$/);

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

export const publishSchema = z.object({ seen: seenSchema, note: line(500) });

export type RuleFormState = {
  fields?: Record<string, RuleFieldError | undefined>;
  values?: Record<string, string>;
  /** Set when another admin has saved: the new `seen`, and their rule if it differs from the typed one. */
  conflict?: { seen: string; saved: Rule | null };
  error?: "FULL";
};

export type PublishFormState = {
  fields?: Record<string, RuleFieldError | undefined>;
  values?: Record<string, string>;
  error?: "CHANGED" | "NO_CONTROL";
};
