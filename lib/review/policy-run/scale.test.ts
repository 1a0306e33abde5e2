import { beforeAll, expect, test, vi } from "vitest";

import { fillQueue, queuedCount, reviewCount } from "../../../bench/fill-queue.ts";
import { explain, rowsRead } from "../../../test/explain.ts";
import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { pool, prisma } from "../../db.ts";
import { nextItems } from "./batch.ts";
import { rejudgeScopeSql, trialScopeSql } from "./scope.ts";
import { startRejudge } from "./start.ts";

const judgedCount = reviewCount - queuedCount;
/** Exactly the judged revisions, so that one more is too many. */
vi.mock("./schema.ts", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  maxRunItems: 90_000,
}));

let gym: { id: string; slug: string };

beforeAll(async () => {
  gym = await newGym();
  await fillQueue(gym.id);
}, 180_000);

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const scope = { from: dayBefore(60), to: dayBefore(-1), timeZone: "UTC", rule: null };
const rejudge = async () =>
  startRejudge({ ...scope, adminId: await newMember(), gym: gym.slug, callBudget: 10 });

/**
 * Repeats what judges and moderators do to a revision until `isOver`. Fails when it has to wait for a lock.
 * @returns the number of repetitions
 */
async function judgeUntil(isOver: () => boolean): Promise<number> {
  const connection = await pool.connect();
  let count = 0;
  try {
    await connection.query("SET lock_timeout = '50ms'");
    for (; !isOver(); count += 1)
      await connection.query(
        `UPDATE review_revision SET status = status, decided_at = decided_at, attempt = attempt
          WHERE id = md5($1 || ' revision ' || $2::int)::uuid`,
        [gym.id, 1 + ((count * 7919) % reviewCount)],
      );
    await connection.query("RESET lock_timeout");
  } finally {
    connection.release();
  }
  return count;
}

test("90,000 revisions are added to a run in one statement, and can be judged and decided during it", async () => {
  let isOver = false;
  const judging = judgeUntil(() => isOver);
  const started = await rejudge().finally(() => (isOver = true));
  expect(await judging).toBeGreaterThan(10);
  expect(started).toEqual({ ok: true, data: { runId: expect.any(String), total: judgedCount } });
  const { runId } = started.ok ? started.data : { runId: "" };
  expect(await prisma.policyRunItem.count({ where: { runId } })).toBe(judgedCount);

  // Also half-way a worker finds the next items without reading those that are done.
  await pool.query("UPDATE policy_run_item SET done_at = now() WHERE run_id = $1 AND position <= 45000", [
    runId,
  ]);
  const items = await nextItems(
    { runId, kind: "REJUDGE", attempt: 1, policy: { version: 1, rules: [] } },
    10,
  );
  expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 10 }, (_, n) => 45_001 + n));
}, 60_000);

test("a run with too many revisions is refused, and leaves no rows", async () => {
  await prisma.policyRun.deleteMany();
  await pool.query("UPDATE moderation_item SET closed_at = now() WHERE gym_id = $1 AND closed_at IS NULL", [
    gym.id,
  ]);
  await pool.query(
    `UPDATE review_revision SET status = 'APPROVED', decided_at = created_at
      WHERE status = 'HELD' AND review_id IN (SELECT id FROM review WHERE gym_id = $1)`,
    [gym.id],
  );
  expect(await rejudge()).toEqual({ ok: false, error: "TOO_MANY" });
  expect(await prisma.policyRun.count()).toBe(0);
}, 60_000);

test("a trial, and a run about one day, read only the decisions in their scope", async () => {
  const trial = await explain({ text: trialScopeSql, values: [JSON.stringify({ size: 200 })] });
  const byTime = expect.arrayContaining([
    expect.objectContaining({ "Index Name": "review_revision_decided_at_id_idx" }),
  ]);
  expect(trial).toEqual(byTime);
  expect(rowsRead(trial, "review_revision")).toBeLessThanOrEqual(250);
  const values = [JSON.stringify({ ...scope, from: dayBefore(3), to: dayBefore(3), gymSlug: null })];
  const day = await explain({ text: rejudgeScopeSql, values });
  expect(day).toEqual(byTime);
  // A day has about 3,600 decisions; each is also checked for a newer revision.
  expect(rowsRead(day, "review_revision")).toBeLessThan(8000);
}, 60_000);
