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
} from "./queue-list-query.ts";
import { type QueuePlace, type QueueQuery, type QueueReason, itemsAhead } from "./queue-query.ts";
import { stateToken } from "./state-token.ts";

/** One line of the queue. */
export type QueueRow = {
  revisionId: string;
  /** Its place: its rank, since when it waits and the item's id; or when it was decided, and the verdict's id. */
  place: QueuePlace;
  /** Null: it does not wait, it was decided without a person. */
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

/** A page of the queue, and whether there is more of it before and after. */
export type QueuePage = {
  rows: QueueRow[];
  /** The one after the last. */
  following: QueueRow | undefined;
  hasPrevious: boolean;
  /** How far a search came that found no whole page: it can go on from there. */
  searchedTo?: QueuePlace;
};

/**
 * A page of what waits, longest first; or of what was decided, newest first. Found by place and not by counting, so that
 * the last page costs what the first one does.
 * @param moderatorId to leave out what others have taken.
 */
export async function listQueue(query: QueueQuery, moderatorId?: string): Promise<QueuePage> {
  const isBackward = !query.after && query.before !== undefined;
  const reach = { ...(await findReach(query)), freeFor: moderatorId };
  const { rows: found } = await pool.query<FoundRow>(queueListQuery(query, reach));
  const rows = found.map(toRow);
  if (!isBackward) {
    // What stood there is decided meanwhile: from the beginning again. A search that goes on has come to its end.
    if (rows.length === 0 && query.after && !query.q) return listQueue(fromStart(query), moderatorId);
    return {
      rows: rows.slice(0, itemsPerPage),
      following: rows[itemsPerPage],
      hasPrevious: query.after !== undefined,
      searchedTo: rows.length > itemsPerPage ? undefined : reach.until,
    };
  }
  if (rows.length <= itemsPerPage) return listQueue(fromStart(query), moderatorId);
  // The one that tells of more lies before these; what follows is the page that was left.
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

/** All that a part of the queue holds, whichever page of it is shown, as a page would have seen each. */
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

/** What others have taken is left out where the queue is not narrowed to what somebody has taken. */
export const freeFor = ({ taken }: QueueQuery, moderatorId: string) => (taken ? undefined : moderatorId);

const fromStart = (query: QueueQuery) => ({ ...query, after: undefined, before: undefined });

/**
 * How far to look. Asked beforehand: a statement that knows it reads a stretch of an index, where one that has to find out
 * would read everything.
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

/** Since when decisions are recent; undefined when all of them are. */
export async function findWindowStart(): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT created_at AS at FROM verdict WHERE decided_by <> 'MODERATOR'
      ORDER BY created_at DESC, id DESC OFFSET ${decidedWindow - 1} LIMIT 1`,
  );
  return rows[0]?.at;
}
