-- CreateTable
CREATE TABLE "server" (
    "id" UUID NOT NULL,
    "host_name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "build_id" TEXT NOT NULL,
    "action_key_id" TEXT NOT NULL,
    "diary_key_ids" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_pkey" PRIMARY KEY ("id")
);
