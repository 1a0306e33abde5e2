import { z } from "zod";
import { searchSchema } from "../web/list-query.ts";
import { writtenLine } from "../written-text.ts";

export const gymSorts = ["rating", "reviews", "newest", "name"] as const;
export type GymSort = (typeof gymSorts)[number];

/** Invalid values count as absent: people type, cut and share URLs. */
export const gymListQuerySchema = z.object({
  q: searchSchema,
  district: z.string().max(120).catch("").transform(writtenLine),
  sort: z.enum(gymSorts).catch("rating"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type GymListQuery = z.infer<typeof gymListQuerySchema>;

export function gymListHref(path: string, query: Partial<GymListQuery>) {
  const { q = "", district = "", sort = "rating", page = 1 } = query;
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (district) params.set("district", district);
  if (sort !== "rating") params.set("sort", sort);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `${path}?${params}` : path;
}
