-- CreateIndex
CREATE INDEX "review_revision_decided_at_id_idx" ON "review_revision"("decided_at", "id");

-- CreateIndex
CREATE INDEX "moderation_item_revision_id_opened_at_idx" ON "moderation_item"("revision_id", "opened_at");

-- By hand from here on.

-- Tallies are kept statement by statement, no longer row by row: a merge, which moves thousands of reviews at once, wrote the
-- row of its gym twice for each of them, and every time walked past all the versions that it had made before.
DROP TRIGGER "review_tally_insert_delete" ON "review";
DROP TRIGGER "review_tally_update" ON "review";
DROP FUNCTION tally_review();

-- What a number of reviews, each put on a page (1) or taken off one (-1), come to for their gyms, or trainers.
CREATE FUNCTION tally_changes(places uuid[], stars int[], steps int[])
RETURNS TABLE (place uuid, by_star int[], reviews int, star_sum int) LANGUAGE sql IMMUTABLE AS $$
  SELECT place, ARRAY[sum(step) FILTER (WHERE star = 1), sum(step) FILTER (WHERE star = 2), sum(step) FILTER (WHERE star = 3),
                      sum(step) FILTER (WHERE star = 4), sum(step) FILTER (WHERE star = 5)]::int[],
         sum(step)::int, sum(step * star)::int
    FROM unnest(places, stars, steps) AS change (place, star, step)
   WHERE place IS NOT NULL GROUP BY place ORDER BY place
$$;

CREATE FUNCTION tally_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  gyms uuid[];
  trainers uuid[];
  stars int[];
  steps int[];
BEGIN
  -- Of an edit both sides count, also where the stars stay: what is published is another text.
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(gym_id), array_agg(trainer_id), array_agg(published_stars), array_agg(1)
      INTO gyms, trainers, stars, steps FROM after WHERE published_stars IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(gym_id), array_agg(trainer_id), array_agg(published_stars), array_agg(-1)
      INTO gyms, trainers, stars, steps FROM before WHERE published_stars IS NOT NULL;
  ELSE
    SELECT array_agg(side.gym_id), array_agg(side.trainer_id), array_agg(side.stars), array_agg(side.step)
      INTO gyms, trainers, stars, steps
      FROM before JOIN after USING (id)
     CROSS JOIN LATERAL (VALUES (before.gym_id, before.trainer_id, before.published_stars, -1),
                                (after.gym_id, after.trainer_id, after.published_stars, 1)) side (gym_id, trainer_id, stars, step)
     WHERE side.stars IS NOT NULL
       AND (before.published_revision_id, before.published_stars, before.gym_id, before.trainer_id)
           IS DISTINCT FROM (after.published_revision_id, after.published_stars, after.gym_id, after.trainer_id);
  END IF;
  IF gyms IS NULL THEN RETURN NULL; END IF;

  -- In one order: two statements about the same places do not wait for each other in a circle.
  IF cardinality(gyms) > 1 THEN
    PERFORM FROM gym WHERE id = ANY (gyms) ORDER BY id FOR NO KEY UPDATE;
    PERFORM FROM trainer WHERE id = ANY (trainers) ORDER BY id FOR NO KEY UPDATE;
  END IF;
  UPDATE gym
     SET star_counts = ARRAY[star_counts[1] + coalesce(by_star[1], 0), star_counts[2] + coalesce(by_star[2], 0),
                             star_counts[3] + coalesce(by_star[3], 0), star_counts[4] + coalesce(by_star[4], 0),
                             star_counts[5] + coalesce(by_star[5], 0)],
         review_count = review_count + change.reviews, star_sum = gym.star_sum + change.star_sum, reviews_changed_at = moment
    FROM tally_changes(gyms, stars, steps) change WHERE gym.id = place;
  UPDATE trainer
     SET star_counts = ARRAY[star_counts[1] + coalesce(by_star[1], 0), star_counts[2] + coalesce(by_star[2], 0),
                             star_counts[3] + coalesce(by_star[3], 0), star_counts[4] + coalesce(by_star[4], 0),
                             star_counts[5] + coalesce(by_star[5], 0)],
         review_count = review_count + change.reviews, star_sum = trainer.star_sum + change.star_sum, reviews_changed_at = moment
    FROM tally_changes(trainers, stars, steps) change WHERE trainer.id = place;
  RETURN NULL;
END $$;

CREATE TRIGGER review_tally_insert AFTER INSERT ON "review" REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION tally_reviews();
CREATE TRIGGER review_tally_update AFTER UPDATE ON "review" REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION tally_reviews();
CREATE TRIGGER review_tally_delete AFTER DELETE ON "review" REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION tally_reviews();
