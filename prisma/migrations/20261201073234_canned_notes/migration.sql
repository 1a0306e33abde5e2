-- CreateTable
CREATE TABLE "canned_note" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canned_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "canned_note_text_key" ON "canned_note"("text");

-- AddForeignKey
ALTER TABLE "canned_note" ADD CONSTRAINT "canned_note_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
