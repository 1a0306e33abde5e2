/** PostgreSQL's limits for one of our connections, in milliseconds. */
export type Limits = { statement: number; lock: number; idleInTransaction: number };

/**
 * For all requests. A lock that is not free within three seconds is a locked table and not the usual queue for a row:
 * on the busiest measured evening the last of 500 waited 1.2 s.
 */
export const usualLimits: Limits = { statement: 10_000, lock: 3_000, idleInTransaction: 10_000 };

/**
 * For work on thousands of rows in one transaction: merges, the start of a policy run, the deletion of a member, the
 * job queue.
 */
export const longLimits: Limits = { statement: 60_000, lock: 10_000, idleInTransaction: 10_000 };

export const longTransaction = { timeout: longLimits.statement };

export const setLocalLimits = ({ statement, lock, idleInTransaction }: Limits) =>
  `SET LOCAL statement_timeout = ${statement}; SET LOCAL lock_timeout = ${lock}; ` +
  `SET LOCAL idle_in_transaction_session_timeout = ${idleInTransaction}`;

/** Sent when a connection is opened. A limit in the connection's address overrides these. */
export const connectionLimits = ({ statement, lock, idleInTransaction }: Limits) => ({
  statement_timeout: statement,
  lock_timeout: lock,
  idle_in_transaction_session_timeout: idleInTransaction,
  // For a peer that vanished silently. PostgreSQL's own limit ends a statement earlier than this.
  query_timeout: longLimits.statement + 10_000,
});

/** A pooler refuses limits when a connection is opened. Each transaction sets its own (throughPooler). */
export const noConnectionLimits = {
  statement_timeout: false,
  lock_timeout: undefined,
  idle_in_transaction_session_timeout: undefined,
} as const;
