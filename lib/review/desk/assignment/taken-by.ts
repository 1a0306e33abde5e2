/**
 * In SQL: the id of an item's taker, or null. Suspended and former moderators do not count, so that no command needs to
 * free their items.
 * @param item the alias of the item's row
 */
export const takenBy = (item: string) =>
  `(SELECT taker.id FROM member taker
     WHERE taker.id = ${item}.taken_by_id AND taker.role <> 'MEMBER' AND taker.suspended_at IS NULL)`;
