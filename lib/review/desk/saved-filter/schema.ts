import { z } from "zod";

import { countChars, hasWords, writtenLine } from "../../../written-text.ts";

/** For each moderator. In a longer list nobody finds a filter. */
export const maxSavedFilters = 20;
export const maxFilterNameChars = 40;

export type FilterNameError = "NAME_MISSING" | "NAME_TOO_LONG" | "NAME_TAKEN";
export type SavedFilterError = "NOT_FOUND" | "FULL";

const code = (error: FilterNameError) => ({ error });

const nameSchema = z
  .string()
  .catch("")
  .transform(writtenLine)
  .refine(hasWords, code("NAME_MISSING"))
  .refine((name) => countChars(name) <= maxFilterNameChars, code("NAME_TOO_LONG"));

/** `here`: the queue's URL with the filters. */
export const newFilterSchema = z.object({ name: nameSchema, here: z.string().max(2_000) });

export const renamedFilterSchema = z.object({ id: z.guid(), name: nameSchema });

export const filterIdSchema = z.object({ id: z.guid() });
