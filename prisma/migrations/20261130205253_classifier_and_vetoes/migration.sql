-- AlterEnum
ALTER TYPE "DecidedBy" ADD VALUE 'CLASSIFIER';

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "vetoes" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "cached_verdict" ADD COLUMN     "vetoes" JSONB NOT NULL DEFAULT '[]';
