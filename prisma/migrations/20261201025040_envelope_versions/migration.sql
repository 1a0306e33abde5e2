-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "body_version" UUID;

-- AlterTable
ALTER TABLE "shared_reply" ADD COLUMN     "version" UUID;

-- AlterTable
ALTER TABLE "server" ADD COLUMN     "envelope_format" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "envelope_format" (
    "format" INTEGER NOT NULL,
    "written_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "envelope_format_pkey" PRIMARY KEY ("format")
);

-- A database with diaries may be served by the release before this one, and go back to it, which cannot open envelopes with a
-- version: they are written from a week on. A new database has them from its first page.
INSERT INTO "envelope_format" ("format", "written_from")
SELECT 2, now() + CASE WHEN EXISTS (SELECT FROM "data_key") THEN interval '7 days' ELSE interval '0' END;
