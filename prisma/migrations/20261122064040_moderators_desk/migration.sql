-- CreateEnum
CREATE TYPE "ActKind" AS ENUM ('APPROVE', 'REJECT', 'HOLD', 'REJUDGE', 'UPHOLD', 'OVERTURN');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "PolicyRunKind" AS ENUM ('TRIAL', 'REJUDGE');

-- CreateEnum
CREATE TYPE "PolicyRunStatus" AS ENUM ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED');

-- AlterEnum
ALTER TYPE "ModerationReason" ADD VALUE 'REPORTED';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "no_reviews_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "first_published_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "moderation_item" ADD COLUMN     "category" TEXT,
ADD COLUMN     "decided_by" "DecidedBy",
ADD COLUMN     "gym_id" UUID,
ADD COLUMN     "locale" TEXT;

-- By hand: items that are there already get what they are filtered by.
UPDATE "moderation_item" item SET "gym_id" = review."gym_id", "locale" = revision."locale",
       "category" = verdict."category", "decided_by" = verdict."decided_by"
  FROM "review_revision" revision
  JOIN "review" ON review."id" = revision."review_id"
  LEFT JOIN LATERAL (SELECT coalesce("rule", "hold_reason") AS "category", "decided_by" FROM "verdict"
                      WHERE "revision_id" = revision."id" ORDER BY "created_at" DESC, "attempt" DESC LIMIT 1) verdict ON true
 WHERE revision."id" = item."revision_id";
ALTER TABLE "moderation_item" ALTER COLUMN "gym_id" SET NOT NULL, ALTER COLUMN "locale" SET NOT NULL;

-- CreateTable
CREATE TABLE "shared_reply" (
    "reply_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "entry" BYTEA NOT NULL,
    "reply" BYTEA NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shared_reply_pkey" PRIMARY KEY ("reply_id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "gym_slug" TEXT NOT NULL,
    "trainer_slug" TEXT NOT NULL DEFAULT '',
    "gym_id" UUID NOT NULL,
    "trainer_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("gym_slug","trainer_slug")
);

