-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'SORA_WORKS_AGAIN';

-- CreateTable
CREATE TABLE "model_call_failure" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_call_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_outage" (
    "purpose" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,
    "model" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "status" INTEGER,

    CONSTRAINT "model_outage_pkey" PRIMARY KEY ("purpose")
);

-- CreateIndex
CREATE INDEX "model_call_failure_failed_at_idx" ON "model_call_failure"("failed_at");

-- Authors who were told that Sora is being repaired, and wait for a notice.
CREATE INDEX "reply_awaiting_repair_idx" ON "reply"("author_id") WHERE "failure" = 'MODEL_NEEDS_REPAIR';
