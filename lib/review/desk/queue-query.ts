import { z } from "zod";
import { type ListCursor, cursorText, parseCursor, searchSchema } from "../../list-query.ts";

/** Why something needs a person. FAILED: the model was asked for a day and never judged it. */
export const peopleReasons = ["HELD", "FAILED", "APPEALED", "REPORTED"] as const;

/** Why something is in the queue. WAITING: it is judged as soon as the model can be asked, and needs no person yet. */
export type QueueReason = (typeof peopleReasons)[number] | "WAITING";

/**
 * Which part of the queue is looked at: all that needs a person, what does for one reason, what waits for the model, or what
 * was decided without a person.
 */
export const queueStates = ["open", ...peopleReasons, "WAITING", "decided"] as const;
export type QueueState = (typeof queueStates)[number];

/** For at least so long it has waited, or has been decided. */
export const queueAges = { hour: 1, day: 24, week: 7 * 24 } as const;

/** A place in the queue: by rank (`item-rank.ts`), then by age. What was decided has its place by age alone. */
export type QueuePlace = ListCursor & { rank: number };

const placeText = ({ rank, ...cursor }: QueuePlace) => `${rank}.${cursorText(cursor)}`;

function parsePlace(text: string): QueuePlace | undefined {
  const [, rank, rest = ""] = /^([01])\.(.*)$/.exec(text) ?? [];
  const cursor = parseCursor(rest);
  return cursor && { rank: Number(rank), ...cursor };
}

const placeSchema = z.string().transform(parsePlace).optional().catch(undefined);

/** What the queue's address says, so that a link shows the same; what it says badly counts as not said. */
export const queueQuerySchema = z.object({
  state: z.enum(queueStates).catch("open"),
  /** A rule, a reason for holding or a reason for reporting. */
  category: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,40}$/)
    .catch(""),
  /** A gym's id. */
  gym: z.guid().or(z.literal("")).catch(""),
  language: z.enum(["", "ko", "en"]).catch(""),
  age: z.enum(["", "hour", "day", "week"]).catch(""),
  by: z.enum(["", "RULE", "CLASSIFIER", "MODEL", "MODERATOR"]).catch(""),
  /** A member's id: of what they wrote. */
  author: z.guid().or(z.literal("")).catch(""),
  /** A revision's id: of what says the same as that one. */
  same: z.guid().or(z.literal("")).catch(""),
  /** A moderator's id: of what they have taken; or of what nobody has. */
  taken: z
    .guid()
    .or(z.enum(["", "nobody"]))
    .catch(""),
  q: searchSchema,
  after: placeSchema,
  before: placeSchema,
  /** The revision that is open beside the list. */
  item: z.guid().or(z.literal("")).catch(""),
});

export type QueueQuery = z.infer<typeof queueQuerySchema>;

/** What narrows the queue, whichever state and page of it is shown. */
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

/** A form's word for where in the queue it was sent from: the address as `queueHref` made it. */
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

/** What of an address can be kept under a name: which part of the queue, however narrowed; "" for all of it. */
export function filterOf(href: string): string {
  const filter = { ...parseQueueHref(href), item: "", after: undefined, before: undefined };
  return queueHref(filter).slice(queuePath.length);
}
