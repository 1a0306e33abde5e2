import "server-only";

import { isPassedOver } from "./assignment/is-passed-over.ts";
import { findQueueItem } from "./item-data.ts";
import { type QueuePage, type QueueRow, freeFor, listQueue } from "./queue-list.ts";
import { listLookers, look } from "./presence.ts";
import { type QueuePlace, type QueueQuery, parseQueueHref, queueHref } from "./queue-query.ts";

/**
 * The item that opens by default: the first one that nobody else has (`isTaken`), also on a later page; otherwise the
 * first.
 */
export async function findOffered(input: {
  page: QueuePage;
  query: QueueQuery;
  moderatorId: string;
  isTaken: (revisionId: string) => boolean;
}): Promise<QueueRow | undefined> {
  const { page, query, moderatorId, isTaken } = input;
  const inOrder = query.before && !query.after ? page.rows.toReversed() : page.rows;
  const findFree = (rows: QueueRow[]) => rows.find(({ revisionId }) => !isTaken(revisionId));
  const [first] = inOrder;
  if (!first) return undefined;
  const free = findFree(inOrder);
  return free ?? findFree((await listQueue(query, freeFor(query, moderatorId))).rows) ?? first;
}

/** Targets of `j` and `k`. `next` skips items that somebody else has (`isTaken`). */
export function neighboursOf(input: {
  page: QueuePage;
  query: QueueQuery;
  current: { revisionId: string; place: QueuePlace | undefined } | undefined;
  isTaken: (revisionId: string) => boolean;
}): { next: string | undefined; previous: string | undefined } {
  const { page, query, current, isTaken } = input;
  const { rows, following, hasPrevious, searchedTo } = page;
  const here = { ...query, item: "" };
  const at = positionOf(rows, query, current);
  const free = rows.slice(Math.max(0, at.next)).find(({ revisionId }) => !isTaken(revisionId));
  const onward = following ? rows.at(-1)?.place : searchedTo;
  const next = free
    ? queueHref({ ...here, item: free.revisionId })
    : onward && queueHref({ ...here, before: undefined, after: onward });
  const before = rows[at.previous];
  const first = rows[0];
  const previous = before
    ? queueHref({ ...here, item: before.revisionId })
    : hasPrevious && first
      ? queueHref({ ...here, after: undefined, before: first.place })
      : undefined;
  return { next, previous };
}

/** An item that has left the page has a position between two others. */
function positionOf(
  rows: QueueRow[],
  { state }: QueueQuery,
  current: { revisionId: string; place: QueuePlace | undefined } | undefined,
): { next: number; previous: number } {
  const at = rows.findIndex(({ revisionId }) => revisionId === current?.revisionId);
  if (at !== -1) return { next: at + 1, previous: at - 1 };
  const place = current?.place;
  if (!place) return { next: 0, previous: -1 };
  const isNewestFirst = state === "decided";
  const later = rows.findIndex((row) => isLater(row.place, place) !== isNewestFirst);
  const next = later === -1 ? rows.length : later;
  return { next, previous: next - 1 };
}

function isLater(one: QueuePlace, other: QueuePlace): boolean {
  if (one.rank !== other.rank) return one.rank > other.rank;
  return one.at.getTime() === other.at.getTime() ? one.id > other.id : one.at > other.at;
}

/**
 * The URL after a decision: the next item of the queue that nobody else has open or has taken; after the last one, the
 * first skipped item. Takes the presence, so that two moderators rarely get the same item.
 */
export async function openNext(input: {
  moderatorId: string;
  query: QueueQuery;
  decided: { revisionIds: string[]; place: QueuePlace | undefined };
}): Promise<string> {
  const { moderatorId, query, decided } = input;
  const onward = { ...query, item: "", before: undefined, after: decided.place };
  const fromStart = { ...onward, after: undefined };
  // Filtered in SQL, because a whole page may belong to others.
  const only = freeFor(query, moderatorId);
  const [rest, lookers] = await Promise.all([listQueue(onward, only), listLookers()]);
  const passedOver = lookers.filter((looker) =>
    isPassedOver(looker, { viewerId: moderatorId, taken: query.taken }),
  );
  const taken = new Set([...decided.revisionIds, ...passedOver.map(({ revisionId }) => revisionId)]);
  const findFree = (rows: QueueRow[]) => rows.find(({ revisionId }) => !taken.has(revisionId));
  const found = findFree(rest.rows);
  if (!found && rest.searchedTo) return queueHref({ ...onward, after: rest.searchedTo });
  const next = found ?? findFree((await listQueue(fromStart, only)).rows);
  if (!next) return queueHref(fromStart);

  await look({ moderatorId, revisionId: next.revisionId });
  // The page remains the same while the item is on it.
  const { rows: shown } = await listQueue({ ...query, item: "" });
  const isShown = shown.some(({ revisionId }) => revisionId === next.revisionId);
  const isOnward = rest.rows.includes(next);
  return queueHref({ ...(isShown ? query : isOnward ? onward : fromStart), item: next.revisionId });
}

/** The same for one revision, decided at the queue URL `here`. */
export async function nextAfter(input: {
  moderatorId: string;
  here: string;
  revisionId: string;
}): Promise<string> {
  const { moderatorId, here, revisionId } = input;
  const query = parseQueueHref(here);
  const item = await findQueueItem(revisionId);
  const place = query.state === "decided" ? item?.places.decided : item?.places.open;
  return openNext({ moderatorId, query, decided: { revisionIds: [revisionId], place } });
}
