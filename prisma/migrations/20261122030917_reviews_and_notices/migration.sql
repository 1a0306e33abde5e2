-- CreateEnum
CREATE TYPE "RevisionStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED', 'HELD', 'FAILED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('APPROVE', 'REJECT', 'HOLD');

-- CreateEnum
CREATE TYPE "DecidedBy" AS ENUM ('RULE', 'MODEL', 'MODERATOR');

-- CreateEnum
CREATE TYPE "ModerationReason" AS ENUM ('HELD', 'FAILED', 'APPEALED');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('UPHELD', 'OVERTURNED');

-- CreateEnum
CREATE TYPE "CallPurpose" AS ENUM ('MODERATION', 'SUMMARY');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('REVIEW_APPROVED', 'REVIEW_REJECTED', 'REVIEW_HELD', 'REVIEW_DELAYED', 'APPEAL_DECIDED', 'REPLY_FINISHED');

-- CreateTable
CREATE TABLE "gym" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "district" TEXT NOT NULL,
    "district_en" TEXT,
    "address" TEXT NOT NULL,
    "address_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "star_counts" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "star_sum" INTEGER NOT NULL DEFAULT 0,
    "reviews_changed_at" TIMESTAMPTZ(6),

    CONSTRAINT "gym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainer" (
    "id" UUID NOT NULL,
    "gym_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "specialty" TEXT NOT NULL,
    "specialty_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "star_counts" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "star_sum" INTEGER NOT NULL DEFAULT 0,
    "reviews_changed_at" TIMESTAMPTZ(6),

    CONSTRAINT "trainer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gym_suggestion" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "gym_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "gym_id" UUID NOT NULL,
    "trainer_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_revision_id" UUID,
    "published_stars" SMALLINT,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_revision" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "stars" SMALLINT NOT NULL,
    "body" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" "RevisionStatus" NOT NULL DEFAULT 'PENDING',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "review_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "decision" "Decision" NOT NULL,
    "decided_by" "DecidedBy" NOT NULL,
    "rule" TEXT,
    "hold_reason" TEXT,
    "evidence" TEXT[],
    "confidence" DOUBLE PRECISION,
    "policy_version" INTEGER NOT NULL,
    "model" TEXT,
    "model_call_id" UUID,
    "is_from_cache" BOOLEAN NOT NULL DEFAULT false,
    "moderator_id" UUID,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_item" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reason" "ModerationReason" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "moderation_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "AppealOutcome",
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_summary" (
    "id" UUID NOT NULL,
    "gym_id" UUID,
    "trainer_id" UUID,
    "locale" TEXT NOT NULL,
    "sentences" JSONB NOT NULL,
    "based_on" UUID[],
    "model" TEXT,
    "covers_at" TIMESTAMPTZ(6),
    "built_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "review_summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_cache" (
    "body_hash" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "decision" "Decision" NOT NULL,
    "rule" TEXT,
    "hold_reason" TEXT,
    "evidence" TEXT[],
    "confidence" DOUBLE PRECISION,
    "model" TEXT NOT NULL,
    "model_call_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_cache_pkey" PRIMARY KEY ("body_hash","policy_version")
);

