-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "fingerprint" TEXT;

-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "fingerprint" TEXT;
