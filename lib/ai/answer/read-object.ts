import type { z } from "zod";

import { readJson } from "./read-json.ts";

export type ReadAnswer<T> = (text: string) => T | null;

/**
 * Returns the last value of the answer that fits the schema: a model that drafts puts its final answer last.
 */
export function readObject<T>(schema: z.ZodType<T>): ReadAnswer<T> {
  return (text) => {
    for (const values of readJson(text)) {
      for (const value of values.toReversed()) {
        const { success, data } = schema.safeParse(value);
        if (success) return data;
      }
    }
    return null;
  };
}
