import { setTimeout as sleep } from "node:timers/promises";

const patienceMs = 90_000;

export type ReviewState = {
  revisions: number;
  pending: number;
  approved: number;
  verdicts: number;
  notices: number;
  calls: number;
};

export async function readReviewState(): Promise<ReviewState> {
  const { pool } = await import("../lib/db.ts");
  const { rows } = await pool.query<ReviewState>(
    `SELECT count(*)::int AS revisions,
            count(*) FILTER (WHERE status = 'PENDING')::int AS pending,
            count(*) FILTER (WHERE status = 'APPROVED')::int AS approved,
            (SELECT count(*)::int FROM verdict) AS verdicts,
            (SELECT count(*)::int FROM notice) AS notices,
            (SELECT count(*)::int FROM model_call WHERE purpose = 'MODERATION') AS calls
       FROM review_revision`,
  );
  return rows[0]!;
}

export async function untilAllAreJudged(): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while ((await readReviewState()).pending > 0) {
    if (performance.now() > deadline) throw new Error(`reviews still wait after ${patienceMs / 1000} s`);
    await sleep(100);
  }
}

export function since(before: ReviewState, now: ReviewState): ReviewState {
  const left = (name: keyof ReviewState) => now[name] - before[name];
  return {
    revisions: left("revisions"),
    pending: left("pending"),
    approved: left("approved"),
    verdicts: left("verdicts"),
    notices: left("notices"),
    calls: left("calls"),
  };
}
