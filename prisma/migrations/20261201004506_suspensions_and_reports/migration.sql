-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'REPORT_DECIDED';
ALTER TYPE "NoticeKind" ADD VALUE 'ACCOUNT_SUSPENDED';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "suspension_reason" TEXT;

-- CreateTable
CREATE TABLE "suspension_appeal" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "suspended_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "suspension_appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suspension_appeal_member_id_suspended_at_key" ON "suspension_appeal"("member_id", "suspended_at");

-- AddForeignKey
ALTER TABLE "suspension_appeal" ADD CONSTRAINT "suspension_appeal_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
