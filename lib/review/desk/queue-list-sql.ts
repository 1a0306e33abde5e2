import { isInText, squeezed } from "../../search/in-text.ts";
import { takenBy } from "./assignment/taken-by.ts";
import { ordinaryRank } from "../revision/item-rank.ts";
import { type QueuePlace, type QueueQuery, queueAges } from "./queue-query.ts";

export const itemsPerPage = 30;

/** "Recently decided" covers this many of the newest automatic verdicts, before filters. */
export const decidedWindow = 5000;

/** A search reads the texts of this many items and then reports how far it got, because most words do not occur. */
export const searchWindow = 5000;

/**
 * Limits of a statement: verdicts from `since`, a search up to `until`, without the items of moderators other than
 * `freeFor`.
 */
export type QueueReach = {
  since?: Date | undefined;
  until?: QueuePlace | undefined;
  freeFor?: string | undefined;
};

/** `limit` includes one extra row, which shows whether another page exists. */
export function queueListQuery(query: QueueQuery, reach: QueueReach = {}, limit = itemsPerPage + 1) {
  const asked = new Asked(query);
  return query.state === "decided" ? decidedQuery(asked, limit, reach.since) : openQuery(asked, limit, reach);
}

/** The end of a search's window; no row when the queue is shorter. */
export function searchEndQuery(query: QueueQuery) {
  const asked = new Asked(query);
  narrowOpen(asked);
  const order = asked.continueFrom(openOrder);
  return asked.statement(`
    SELECT item.rank, item.opened_at AS at, item.id FROM moderation_item item
     WHERE ${asked.conditions}
     ORDER BY ${order(["item.rank", "item.opened_at", "item.id"])} OFFSET ${searchWindow - 1} LIMIT 1`);
}

/**
 * Counts by reason under the query's filters. Reads only items; with a search also the texts of the first `searchWindow`
 * items.
 */
export function queueCountsQuery(query: QueueQuery) {
  const asked = new Asked(query);
  narrowItems(asked);
  const columns = `${queueReason} AS reason, count(*)::int AS count, min(item.opened_at) AS "oldestAt"`;
  if (!query.q)
    return asked.statement(
      `SELECT ${columns} FROM moderation_item item WHERE ${asked.conditions} GROUP BY 1`,
    );
  const window = asked.conditions;
  const found = asked.found(writtenTables, "text.id = item.revision_id");
  return asked.statement(`
    SELECT ${columns}
      FROM (SELECT * FROM moderation_item item WHERE ${window}
             ORDER BY item.rank, item.opened_at, item.id LIMIT ${searchWindow}) item
     WHERE ${found} GROUP BY 1`);
}

/** Columns for the few rows that `page` selected. */
const shownColumns = `
  revision.id AS "revisionId", page.rank, page.at, page.place_id AS "placeId", page.category, page.decided_by AS "decidedBy",
  revision.status, revision.attempt, revision.stars, revision.body, revision.locale,
  author.name AS "authorName", gym.name AS "gymName", gym.name_en AS "gymNameEn"`;
const shownTables = `
  JOIN review_revision revision ON revision.id = page.revision_id
  JOIN review ON review.id = revision.review_id
  JOIN member author ON author.id = review.author_id
  JOIN gym ON gym.id = review.gym_id`;

/** In SQL, for an `item`: its `QueueReason`. */
export const queueReason = "CASE WHEN item.waits_for_model THEN 'WAITING' ELSE item.reason::text END";

const writtenTables = `review_revision text JOIN review about ON about.id = text.review_id
                       JOIN member writer ON writer.id = about.author_id`;