-- CreateTable
CREATE TABLE "model_call" (
    "id" UUID NOT NULL,
    "purpose" "CallPurpose" NOT NULL,
    "model" TEXT NOT NULL,
    "subject_ids" TEXT[],
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "duration_ms" INTEGER,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "event_key" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_opt_out" (
    "member_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,

    CONSTRAINT "push_opt_out_pkey" PRIMARY KEY ("member_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "gym_slug_key" ON "gym"("slug");

-- CreateIndex
CREATE INDEX "gym_district_idx" ON "gym"("district");

-- CreateIndex
CREATE UNIQUE INDEX "trainer_gym_id_slug_key" ON "trainer"("gym_id", "slug");

-- CreateIndex
CREATE INDEX "gym_suggestion_closed_at_created_at_idx" ON "gym_suggestion"("closed_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_published_revision_id_key" ON "review"("published_revision_id");

-- CreateIndex
CREATE INDEX "review_author_id_created_at_idx" ON "review"("author_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_revision_review_id_number_key" ON "review_revision"("review_id", "number");

-- CreateIndex
CREATE INDEX "verdict_created_at_idx" ON "verdict"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_revision_id_attempt_key" ON "verdict"("revision_id", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_verdict_id_key" ON "appeal"("verdict_id");

-- CreateIndex
CREATE INDEX "appeal_author_id_idx" ON "appeal"("author_id");

-- CreateIndex
CREATE INDEX "model_call_purpose_started_at_idx" ON "model_call"("purpose", "started_at");

-- CreateIndex
CREATE INDEX "notice_member_id_created_at_idx" ON "notice"("member_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_member_id_event_key_key" ON "notice"("member_id", "event_key");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_member_id_idx" ON "push_subscription"("member_id");

-- AddForeignKey
ALTER TABLE "trainer" ADD CONSTRAINT "trainer_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gym_suggestion" ADD CONSTRAINT "gym_suggestion_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_published_revision_id_fkey" FOREIGN KEY ("published_revision_id") REFERENCES "review_revision"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_revision" ADD CONSTRAINT "review_revision_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_item" ADD CONSTRAINT "moderation_item_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "review_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdict"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_summary" ADD CONSTRAINT "review_summary_gym_id_fkey" FOREIGN KEY ("gym_id") REFERENCES "gym"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_summary" ADD CONSTRAINT "review_summary_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_opt_out" ADD CONSTRAINT "push_opt_out_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on: Prisma has no word for partial indexes, NULLS NOT DISTINCT, checks and triggers.

-- One review for each member and gym, and for each member and trainer.
CREATE UNIQUE INDEX "review_of_gym" ON "review"("author_id", "gym_id") WHERE "trainer_id" IS NULL;
CREATE UNIQUE INDEX "review_of_trainer" ON "review"("author_id", "trainer_id") WHERE "trainer_id" IS NOT NULL;

-- The published lists, page by page.
CREATE INDEX "review_gym_newest" ON "review"("gym_id", "published_at" DESC, "id" DESC) WHERE "published_at" IS NOT NULL;
CREATE INDEX "review_gym_stars" ON "review"("gym_id", "published_stars", "published_at" DESC, "id" DESC) WHERE "published_at" IS NOT NULL;
CREATE INDEX "review_trainer_newest" ON "review"("trainer_id", "published_at" DESC, "id" DESC) WHERE "published_at" IS NOT NULL;
CREATE INDEX "review_trainer_stars" ON "review"("trainer_id", "published_stars", "published_at" DESC, "id" DESC) WHERE "published_at" IS NOT NULL;

ALTER TABLE "review" ADD CONSTRAINT "review_published_whole"
  CHECK (("published_at" IS NULL) = ("published_stars" IS NULL) AND ("published_at" IS NULL) = ("published_revision_id" IS NULL));
ALTER TABLE "review_revision" ADD CONSTRAINT "review_revision_stars" CHECK ("stars" BETWEEN 1 AND 5);

-- What waits to be judged: the oldest first, and all of one text.
CREATE INDEX "review_revision_pending" ON "review_revision"("created_at") WHERE "status" = 'PENDING';
CREATE INDEX "review_revision_pending_text" ON "review_revision"("body_hash") WHERE "status" = 'PENDING';
-- Two tabs that send at once cannot leave two revisions of one review waiting.
CREATE UNIQUE INDEX "review_revision_one_pending" ON "review_revision"("review_id") WHERE "status" = 'PENDING';

CREATE UNIQUE INDEX "moderation_item_open" ON "moderation_item"("revision_id") WHERE "closed_at" IS NULL;
CREATE INDEX "moderation_item_oldest" ON "moderation_item"("opened_at", "id") WHERE "closed_at" IS NULL;

CREATE UNIQUE INDEX "review_summary_of" ON "review_summary"("gym_id", "trainer_id", "locale") NULLS NOT DISTINCT;
ALTER TABLE "review_summary" ADD CONSTRAINT "review_summary_of_one" CHECK (("gym_id" IS NULL) <> ("trainer_id" IS NULL));

CREATE INDEX "model_call_running" ON "model_call"("purpose", "expires_at") WHERE "ended_at" IS NULL;
CREATE INDEX "notice_unread" ON "notice"("member_id") WHERE "read_at" IS NULL;

-- The tallies of gyms and trainers. In a trigger, so that every way a review appears or goes is counted,
-- a member's deletion too, which takes their reviews along without any code of ours.
CREATE FUNCTION tally_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.published_stars IS NOT NULL THEN
    UPDATE gym SET star_counts[OLD.published_stars] = star_counts[OLD.published_stars] - 1,
           review_count = review_count - 1, star_sum = star_sum - OLD.published_stars, reviews_changed_at = moment
     WHERE id = OLD.gym_id;
    UPDATE trainer SET star_counts[OLD.published_stars] = star_counts[OLD.published_stars] - 1,
           review_count = review_count - 1, star_sum = star_sum - OLD.published_stars, reviews_changed_at = moment
     WHERE id = OLD.trainer_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.published_stars IS NOT NULL THEN
    UPDATE gym SET star_counts[NEW.published_stars] = star_counts[NEW.published_stars] + 1,
           review_count = review_count + 1, star_sum = star_sum + NEW.published_stars, reviews_changed_at = moment
     WHERE id = NEW.gym_id;
    UPDATE trainer SET star_counts[NEW.published_stars] = star_counts[NEW.published_stars] + 1,
           review_count = review_count + 1, star_sum = star_sum + NEW.published_stars, reviews_changed_at = moment
     WHERE id = NEW.trainer_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER review_tally_insert_delete AFTER INSERT OR DELETE ON "review"
  FOR EACH ROW EXECUTE FUNCTION tally_review();
CREATE TRIGGER review_tally_update AFTER UPDATE ON "review"
  FOR EACH ROW WHEN ((OLD.published_revision_id, OLD.published_stars, OLD.gym_id, OLD.trainer_id)
    IS DISTINCT FROM (NEW.published_revision_id, NEW.published_stars, NEW.gym_id, NEW.trainer_id))
  EXECUTE FUNCTION tally_review();
