import { z } from "zod";
import { type ListCursor, cursorSchema, cursorText } from "../../web/list-query.ts";

export const appealStates = ["open", "decided"] as const;
export type AppealState = (typeof appealStates)[number];

/** Invalid values count as absent. */
export const appealQuerySchema = z.object({
  state: z.enum(appealStates).catch("open"),
  after: cursorSchema,
});

export const appealsPath = "/admin/appeals";

export function appealsHref({ state, after }: { state: AppealState; after?: ListCursor | undefined }) {
  const params = new URLSearchParams();
  if (state !== "open") params.set("state", state);
  if (after) params.set("after", cursorText(after));
  return params.size > 0 ? `${appealsPath}?${params}` : appealsPath;
}
