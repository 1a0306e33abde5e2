-- AlterTable
ALTER TABLE "moderation_item" ADD COLUMN     "rank" SMALLINT NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "review_revision_body_hash_idx" ON "review_revision"("body_hash");

-- Of what is open, by rank and age.
CREATE INDEX "moderation_item_people_by_rank" ON "moderation_item"("rank", "opened_at", "id") WHERE "closed_at" IS NULL AND NOT "waits_for_model";
CREATE INDEX "moderation_item_model_by_rank" ON "moderation_item"("rank", "opened_at", "id") WHERE "closed_at" IS NULL AND "waits_for_model";

-- What waits already: as lib/review/desk/item-rank.ts ranks it.
UPDATE "moderation_item" item SET "rank" = 0
 WHERE item."closed_at" IS NULL
   AND (item."category" IN ('threat', 'personal-information')
     OR EXISTS (SELECT FROM "verdict"
                 WHERE "verdict"."revision_id" = item."revision_id" AND "verdict"."undone_at" IS NULL
                   AND ("verdict"."rule" IN ('threat', 'personal-information')
                     OR "verdict"."said_rule" IN ('threat', 'personal-information')))
     OR EXISTS (SELECT FROM "report"
                 WHERE "report"."revision_id" = item."revision_id" AND "report"."outcome" IS NULL
                   AND "report"."reason" IN ('threat', 'personal-information')));
