-- AlterTable
ALTER TABLE "review_revision" ADD COLUMN     "retry_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "moderation_item" ADD COLUMN     "waits_for_model" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "model_pause" (
    "purpose" "CallPurpose" NOT NULL,
    "server" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "pauses" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "probe_until" TIMESTAMPTZ(3),

    CONSTRAINT "model_pause_pkey" PRIMARY KEY ("purpose")
);

-- What is tried again, oldest first; and which texts of those are being judged.
CREATE INDEX "review_revision_retry" ON "review_revision"("created_at") WHERE "status" = 'FAILED' AND "retry_at" IS NOT NULL;
CREATE INDEX "review_revision_retry_text" ON "review_revision"("body_hash") WHERE "status" = 'FAILED' AND "retry_at" IS NOT NULL;

-- The queue for people, and what waits for the model. "moderation_item_oldest" stays for servers of the release before.
CREATE INDEX "moderation_item_for_people" ON "moderation_item"("opened_at", "id") WHERE "closed_at" IS NULL AND NOT "waits_for_model";
CREATE INDEX "moderation_item_for_model" ON "moderation_item"("opened_at", "id") WHERE "closed_at" IS NULL AND "waits_for_model";
