/** Options of a queue whose jobs must be done, however long the database is away. */
export const untilDone = { retryLimit: 1000, retryDelay: 2, deleteAfterSeconds: 3600 } as const;

/** Options of the queues that somebody waits for: a job begins when it is announced, a dead worker is noticed in 10 s. */
export const announced = { notify: true, heartbeatSeconds: 10 } as const;

/** How a worker takes announced jobs. It looks every second too: an announcement may be lost. */
export const atOnce = {
  batchSize: 100,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const;
