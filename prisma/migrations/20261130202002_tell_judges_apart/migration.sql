-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "model_host" TEXT,
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "said_decision" "Decision",
ADD COLUMN     "said_rule" TEXT;

-- AlterTable
ALTER TABLE "model_call" ADD COLUMN     "cached_input_tokens" INTEGER,
ADD COLUMN     "run_kind" "PolicyRunKind";

-- CreateTable
CREATE TABLE "cached_verdict" (
    "body_hash" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "model_host" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "decision" "Decision" NOT NULL,
    "rule" TEXT,
    "hold_reason" TEXT,
    "evidence" TEXT[],
    "also_broken" JSONB NOT NULL DEFAULT '[]',
    "confidence" DOUBLE PRECISION,
    "model_call_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cached_verdict_pkey" PRIMARY KEY ("body_hash","policy_version","model","model_host","prompt_version")
);

-- CreateTable
CREATE TABLE "confidence_threshold" (
    "id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "model_host" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "rule" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "judged" INTEGER NOT NULL,
    "agreement" DOUBLE PRECISION NOT NULL,
    "at_least" DOUBLE PRECISION NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "confidence_threshold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cached_verdict_created_at_idx" ON "cached_verdict"("created_at");
