import "server-only";

import { pool } from "../../db.ts";
import type { DecidedBy, Decision, ModerationReason } from "../../generated/prisma/enums.ts";
import type { RevisionStatus } from "../schema.ts";
import { decidedWindow, itemsPerPage, queueListQuery } from "./queue-list-query.ts";
import type { QueueCursor, QueueQuery } from "./queue-query.ts";
import { stateToken } from "./state-token.ts";

/** One line of the queue. */
export type QueueRow = {
  revisionId: string;
  /** Its place: since when it waits and the item's id; or when it was decided, and the verdict's id. */
  place: QueueCursor;
  /** Null: it does not wait, it was decided without a person. */
  reason: ModerationReason | null;
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
};

/**
 * A page of what waits, longest first; or of what was decided, newest first. Found by place and not by counting, so that
 * the last page costs what the first one does.
 */
export async function listQueue(query: QueueQuery): Promise<QueuePage> {
  const isBackward = !query.after && query.before !== undefined;
  const since = query.state === "decided" ? await findWindowStart() : undefined;
  const { rows: found } = await pool.query<FoundRow>(queueListQuery(query, since));
  const rows = found.map(toRow);
  if (!isBackward) {
    // What stood there is decided meanwhile: from the beginning again.
    if (rows.length === 0 && query.after) return listQueue({ ...query, after: undefined, before: undefined });
    return {
      rows: rows.slice(0, itemsPerPage),
      following: rows[itemsPerPage],
      hasPrevious: query.after !== undefined,
    };
  }
  if (rows.length <= itemsPerPage) return listQueue({ ...query, after: undefined, before: undefined });
  // The one that tells of more lies before these; what follows is the page that was left.
  const page = rows.slice(0, itemsPerPage).toReversed();
  const onward = { ...query, before: undefined, after: page.at(-1)!.place };
  const { rows: next } = await pool.query<FoundRow>(queueListQuery(onward, since, 1));
  return { rows: page, following: next.map(toRow)[0], hasPrevious: true };
}

function toRow({ at, placeId, attempt, itemId, gymName, gymNameEn, ...row }: FoundRow): QueueRow {
  return {
    ...row,
    place: { at, id: placeId },
    seen: stateToken({ attempt, status: row.status, itemId }),
    gym: { name: gymName, nameEn: gymNameEn },
  };
}

/**
 * Since when decisions are recent; undefined when all of them are. Asked beforehand: a statement that knows it reads the
 * end of an index, where one that has to find out would read everything.
 */
export async function findWindowStart(): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT created_at AS at FROM verdict WHERE decided_by <> 'MODERATOR'
      ORDER BY created_at DESC, id DESC OFFSET ${decidedWindow - 1} LIMIT 1`,
  );
  return rows[0]?.at;
}
