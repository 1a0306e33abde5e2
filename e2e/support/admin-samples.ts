import { randomBytes } from "node:crypto";

import type { Page } from "@playwright/test";

import { builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { expect } from "../fixtures.ts";
import { inDatabase } from "./database.ts";
import { newTrainer } from "./gyms.ts";
import { newQueue } from "./queue.ts";

/** One row of every kind that an admin's URL can name. Only this test uses them. */
export async function newAdminSamples(page: Page, memberId: string) {
  const { gymId, slug, word } = await newQueue(2);
  await newTrainer(slug, "han", "한서연");
  const [trainer] = await inDatabase<{ id: string }>("SELECT id FROM trainer WHERE gym_id = $1", [gymId]);
  const [held, rejected] = await inDatabase<{ reviewId: string; revisionId: string; verdictId: string }>(
    `SELECT review.id AS "reviewId", revision.id AS "revisionId", verdict.id AS "verdictId"
       FROM review JOIN review_revision revision ON revision.review_id = review.id
       JOIN verdict ON verdict.revision_id = revision.id WHERE review.gym_id = $1 ORDER BY revision.created_at`,
    [gymId],
  );
  const [appeal] = await inDatabase<{ id: string }>(
    `WITH revision AS (UPDATE review_revision SET status = 'REJECTED' WHERE id = $1),
          item AS (UPDATE moderation_item SET reason = 'APPEALED' WHERE revision_id = $1),
          verdict AS (UPDATE verdict SET decision = 'REJECT', hold_reason = NULL, rule = 'profanity' WHERE id = $2)
     INSERT INTO appeal (id, verdict_id, author_id, text)
     SELECT gen_random_uuid(), $2, author_id, '욕을 쓴 적이 없어요.' FROM review WHERE id = $3 RETURNING id`,
    [rejected!.revisionId, rejected!.verdictId, rejected!.reviewId],
  );
  const [run] = await inDatabase<{ id: string }>(
    `INSERT INTO policy_run (id, kind, status, rules, policy_version, scope, total, call_budget)
     VALUES (gen_random_uuid(), 'TRIAL', 'DONE', $1, 1, '{"size": 50, "edit": 1}', 0, 0) RETURNING id`,
    [JSON.stringify(builtInPolicy.rules)],
  );
  return {
    word,
    gymId,
    gymSlug: slug,
    trainerId: trainer!.id,
    memberId,
    held: held!,
    appealId: appeal!.id,
    runId: run!.id,
    replyId: await shareReply(page),
    date: sharedDate,
    unknownId: randomBytes(16)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
  };
}

const sharedDate = "2026-11-20";

async function shareReply(page: Page): Promise<string> {
  await page.request.put(`/api/diary/${sharedDate}`, {
    data: { body: "보여 주기로 한 하루. [[model rate=400 tokens=5]]" },
  });
  const asked = await page.request.post(`/api/diary/${sharedDate}/replies`, { data: { tone: "F" } });
  await asked.body();
  const id = asked.headers()["x-reply-id"]!;
  await page.request.put(`/api/replies/${id}/feedback`, { data: { feedback: "DOWN" } });
  expect((await page.request.put(`/api/replies/${id}/share`)).status()).toBe(200);
  return id;
}

export type AdminSamples = Awaited<ReturnType<typeof newAdminSamples>>;
