import { z } from "zod";
import { type ListCursor, cursorText, parseCursor } from "../web/list-query.ts";
import { sentenceKeyPattern } from "./summary/sentence-key.ts";

export const reviewOrders = ["newest", "highest", "lowest"] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

export type ReviewCursor = ListCursor & { stars: number };

const starCursorText = ({ stars, ...cursor }: ReviewCursor) => `${stars}.${cursorText(cursor)}`;

function parseStarCursor(text: string): ReviewCursor | undefined {
  const [, stars, rest = ""] = /^([1-5])\.(.*)$/.exec(text) ?? [];
  const cursor = parseCursor(rest);
  return cursor && { stars: Number(stars), ...cursor };
}

const starCursorSchema = z.string().transform(parseStarCursor).optional().catch(undefined);

/** Query parameters of a gym's or a trainer's page. Invalid values count as absent. */
export const reviewListQuerySchema = z.object({
  sort: z.enum(reviewOrders).catch("newest"),
  trainer: z.string().catch(""),
  said: z.string().regex(sentenceKeyPattern).catch(""),
  after: starCursorSchema,
  before: starCursorSchema,
});

export type ReviewListQuery = z.infer<typeof reviewListQuerySchema>;

export function reviewListHref(path: string, query: Partial<ReviewListQuery>) {
  const { sort, trainer, said, after, before } = query;
  const params = new URLSearchParams();
  if (sort && sort !== "newest") params.set("sort", sort);
  if (trainer) params.set("trainer", trainer);
  if (said) params.set("said", said);
  if (after) params.set("after", starCursorText(after));
  if (before) params.set("before", starCursorText(before));
  return `${path}${params.size > 0 ? `?${params}` : ""}#reviews`;
}
