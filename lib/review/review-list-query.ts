import { z } from "zod";

export const reviewOrders = ["newest", "highest", "lowest"] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** A place in a list of reviews: right after or right before the review that has these. */
export type ReviewCursor = { stars: number; at: Date; id: string };

const cursorText = ({ stars, at, id }: ReviewCursor) => `${stars}.${at.getTime().toString(36)}.${id}`;

function parseCursor(text: string): ReviewCursor | undefined {
  const [, stars, at, id] = /^([1-5])\.([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!stars || !at || !z.guid().safeParse(id).success) return undefined;
  return { stars: Number(stars), at: new Date(Number.parseInt(at, 36)), id: id! };
}

const cursorSchema = z.string().transform(parseCursor).optional().catch(undefined);

/** What the address of a gym's or a trainer's page says about the reviews on it; what it says badly counts as not said. */
export const reviewListQuerySchema = z.object({
  sort: z.enum(reviewOrders).catch("newest"),
  trainer: z.string().catch(""),
  after: cursorSchema,
  before: cursorSchema,
});

export type ReviewListQuery = z.infer<typeof reviewListQuerySchema>;

export function reviewListHref(path: string, { sort, trainer, after, before }: Partial<ReviewListQuery>) {
  const params = new URLSearchParams();
  if (sort && sort !== "newest") params.set("sort", sort);
  if (trainer) params.set("trainer", trainer);
  if (after) params.set("after", cursorText(after));
  if (before) params.set("before", cursorText(before));
  return `${path}${params.size > 0 ? `?${params}` : ""}#reviews`;
}
