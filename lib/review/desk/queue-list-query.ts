import type { ListCursor } from "../../list-query.ts";
import { type QueueQuery, queueAges } from "./queue-query.ts";

export const itemsPerPage = 30;

/** "Recently decided": so many of the newest automatic decisions are looked through, however they are filtered. */
export const decidedWindow = 5000;

/** A search reads the texts of so many that wait, and then says how far it came: most words nobody wrote. */
export const searchWindow = 5000;

/** How far a statement looks: since when decisions are recent; up to which place a search goes. */
export type QueueReach = { since?: Date; until?: ListCursor };

/** The statement for a page and one row more, which tells whether another follows. */
export function queueListQuery(query: QueueQuery, reach: QueueReach = {}, limit = itemsPerPage + 1) {
  const asked = new Asked(query);
  return query.state === "decided"
    ? decidedQuery(asked, limit, reach.since)
    : openQuery(asked, limit, reach.until);
}

/** Where a search of what waits is to end: no row when it is through before. */
export function searchEndQuery(query: QueueQuery) {
  const asked = new Asked(query);
  narrowOpen(asked);
  const order = asked.continueFrom("item.opened_at", "item.id", "ASC");
  return asked.statement(`
    SELECT item.opened_at AS at, item.id FROM moderation_item item
     WHERE ${asked.conditions}
     ORDER BY ${order("item.opened_at", "item.id")} OFFSET ${searchWindow - 1} LIMIT 1`);
}

/** What every line shows, of the rows `page` holds: a handful, found before. */
const shownColumns = `
  revision.id AS "revisionId", page.at, page.place_id AS "placeId", page.category, page.decided_by AS "decidedBy",
  revision.status, revision.attempt, revision.stars, revision.body, revision.locale,
  author.name AS "authorName", gym.name AS "gymName", gym.name_en AS "gymNameEn"`;
const shownTables = `
  JOIN review_revision revision ON revision.id = page.revision_id
  JOIN review ON review.id = revision.review_id
  JOIN member author ON author.id = review.author_id
  JOIN gym ON gym.id = review.gym_id`;

/** In SQL, of an `item`: the `QueueReason` why it is in the queue. */
export const queueReason = "CASE WHEN item.waits_for_model THEN 'WAITING' ELSE item.reason::text END";

/** What waits: filtered on the items alone, in the order of their index. Only a search reads the texts. */
function openQuery(asked: Asked, limit: number, until: ListCursor | undefined) {
  narrowOpen(asked);
  if (asked.query.q)
    asked.search(
      "review_revision text JOIN review about ON about.id = text.review_id JOIN member writer ON writer.id = about.author_id",
      "text.id = item.revision_id",
    );
  const order = asked.continueFrom("item.opened_at", "item.id", "ASC", until);
  return asked.statement(`
    SELECT ${shownColumns}, page.reason, page.place_id AS "itemId", NULL::"Decision" AS decision
      FROM (SELECT item.revision_id, item.opened_at AS at, item.id AS place_id, ${queueReason} AS reason, item.category,
                   item.decided_by
              FROM moderation_item item
             WHERE ${asked.conditions}
             ORDER BY ${order("item.opened_at", "item.id")} LIMIT ${limit}) page
      ${shownTables}
     ORDER BY ${order("page.at", "page.place_id")}`);
}

function narrowOpen(asked: Asked): void {
  const { query } = asked;
  asked.where("item.closed_at IS NULL");
  // As the indexes have it: one for each.
  asked.where(query.state === "WAITING" ? "item.waits_for_model" : "NOT item.waits_for_model");
  if (query.state !== "open" && query.state !== "WAITING")
    asked.where('item.reason = ?::"ModerationReason"', query.state);
  if (query.category) asked.where("item.category = ?", query.category);
  if (query.gym) asked.where("item.gym_id = ?::uuid", query.gym);
  if (query.language) asked.where("item.locale = ?", query.language);
  if (query.by) asked.where('item.decided_by = ?::"DecidedBy"', query.by);
  if (query.age) asked.where(`item.opened_at < now() - ${queueAges[query.age]} * interval '1 hour'`);
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
  if (query.q) asked.search("member writer", "writer.id = about.author_id");
  const order = asked.continueFrom("verdict.created_at", "verdict.id", "DESC");
  return asked.statement(`
    SELECT ${shownColumns}, NULL::text AS reason, NULL::uuid AS "itemId", page.decision
      FROM (SELECT verdict.revision_id, verdict.created_at AS at, verdict.id AS place_id, verdict.decision,
                   coalesce(verdict.rule, verdict.hold_reason) AS category, verdict.decided_by
              FROM verdict
              JOIN review_revision text ON text.id = verdict.revision_id
              JOIN review about ON about.id = text.review_id
             WHERE ${asked.conditions}
             ORDER BY ${order("verdict.created_at", "verdict.id")} LIMIT ${limit}) page
      ${shownTables}
     ORDER BY ${order("page.at", "page.place_id")}`);
}

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
   * What is asked for stands in the text, or in its `writer`'s name. `OFFSET 0` keeps it a question about one row after the
   * other, in their order, until a page is full: joined, every review there is would be read and searched beforehand.
   */
  search(tables: string, condition: string): void {
    const { q } = this.query;
    const place = `$${this.#values.push(q.toLowerCase())}`;
    // Korean has no capitals: folding them, letter by letter, would be for nothing.
    const fold = (text: string) => (q.toLowerCase() === q.toUpperCase() ? text : `lower(${text})`);
    const has = (text: string) => `strpos(${fold(text)}, ${place}) > 0`;
    this.#conditions.push(
      `EXISTS (SELECT FROM ${tables} WHERE ${condition} AND (${has("text.body")} OR ${has("writer.name")}) OFFSET 0)`,
    );
  }

  /** Begins at the cursor, and goes up to a place. @returns the way through, forward or, from `before`, back. */
  continueFrom(at: string, id: string, forward: "ASC" | "DESC", until?: ListCursor) {
    const { after, before } = this.query;
    const cursor = after ?? before;
    const isBackward = !after && before !== undefined;
    const direction = isBackward ? (forward === "ASC" ? "DESC" : "ASC") : forward;
    const compare = direction === "ASC" ? ">" : "<";
    if (cursor) this.where(`(${at}, ${id}) ${compare} (?, ?::uuid)`, cursor.at, cursor.id);
    const reach = direction === "ASC" ? "<=" : ">=";
    if (until) this.where(`(${at}, ${id}) ${reach} (?, ?::uuid)`, until.at, until.id);
    return (atName: string, idName: string) => `${atName} ${direction}, ${idName} ${direction}`;
  }

  get conditions(): string {
    return this.#conditions.join("\n AND ");
  }

  statement(text: string) {
    return { text, values: this.#values };
  }
}
