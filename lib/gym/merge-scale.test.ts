import pg from "pg";
import { expect, test, vi } from "vitest";

import { inBulk } from "../../test/in-bulk.ts";
import { newGym, newTrainer } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import { expectTrueTallies } from "../../test/review-scene.ts";
import { pool, prisma } from "../db.ts";
import { mergeGyms } from "../merge/merge-gyms.ts";

const adminId = await newMember();

/** Two gyms with `reviews` published reviews each, a fifth of them by the same members, and `trainers` trainers each. */
async function newDouble({ reviews, trainers }: { reviews: number; trainers: number }) {
  const [from, into] = [await newGym(), await newGym()];
  const names = Array.from({ length: trainers }, (_, n) => `trainer-${n}`);
  for (const { id } of [from, into]) for (const name of names) await newTrainer(id, name);
  const id = (kind: string, gym: string) => `md5('${gym} ${kind} ' || n)::uuid`;
  const member = `CASE WHEN n % 5 = 0 THEN ${id("member", from.id)} ELSE ${id("member", into.id)} END`;
  for (const [gym, author] of [
    [from.id, id("member", from.id)],
    [into.id, member],
  ] as const) {
    const all = `generate_series(1, ${reviews}) AS n`;
    // No search finds these members: inserted without triggers.
    await inBulk([
      `INSERT INTO member (id, email, name)
       SELECT ${id("member", gym)}, ${id("member", gym)} || '@merge.test', '소라' FROM ${all}`,
    ]);
    await pool.query(
      `INSERT INTO review (id, author_id, gym_id) SELECT ${id("review", gym)}, ${author}, '${gym}' FROM ${all}`,
    );
    await pool.query(
      `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status)
       SELECT ${id("revision", gym)}, ${id("review", gym)}, 1, 1 + n % 5, '좋아요', '', 'ko', 'APPROVED' FROM ${all}`,
    );
    await pool.query(
      `UPDATE review SET published_revision_id = revision.id, published_stars = stars, published_at = now()
         FROM review_revision revision WHERE revision.review_id = review.id AND gym_id = '${gym}'`,
    );
  }
  // As autovacuum does: otherwise the planner may assume empty tables.
  await pool.query("ANALYZE member, review, review_revision");
  return { from, into };
}

async function costOf(size: { reviews: number; trainers: number }) {
  const { from, into } = await newDouble(size);
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const begun = performance.now();
  const merged = await mergeGyms({ adminId, gymId: from.id, intoId: into.id });
  const tookMs = performance.now() - begun;
  const statements = sent.mock.calls.length;
  sent.mockRestore();
  expect(merged.ok).toBe(true);
  return { into, statements, tookMs };
}

test("merging costs the same number of statements for ten reviews and for five thousand", async () => {
  const few = await costOf({ reviews: 10, trainers: 1 });
  const many = await costOf({ reviews: 5000, trainers: 20 });
  expect(few.statements).toBeGreaterThan(10);
  expect(many.statements).toBe(few.statements);
  // Far above the usual time. With one tally update for each review it took ten seconds.
  expect(many.tookMs).toBeLessThan(8000);
  const gym = await prisma.gym.findUniqueOrThrow({
    where: { id: many.into.id },
    select: { reviewCount: true, starSum: true, trainers: true },
  });
  expect(gym).toMatchObject({ reviewCount: 9000, trainers: { length: 40 } });
  await expectTrueTallies({
    gymId: many.into.id,
    gymSlug: many.into.slug,
    trainerId: gym.trainers[0]!.id,
    trainerSlug: gym.trainers[0]!.slug,
  });
}, 60_000);

test("reviews of many gyms and trainers that one statement publishes or hides are counted for each", async () => {
  const { from, into } = await newDouble({ reviews: 25, trainers: 2 });
  const trainers = await prisma.trainer.findMany({ where: { gymId: { in: [from.id, into.id] } } });
  const places = trainers.map(({ id, slug, gymId }) => ({
    gymId,
    gymSlug: "",
    trainerId: id,
    trainerSlug: slug,
  }));
  const inBoth = "gym_id IN ($1, $2)";
  const ids = [from.id, into.id];
  for (const change of [
    // Moved to trainers, given other stars, hidden, deleted with their members.
    `UPDATE review SET trainer_id = (SELECT id FROM trainer WHERE gym_id = review.gym_id
                                      ORDER BY md5(trainer.id::text || review.id::text) LIMIT 1) WHERE ${inBoth}`,
    `UPDATE review SET published_stars = 6 - published_stars WHERE ${inBoth}`,
    `UPDATE review SET published_revision_id = NULL, published_stars = NULL, published_at = NULL
      WHERE ${inBoth} AND published_stars < 3`,
    `DELETE FROM member WHERE id IN (SELECT author_id FROM review WHERE ${inBoth} AND published_stars = 4)`,
  ]) {
    await pool.query(change, ids);
    for (const place of places) await expectTrueTallies(place);
  }
  expect(await prisma.review.count({ where: { gymId: { in: ids }, publishedStars: { not: null } } })).toBe(
    20,
  );
});