/** Filters only on items, in their index order. Only a search reads texts. */
function openQuery(asked: Asked, limit: number, { until, freeFor }: QueueReach) {
  narrowOpen(asked);
  if (freeFor)
    asked.where(`(item.taken_by_id IS NULL OR coalesce(${takenBy("item")} = ?::uuid, true))`, freeFor);
  if (asked.query.q) asked.where(asked.found(writtenTables, "text.id = item.revision_id"));
  const order = asked.continueFrom(openOrder, until);
  return asked.statement(`
    SELECT ${shownColumns}, page.reason, page.place_id AS "itemId", NULL::"Decision" AS decision
      FROM (SELECT item.revision_id, item.rank, item.opened_at AS at, item.id AS place_id, ${queueReason} AS reason,
                   item.category, item.decided_by
              FROM moderation_item item
             WHERE ${asked.conditions}
             ORDER BY ${order(["item.rank", "item.opened_at", "item.id"])} LIMIT ${limit}) page
      ${shownTables}
     ORDER BY ${order(["page.rank", "page.at", "page.place_id"])}`);
}

function narrowOpen(asked: Asked): void {
  const { query } = asked;
  narrowItems(asked);
  // Matches the two partial indexes.
  asked.where(query.state === "WAITING" ? "item.waits_for_model" : "NOT item.waits_for_model");
  if (query.state !== "open" && query.state !== "WAITING")
    asked.where('item.reason = ?::"ModerationReason"', query.state);
}

/** All filters except the search and the state. */
function narrowItems(asked: Asked): void {
  const { query } = asked;
  asked.where("item.closed_at IS NULL");
  if (query.category) asked.where("item.category = ?", query.category);
  if (query.gym) asked.where("item.gym_id = ?::uuid", query.gym);
  if (query.language) asked.where("item.locale = ?", query.language);
  if (query.by) asked.where('item.decided_by = ?::"DecidedBy"', query.by);
  if (query.age) asked.where(`item.opened_at < now() - ${queueAges[query.age]} * interval '1 hour'`);
  if (query.taken === "nobody") asked.where(`(item.taken_by_id IS NULL OR ${takenBy("item")} IS NULL)`);
  else if (query.taken)
    asked.where(`(item.taken_by_id = ?::uuid AND ${takenBy("item")} IS NOT NULL)`, query.taken);
  if (query.author)
    asked.where(
      `item.revision_id IN (SELECT written.id FROM review JOIN review_revision written ON written.review_id = review.id
                             WHERE review.author_id = ?::uuid)`,
      query.author,
    );
  if (query.same)
    asked.where(
      `item.revision_id IN (SELECT same.id FROM review_revision this JOIN review_revision same ON same.body_hash = this.body_hash
                             WHERE this.id = ?::uuid)`,
      query.same,
    );
}

/**
 * The latest automatic verdicts that are current and can be decided again (latest or published text), without an open
 * item.
 */
function decidedQuery(asked: Asked, limit: number, since: Date | undefined) {
  const { query } = asked;
  asked.where("verdict.decided_by <> 'MODERATOR'");
  if (since) asked.where("verdict.created_at >= ?", since);
  asked.where("verdict.undone_at IS NULL");
  asked.where("text.status IN ('APPROVED', 'REJECTED')");
  asked.where(`NOT EXISTS (SELECT FROM verdict later WHERE later.revision_id = verdict.revision_id
                              AND later.attempt > verdict.attempt AND later.undone_at IS NULL)`);
  asked.where(`(about.published_revision_id = text.id OR NOT EXISTS (
                  SELECT FROM review_revision newer WHERE newer.review_id = text.review_id AND newer.number > text.number))`);
  asked.where(`NOT EXISTS (SELECT FROM moderation_item waiting
                            WHERE waiting.revision_id = text.id AND waiting.closed_at IS NULL)`);
  if (query.category) asked.where("coalesce(verdict.rule, verdict.hold_reason) = ?", query.category);
  if (query.gym) asked.where("about.gym_id = ?::uuid", query.gym);
  if (query.language) asked.where("text.locale = ?", query.language);
  if (query.by) asked.where('verdict.decided_by = ?::"DecidedBy"', query.by);
  if (query.age) asked.where(`verdict.created_at < now() - ${queueAges[query.age]} * interval '1 hour'`);
  if (query.author) asked.where("about.author_id = ?::uuid", query.author);
  if (query.same)
    asked.where("text.body_hash = (SELECT body_hash FROM review_revision WHERE id = ?::uuid)", query.same);
  // A decided item has no taker.
  if (query.taken && query.taken !== "nobody") asked.where("false");
  if (query.q) asked.where(asked.found("member writer", "writer.id = about.author_id"));
  const order = asked.continueFrom(decidedOrder);
  return asked.statement(`
    SELECT ${shownColumns}, NULL::text AS reason, NULL::uuid AS "itemId", page.decision
      FROM (SELECT verdict.revision_id, ${ordinaryRank} AS rank, verdict.created_at AS at, verdict.id AS place_id, verdict.decision,
                   coalesce(verdict.rule, verdict.hold_reason) AS category, verdict.decided_by
              FROM verdict
              JOIN review_revision text ON text.id = verdict.revision_id
              JOIN review about ON about.id = text.review_id
             WHERE ${asked.conditions}
             ORDER BY ${order(["verdict.created_at", "verdict.id"])} LIMIT ${limit}) page
      ${shownTables}
     ORDER BY ${order(["page.at", "page.place_id"])}`);
}

