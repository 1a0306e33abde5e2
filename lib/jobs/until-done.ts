/** For jobs that must complete, however long the database is unreachable. */
export const untilDone = { retryLimit: 1000, retryDelay: 2, deleteAfterSeconds: 3600 } as const;

/** For queues whose jobs start on notification. A worker without a heartbeat for 10 s is dead. */
export const announced = { notify: true, heartbeatSeconds: 10 } as const;

/** Also polls every second, because a notification may be lost. */
export const atOnce = {
  batchSize: 100,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const;
