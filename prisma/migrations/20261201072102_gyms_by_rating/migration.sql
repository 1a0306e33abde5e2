-- The order of the list of gyms (lib/gym/list-gyms.ts): its first page is read from here, not sorted out of all gyms.
CREATE INDEX "gym_by_rating" ON "gym" (((star_sum + 5 * 3.5::float8) / (review_count + 5)) DESC, "review_count" DESC, "id");
