/**
 * In SQL: the id of who has taken an item, or null. What a moderator has taken is nobody's while they are suspended or no
 * moderator, whichever command made them so.
 * @param item the alias of its row.
 */
export const takenBy = (item: string) =>
  `(SELECT taker.id FROM member taker
     WHERE taker.id = ${item}.taken_by_id AND taker.role <> 'MEMBER' AND taker.suspended_at IS NULL)`;
