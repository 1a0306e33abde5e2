import "server-only";

import { pool } from "../../db.ts";
import type { DecidedBy, Decision } from "../../generated/prisma/enums.ts";
import type { RevisionStatus } from "../schema.ts";
import {
  type QueueReach,
  decidedWindow,
  itemsPerPage,
  queueListQuery,
  searchEndQuery,
} from "./queue-list-sql.ts";
import { type QueuePlace, type QueueQuery, type QueueReason, itemsAhead } from "./queue-query.ts";
import { stateToken } from "../revision/state-token.ts";

export type QueueRow = {
  revisionId: string;
  /** Open: rank, opening time and the item's id. Decided: the time and id of the verdict. */
  place: QueuePlace;
  /** Null: decided without a person. */
  reason: QueueReason | null;
  decision: Decision | null;
  category: string | null;
  decidedBy: DecidedBy | null;
  status: RevisionStatus;
  seen: string;
  stars: number;
  body: string;
  locale: string;
  authorName: string;
  gym: { name: string; nameEn: string | null };
};

type FoundRow = Omit<QueueRow, "place" | "gym" | "seen"> & {
  rank: number;
  at: Date;
  placeId: string;
  attempt: number;
  itemId: string | null;
  gymName: string;
  gymNameEn: string | null;
};

export type QueuePage = {
  rows: QueueRow[];
  /** The first row of the next page. */
  following: QueueRow | undefined;
  hasPrevious: boolean;
  /** The end of a search that did not fill the page. It can continue there. */
  searchedTo?: QueuePlace;
};

/**
 * A keyset page: open items longest waiting first, decided ones newest first. The last page costs as much as the first.
 * @param moderatorId excludes items that others have taken
 */
export async function listQueue(query: QueueQuery, moderatorId?: string): Promise<QueuePage> {
  const isBackward = !query.after && query.before !== undefined;
  const reach = { ...(await findReach(query)), freeFor: moderatorId };
  const { rows: found } = await pool.query<FoundRow>(queueListQuery(query, reach));
  const rows = found.map(toRow);
  if (!isBackward) {
    // The rest was decided in between: start again. A search that continues has reached its end.
    if (rows.length === 0 && query.after && !query.q) return listQueue(fromStart(query), moderatorId);
    return {
      rows: rows.slice(0, itemsPerPage),
      following: rows[itemsPerPage],
      hasPrevious: query.after !== undefined,
      searchedTo: rows.length > itemsPerPage ? undefined : reach.until,
    };
  }
  if (rows.length <= itemsPerPage) return listQueue(fromStart(query), moderatorId);
  // Keyset paging backwards: the extra row only shows whether a previous page exists. The row that follows is read
  // separately.
  const page = rows.slice(0, itemsPerPage).toReversed();
  const onward = { ...query, before: undefined, after: page.at(-1)!.place };
  const further = { ...(await findReach(onward)), freeFor: moderatorId };
  const { rows: next } = await pool.query<FoundRow>(queueListQuery(onward, further, 1));
  return { rows: page, following: next.map(toRow)[0], hasPrevious: true };
}

/** What comes after a place of the queue, for a page to have it ready. */
export async function listAhead(
  query: QueueQuery,
  place: QueuePlace,
  moderatorId: string,
): Promise<QueueRow[]> {
  const onward = { ...query, before: undefined, after: place };
  const reach = { ...(await findReach(onward)), freeFor: freeFor(query, moderatorId) };
  const { rows } = await pool.query<FoundRow>(queueListQuery(onward, reach, itemsAhead));
  return rows.map(toRow);
}

/** A selection has at most so many. */
const maxSelected = 500;

/** All items under the filters, independent of the page, each with its state token. */
export async function listSelection(
  query: QueueQuery,
): Promise<{ items: Pick<QueueRow, "revisionId" | "seen">[]; isAll: boolean }> {
  const whole = fromStart(query);
  const reach = await findReach(whole);
  const { rows } = await pool.query<FoundRow>(queueListQuery(whole, reach, maxSelected + 1));
  const items = rows.slice(0, maxSelected).map(toRow);
  return {
    items: items.map(({ revisionId, seen }) => ({ revisionId, seen })),
    isAll: rows.length <= maxSelected && reach.until === undefined,
  };
}

/** Undefined when the queue is filtered by taker: then the items of others are included. */
export const freeFor = ({ taken }: QueueQuery, moderatorId: string) => (taken ? undefined : moderatorId);

const fromStart = (query: QueueQuery) => ({ ...query, after: undefined, before: undefined });

/**
 * Read beforehand: with a constant bound the statement reads an index range, with a subquery it would read everything.
 */
async function findReach(query: QueueQuery): Promise<QueueReach> {
  if (query.state === "decided") return { since: await findWindowStart() };
  if (!query.q) return {};
  const { rows } = await pool.query<QueuePlace>(searchEndQuery(query));
  return { until: rows[0] };
}

function toRow({ rank, at, placeId, attempt, itemId, gymName, gymNameEn, ...row }: FoundRow): QueueRow {
  return {
    ...row,
    place: { rank, at, id: placeId },
    seen: stateToken({ attempt, status: row.status, itemId }),
    gym: { name: gymName, nameEn: gymNameEn },
  };
}

/** The start of "recently decided"; undefined when all decisions are recent. */
export async function findWindowStart(): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT created_at AS at FROM verdict WHERE decided_by <> 'MODERATOR'
      ORDER BY created_at DESC, id DESC OFFSET ${decidedWindow - 1} LIMIT 1`,
  );
  return rows[0]?.at;
}
