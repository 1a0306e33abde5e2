-- CreateTable
CREATE TABLE "reported_deletion" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "gym_id" UUID NOT NULL,
    "trainer_id" UUID,
    "reasons" TEXT[],
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reported_deletion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reported_deletion_author_id_gym_id_idx" ON "reported_deletion"("author_id", "gym_id");

-- CreateIndex
CREATE INDEX "reported_deletion_gym_id_idx" ON "reported_deletion"("gym_id");

-- CreateIndex
CREATE INDEX "reported_deletion_trainer_id_idx" ON "reported_deletion"("trainer_id");

-- CreateIndex
CREATE INDEX "reported_deletion_expires_at_idx" ON "reported_deletion"("expires_at");

-- AddForeignKey
ALTER TABLE "reported_deletion" ADD CONSTRAINT "reported_deletion_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_deletion" ADD CONSTRAINT "reported_deletion_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_deletion" ADD CONSTRAINT "reported_deletion_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
