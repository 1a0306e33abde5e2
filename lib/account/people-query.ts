import { z } from "zod";
import { cursorSchema, cursorText, searchSchema } from "../web/list-query.ts";

export const peopleGroups = ["everyone", "team", "suspended"] as const;
export type PeopleGroup = (typeof peopleGroups)[number];

export const peopleQuerySchema = z.object({
  q: searchSchema,
  group: z.enum(peopleGroups).catch("everyone"),
  after: cursorSchema,
});

export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

export function peopleHref({ q, group, after }: Partial<PeopleQuery>) {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (group && group !== "everyone") params.set("group", group);
  if (after) params.set("after", cursorText(after));
  return params.size > 0 ? `/admin/people?${params}` : "/admin/people";
}
