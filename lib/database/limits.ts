/** How long PostgreSQL works or waits for one of our connections before it gives up, in milliseconds. */
export type Limits = { statement: number; lock: number; idleInTransaction: number };

/**
 * For everything a person waits for. A lock that is not free within three seconds is a table somebody has locked, not the
 * usual queue for a row: on the busiest evening that was measured, the last of 500 waited 1.2 s.
 */
export const usualLimits: Limits = { statement: 10_000, lock: 3_000, idleInTransaction: 10_000 };

/** For work on thousands of rows in one transaction: merges, starting a policy run, deleting a member, the job queue. */
export const longLimits: Limits = { statement: 60_000, lock: 10_000, idleInTransaction: 10_000 };

/** Of Prisma's transactions that do such work. */
export const longTransaction = { timeout: longLimits.statement };

/** SQL: from here to the end of the transaction. */
export const setLocalLimits = ({ statement, lock, idleInTransaction }: Limits) =>
  `SET LOCAL statement_timeout = ${statement}; SET LOCAL lock_timeout = ${lock}; ` +
  `SET LOCAL idle_in_transaction_session_timeout = ${idleInTransaction}`;

/** As a connection's own, sent when it is opened. An address that names one of them decides it. */
export const connectionLimits = ({ statement, lock, idleInTransaction }: Limits) => ({
  statement_timeout: statement,
  lock_timeout: lock,
  idle_in_transaction_session_timeout: idleInTransaction,
  // For a peer that is gone without a word: PostgreSQL's own limit answers earlier than this.
  query_timeout: longLimits.statement + 10_000,
});

/** A pooler refuses them when a connection is opened. Each transaction then has its own (throughPooler). */
export const noConnectionLimits = {
  statement_timeout: false,
  lock_timeout: undefined,
  idle_in_transaction_session_timeout: undefined,
} as const;
