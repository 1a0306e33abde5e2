import { z } from "zod";
import { type ListCursor, cursorText, parseCursor, searchSchema } from "../../web/list-query.ts";

/** FAILED: the model did not judge it for a day. */
export const peopleReasons = ["HELD", "FAILED", "APPEALED", "REPORTED"] as const;

/** WAITING: judged when model calls resume. No person is needed yet. */
export type QueueReason = (typeof peopleReasons)[number] | "WAITING";

/** open: everything that needs a person. A reason: only that. decided: without a person. */
export const queueStates = ["open", ...peopleReasons, "WAITING", "decided"] as const;
export type QueueState = (typeof queueStates)[number];

/** Minimum age in hours. */
export const queueAges = { hour: 1, day: 24, week: 7 * 24 } as const;

/** A keyset position: rank (`item-rank.ts`), then age. Decided ones are ordered by age only. */
export type QueuePlace = ListCursor & { rank: number };

const placeText = ({ rank, ...cursor }: QueuePlace) => `${rank}.${cursorText(cursor)}`;

function parsePlace(text: string): QueuePlace | undefined {
  const [, rank, rest = ""] = /^([01])\.(.*)$/.exec(text) ?? [];
  const cursor = parseCursor(rest);
  return cursor && { rank: Number(rank), ...cursor };
}

const placeSchema = z.string().transform(parsePlace).optional().catch(undefined);

/** Query parameters of the queue. Invalid values count as absent. */
export const queueQuerySchema = z.object({
  state: z.enum(queueStates).catch("open"),
  /** A rule, a reason for holding or a reason for reporting. */
  category: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,40}$/)
    .catch(""),
  gym: z.guid().or(z.literal("")).catch(""),
  language: z.enum(["", "ko", "en"]).catch(""),
  age: z.enum(["", "hour", "day", "week"]).catch(""),
  by: z.enum(["", "RULE", "CLASSIFIER", "MODEL", "MODERATOR"]).catch(""),
  /** A member's id. */
  author: z.guid().or(z.literal("")).catch(""),
  /** A revision's id: equal texts. */
  same: z.guid().or(z.literal("")).catch(""),
  /** A moderator's id: the items they have taken. nobody: free items. */
  taken: z
    .guid()
    .or(z.enum(["", "nobody"]))
    .catch(""),
  q: searchSchema,
  after: placeSchema,
  before: placeSchema,
  /** The open revision. */
  item: z.guid().or(z.literal("")).catch(""),
});

export type QueueQuery = z.infer<typeof queueQuerySchema>;

export const queueFilters = [
  "category",
  "gym",
  "language",
  "age",
  "by",
  "author",
  "same",
  "taken",
  "q",
] as const;

/** So many items after the open one come with its page, which shows them without asking: what quick keys decide in seconds. */
export const itemsAhead = 20;

export const queuePath = "/admin/moderation";

export function queueHref({ after, before, ...words }: Partial<QueueQuery>): string {
  const params = new URLSearchParams();
  if (words.state && words.state !== "open") params.set("state", words.state);
  for (const name of queueFilters) if (words[name]) params.set(name, words[name]);
  if (after) params.set("after", placeText(after));
  else if (before) params.set("before", placeText(before));
  if (words.item) params.set("item", words.item);
  return params.size > 0 ? `${queuePath}?${params}` : queuePath;
}

/** Reads a form's `here`: a URL made by `queueHref`. */
export function parseQueueHref(href: string): QueueQuery {
  const url = URL.canParse(href, "http://queue.invalid") ? new URL(href, "http://queue.invalid") : undefined;
  return queueQuerySchema.parse(Object.fromEntries(url?.searchParams ?? []));
}

/** What narrows the queue at an address, as the search of an address; "" when nothing does. */
export function filterSearch(href: string): string {
  const query = parseQueueHref(href);
  const filters = Object.fromEntries(queueFilters.map((name) => [name, query[name]]));
  return queueHref(filters).slice(queuePath.length);
}

/** The part of a URL that can be saved as a filter; "" for the whole queue. */
export function filterOf(href: string): string {
  const filter = { ...parseQueueHref(href), item: "", after: undefined, before: undefined };
  return queueHref(filter).slice(queuePath.length);
}
