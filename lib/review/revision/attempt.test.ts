import { expect, it } from "vitest";
import { pool } from "../../db.ts";
import { nextAttempt, nextAttemptOf, triesOf } from "./attempt.ts";

it("starts a new hundred without tries, in SQL as in TypeScript", async () => {
  const attempts = [0, 1, 99, 100, 103, 1_250];
  const { rows } = await pool.query<{ next: number }>(
    `SELECT ${nextAttemptOf("attempt")} AS next FROM unnest($1::int[]) WITH ORDINALITY given(attempt, at) ORDER BY at`,
    [attempts],
  );
  expect(rows.map(({ next }) => next)).toEqual(attempts.map(nextAttempt));
  expect(rows.map(({ next }) => triesOf(next))).toEqual(attempts.map(() => 0));
  for (const [at, { next }] of rows.entries()) expect(next).toBeGreaterThan(attempts[at]!);
});
