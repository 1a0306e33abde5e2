-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "also_broken" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "verdict_cache" ADD COLUMN "also_broken" JSONB NOT NULL DEFAULT '[]';