-- CreateTable
CREATE TABLE "appeal_message" (
    "id" UUID NOT NULL,
    "appeal_id" UUID NOT NULL,
    "is_from_moderator" BOOLEAN NOT NULL,
    "writer_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appeal_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderator_act" (
    "id" UUID NOT NULL,
    "kind" "ActKind" NOT NULL,
    "revision_id" UUID NOT NULL,
    "moderator_id" UUID,
    "verdict_id" UUID,
    "appeal_id" UUID,
    "batch_id" UUID,
    "before" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "moderator_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderator_presence" (
    "moderator_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderator_presence_pkey" PRIMARY KEY ("moderator_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT,
    "counts" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "ReportOutcome",
    "decided_at" TIMESTAMPTZ(3),
    "act_id" UUID,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blind_judgement" (
    "verdict_id" UUID NOT NULL,
    "moderator_id" UUID NOT NULL,
    "decision" "Decision" NOT NULL,
    "rule" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blind_judgement_pkey" PRIMARY KEY ("verdict_id","moderator_id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "note" TEXT,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "policy_draft" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "base_version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "edit" INTEGER NOT NULL DEFAULT 1,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_run" (
    "id" UUID NOT NULL,
    "kind" "PolicyRunKind" NOT NULL,
    "status" "PolicyRunStatus" NOT NULL DEFAULT 'RUNNING',
    "pause_reason" TEXT,
    "rules" JSONB NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "scope" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "call_budget" INTEGER NOT NULL,
    "calls_used" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_run_item" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "decision_before" "Decision",
    "rule_before" TEXT,
    "decision_after" "Decision",
    "rule_after" TEXT,
    "evidence" TEXT[],
    "failure" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_run_item_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "data" JSONB NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shared_reply_shared_at_reply_id_idx" ON "shared_reply"("shared_at", "reply_id");

-- CreateIndex
CREATE INDEX "former_slug_gym_id_idx" ON "former_slug"("gym_id");

-- CreateIndex
CREATE INDEX "former_slug_trainer_id_idx" ON "former_slug"("trainer_id");

-- CreateIndex
CREATE INDEX "appeal_message_appeal_id_created_at_idx" ON "appeal_message"("appeal_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "moderator_act_verdict_id_key" ON "moderator_act"("verdict_id");

-- CreateIndex
CREATE INDEX "moderator_act_revision_id_created_at_idx" ON "moderator_act"("revision_id", "created_at");

-- CreateIndex
CREATE INDEX "moderator_act_moderator_id_created_at_idx" ON "moderator_act"("moderator_id", "created_at");

-- CreateIndex
CREATE INDEX "moderator_act_batch_id_idx" ON "moderator_act"("batch_id");

-- CreateIndex
CREATE INDEX "moderator_act_created_at_id_idx" ON "moderator_act"("created_at", "id");

-- CreateIndex
CREATE INDEX "moderator_presence_revision_id_idx" ON "moderator_presence"("revision_id");

-- CreateIndex
CREATE INDEX "report_reporter_id_created_at_idx" ON "report"("reporter_id", "created_at");

-- CreateIndex
CREATE INDEX "report_review_id_idx" ON "report"("review_id");

-- CreateIndex
CREATE INDEX "report_act_id_idx" ON "report"("act_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_revision_id_reporter_id_key" ON "report"("revision_id", "reporter_id");

-- CreateIndex
CREATE INDEX "blind_judgement_moderator_id_idx" ON "blind_judgement"("moderator_id");

-- CreateIndex
CREATE INDEX "blind_judgement_created_at_idx" ON "blind_judgement"("created_at");

-- CreateIndex
CREATE INDEX "policy_run_started_at_idx" ON "policy_run"("started_at");

-- CreateIndex
CREATE INDEX "policy_run_item_revision_id_idx" ON "policy_run_item"("revision_id");

-- CreateIndex
CREATE INDEX "audit_event_kind_seq_idx" ON "audit_event"("kind", "seq");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_seq_idx" ON "audit_event"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_seq_idx" ON "audit_event"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "shared_reply" ADD CONSTRAINT "shared_reply_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_reply" ADD CONSTRAINT "shared_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_item" ADD CONSTRAINT "moderation_item_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_message" ADD CONSTRAINT "appeal_message_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_message" ADD CONSTRAINT "appeal_message_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_act" ADD CONSTRAINT "moderator_act_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_act" ADD CONSTRAINT "moderator_act_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_act" ADD CONSTRAINT "moderator_act_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_act" ADD CONSTRAINT "moderator_act_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_act" ADD CONSTRAINT "moderator_act_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_presence" ADD CONSTRAINT "moderator_presence_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderator_presence" ADD CONSTRAINT "moderator_presence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "moderator_act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_judgement" ADD CONSTRAINT "blind_judgement_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_judgement" ADD CONSTRAINT "blind_judgement_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_run_item" ADD CONSTRAINT "policy_run_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "policy_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_run_item" ADD CONSTRAINT "policy_run_item_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- A review that was hidden and comes back takes its place again; whoever publishes it need not think of that.
UPDATE "review" SET "first_published_at" = "published_at";
CREATE FUNCTION remember_first_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.first_published_at := NEW.published_at;
  RETURN NEW;
END $$;
CREATE TRIGGER review_first_published BEFORE INSERT OR UPDATE OF "published_at" ON "review"
  FOR EACH ROW WHEN (NEW.first_published_at IS NULL AND NEW.published_at IS NOT NULL)
  EXECUTE FUNCTION remember_first_publication();

-- What the model and the patterns decided lately, newest first.
CREATE INDEX "verdict_automatic_newest" ON "verdict"("created_at" DESC, "id" DESC) WHERE "decided_by" <> 'MODERATOR';
CREATE INDEX "report_open" ON "report"("revision_id") WHERE "outcome" IS NULL;
CREATE INDEX "appeal_open" ON "appeal"("created_at", "id") WHERE "outcome" IS NULL;
CREATE INDEX "policy_run_waiting" ON "policy_run_item"("run_id", "position") WHERE "done_at" IS NULL;

ALTER TABLE "policy_draft" ADD CONSTRAINT "policy_draft_one" CHECK ("id" = 1);
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_after_first" CHECK ("version" > 1);

-- The audit log. The row of audit_head is its lock: whoever adds an event waits for the one before to commit, so the
-- numbers have no gaps and each hash covers the last. Hashed: the previous hash, then the row as a JSON array, as
-- PostgreSQL writes it (lib/audit/verify-audit.ts does the same outside the database).
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_one" CHECK ("id" = 1);
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, sha256(''));

CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := date_trunc('milliseconds', clock_timestamp());
  NEW.previous_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(jsonb_build_array(
    NEW.seq, extract(epoch FROM NEW.at), NEW.actor_id, NEW.kind, NEW.subject_id, NEW.data)::text, 'UTF8'));
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_keep BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
