import { isInText, squeezed } from "../../search/in-text.ts";
import { takenBy } from "./assignment/taken-by.ts";
import { ordinaryRank } from "./item-rank.ts";
import { type QueuePlace, type QueueQuery, queueAges } from "./queue-query.ts";

export const itemsPerPage = 30;

/** "Recently decided": so many of the newest automatic decisions are looked through, however they are filtered. */
export const decidedWindow = 5000;

/** A search reads the texts of so many that wait, and then says how far it came: most words nobody wrote. */
export const searchWindow = 5000;

/**
 * How far a statement looks: since when decisions are recent; up to which place a search goes; for whom what others have
 * taken is left out.
 */
export type QueueReach = {
  since?: Date | undefined;
  until?: QueuePlace | undefined;
  freeFor?: string | undefined;
};

/** The statement for a page and one row more, which tells whether another follows. */
export function queueListQuery(query: QueueQuery, reach: QueueReach = {}, limit = itemsPerPage + 1) {
  const asked = new Asked(query);
  return query.state === "decided" ? decidedQuery(asked, limit, reach.since) : openQuery(asked, limit, reach);
}

/** Where a search of what waits is to end: no row when it is through before. */
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
 * How much waits for each reason, of what the query's filters leave. Reads the items alone; with a search, the texts of the
 * first `searchWindow` of them.
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

/** What every line shows, of the rows `page` holds: a handful, found before. */
const shownColumns = `
  revision.id AS "revisionId", page.rank, page.at, page.place_id AS "placeId", page.category, page.decided_by AS "decidedBy",
  revision.status, revision.attempt, revision.stars, revision.body, revision.locale,
  author.name AS "authorName", gym.name AS "gymName", gym.name_en AS "gymNameEn"`;
const shownTables = `
  JOIN review_revision revision ON revision.id = page.revision_id
  JOIN review ON review.id = revision.review_id
  JOIN member author ON author.id = review.author_id
  JOIN gym ON gym.id = review.gym_id`;

/** In SQL, of an `item`: the `QueueReason` why it is in the queue. */
export const queueReason = "CASE WHEN item.waits_for_model THEN 'WAITING' ELSE item.reason::text END";

const writtenTables = `review_revision text JOIN review about ON about.id = text.review_id
                       JOIN member writer ON writer.id = about.author_id`;

/** What waits: filtered on the items alone, in the order of their index. Only a search reads the texts. */
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
  // As the indexes have it: one for each.
  asked.where(query.state === "WAITING" ? "item.waits_for_model" : "NOT item.waits_for_model");
  if (query.state !== "open" && query.state !== "WAITING")
    asked.where('item.reason = ?::"ModerationReason"', query.state);
}

/** By all of the filters but the search, whatever it waits for. */
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
 * What the model or a pattern decided last, as far as it still stands: nobody has decided otherwise, it can be decided
 * anew (it is the latest text or the published one), and it does not wait for a person.
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
  // What is decided is nobody's to work on.
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

/** Gathers a statement's conditions with their values. */
class Asked {
  readonly query: QueueQuery;
  readonly #conditions: string[] = [];
  readonly #values: unknown[] = [];

  constructor(query: QueueQuery) {
    this.query = query;
  }

  /** Each `?` stands for the next value. */
  where(condition: string, ...values: unknown[]): void {
    let at = 0;
    this.#conditions.push(condition.replaceAll("?", () => `$${this.#values.push(values[at++])}`));
  }

  /**
   * In SQL: what is asked for stands in the text, or in its `writer`'s name. `OFFSET 0` keeps it a question about one row
   * after the other, in their order, until a page is full: joined, every review there is would be read and searched
   * beforehand.
   */
  found(tables: string, condition: string): string {
    const { q } = this.query;
    const place = `$${this.#values.push(squeezed(q))}`;
    const has = (text: string) => isInText(text, q, place);
    return `EXISTS (SELECT FROM ${tables} WHERE ${condition} AND (${has("text.body")} OR ${has("writer.name")}) OFFSET 0)`;
  }

  /** Begins at the cursor, and goes up to a place. @returns the way through, forward or, from `before`, back. */
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
