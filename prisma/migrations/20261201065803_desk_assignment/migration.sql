-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'STANDING_CHANGED';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "no_reviews_rule" TEXT;

-- AlterTable
ALTER TABLE "moderation_item" ADD COLUMN     "taken_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_by_id" UUID;

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "moderator_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviewer_warning" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "revision_id" UUID,
    "rule" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "moderator_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "reviewer_warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_note" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "writer_id" UUID,
    "text" TEXT NOT NULL,
    "edit" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_moderator_id_name_key" ON "saved_filter"("moderator_id", "name");

-- CreateIndex
CREATE INDEX "reviewer_warning_member_id_created_at_idx" ON "reviewer_warning"("member_id", "created_at");

-- CreateIndex
CREATE INDEX "reviewer_warning_revision_id_idx" ON "reviewer_warning"("revision_id");

-- CreateIndex
CREATE INDEX "reviewer_warning_moderator_id_idx" ON "reviewer_warning"("moderator_id");

-- CreateIndex
CREATE INDEX "reviewer_warning_undone_by_id_idx" ON "reviewer_warning"("undone_by_id");

-- CreateIndex
CREATE INDEX "member_note_member_id_created_at_idx" ON "member_note"("member_id", "created_at");

-- CreateIndex
CREATE INDEX "member_note_writer_id_idx" ON "member_note"("writer_id");

-- AddForeignKey
ALTER TABLE "moderation_item" ADD CONSTRAINT "moderation_item_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_warning" ADD CONSTRAINT "reviewer_warning_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_warning" ADD CONSTRAINT "reviewer_warning_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_warning" ADD CONSTRAINT "reviewer_warning_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_warning" ADD CONSTRAINT "reviewer_warning_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_note" ADD CONSTRAINT "member_note_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_note" ADD CONSTRAINT "member_note_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of what is open, whose it is; of all items, for when a moderator's account is deleted.
CREATE INDEX "moderation_item_taken" ON "moderation_item"("taken_by_id") WHERE "taken_by_id" IS NOT NULL AND "closed_at" IS NULL;
CREATE INDEX "moderation_item_taker" ON "moderation_item"("taken_by_id") WHERE "taken_by_id" IS NOT NULL;

-- One warning counts for each text.
CREATE UNIQUE INDEX "reviewer_warning_counts" ON "reviewer_warning"("revision_id") WHERE "undone_at" IS NULL;
