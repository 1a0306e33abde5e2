-- CreateIndex
CREATE INDEX "member_created_at_id_idx" ON "member"("created_at", "id");

-- CreateIndex
CREATE INDEX "reply_created_at_id_idx" ON "reply"("created_at", "id");

-- CreateIndex
CREATE INDEX "review_revision_created_at_idx" ON "review_revision"("created_at");