type Order = {
  columns: string;
  placeholders: string;
  valuesOf: (place: QueuePlace) => unknown[];
  forward: "ASC" | "DESC";
};

const openOrder: Order = {
  columns: "item.rank, item.opened_at, item.id",
  placeholders: "?::smallint, ?, ?::uuid",
  valuesOf: ({ rank, at, id }) => [rank, at, id],
  forward: "ASC",
};
const decidedOrder: Order = {
  columns: "verdict.created_at, verdict.id",
  placeholders: "?, ?::uuid",
  valuesOf: ({ at, id }) => [at, id],
  forward: "DESC",
};

/** Collects a statement's conditions and values. */
class Asked {
  readonly query: QueueQuery;
  readonly #conditions: string[] = [];
  readonly #values: unknown[] = [];

  constructor(query: QueueQuery) {
    this.query = query;
  }

  /** Each `?` is replaced by the next placeholder. */
  where(condition: string, ...values: unknown[]): void {
    let at = 0;
    this.#conditions.push(condition.replaceAll("?", () => `$${this.#values.push(values[at++])}`));
  }

  /**
   * In SQL: the search occurs in the text or in its `writer`'s name. `OFFSET 0` keeps the subquery per row, in order,
   * until a page is full: as a join it would first read and search all reviews.
   */
  found(tables: string, condition: string): string {
    const { q } = this.query;
    const place = `$${this.#values.push(squeezed(q))}`;
    const has = (text: string) => isInText(text, q, place);
    return `EXISTS (SELECT FROM ${tables} WHERE ${condition} AND (${has("text.body")} OR ${has("writer.name")}) OFFSET 0)`;
  }

  /** Adds the cursor's and `until`'s conditions. @returns the ORDER BY, reversed for `before` */
  continueFrom({ columns, placeholders, valuesOf, forward }: Order, until?: QueuePlace) {
    const { after, before } = this.query;
    const cursor = after ?? before;
    const isBackward = !after && before !== undefined;
    const direction = isBackward ? (forward === "ASC" ? "DESC" : "ASC") : forward;
    const [compare, reach] = direction === "ASC" ? [">", "<="] : ["<", ">="];
    if (cursor) this.where(`(${columns}) ${compare} (${placeholders})`, ...valuesOf(cursor));
    if (until) this.where(`(${columns}) ${reach} (${placeholders})`, ...valuesOf(until));
    return (names: string[]) => names.map((name) => `${name} ${direction}`).join(", ");
  }

  get conditions(): string {
    return this.#conditions.join("\n AND ");
  }

  statement(text: string) {
    return { text, values: this.#values };
  }
}
