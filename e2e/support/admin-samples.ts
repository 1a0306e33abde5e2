import { randomBytes } from "node:crypto";

import type { Page } from "@playwright/test";

import { builtInPolicy } from "../../lib/moderation/policy.ts";
import { expect } from "../fixtures.ts";
import { inDatabase } from "./database.ts";
import { newTrainer } from "./gyms.ts";
import { newQueue } from "./queue.ts";

/** One of each thing that an admin's address can name, all of a test's own. */
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
    unknownId: randomBytes(16)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
  };
}

/** A reply that the member of the page was unhappy with, and shows the team. */
async function shareReply(page: Page): Promise<string> {
  const date = "2026-11-20";
  await page.request.put(`/api/diary/${date}`, {
    data: { body: "보여 주기로 한 하루. [[model rate=400 tokens=5]]" },
  });
  const asked = await page.request.post(`/api/diary/${date}/replies`, { data: { tone: "F" } });
  await asked.body();
  const id = asked.headers()["x-reply-id"]!;
  await page.request.put(`/api/replies/${id}/feedback`, { data: { feedback: "DOWN" } });
  expect((await page.request.put(`/api/replies/${id}/share`)).status()).toBe(200);
  return id;
}

export type AdminSamples = Awaited<ReturnType<typeof newAdminSamples>>;

/** What stands in an address for its parameters, by the segment before: `gyms/[slug]`. */
const parameters: Record<string, (samples: AdminSamples) => string> = {
  "gyms/[slug]": ({ gymSlug }) => gymSlug,
  "trainers/[trainer]": () => "han",
  "people/[id]": ({ memberId }) => memberId,
  "appeals/[id]": ({ appealId }) => appealId,
  "feedback/[id]": ({ replyId }) => replyId,
  "runs/[id]": ({ runId }) => runId,
  "draft/[rule]": () => "profanity",
  "versions/[version]": () => "1",
  "export/[file]": () => "decisions.csv?from=2026-11-01&to=2026-11-02",
  // Of members' pages, which carry actions too.
  "diary/[date]": () => "2026-11-20",
  "reviews/[id]": ({ held }) => held.reviewId,
  "report/[id]": ({ held }) => held.reviewId,
};

/** The address of a page or route of the build's manifest (`/admin/gyms/[slug]/page`); undefined when there is no sample for it. */
export function addressOf(entry: string, samples: AdminSamples): string | undefined {
  const segments = entry
    .split("/")
    .slice(1, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment));
  const filled = segments.map((segment, at) =>
    segment.startsWith("[") ? parameters[`${segments[at - 1]}/${segment}`]?.(samples) : segment,
  );
  return filled.every((segment) => segment !== undefined) ? `/${filled.join("/")}` : undefined;
}

/** Every field that an action of a moderator or an admin may read, with something it would do something with. */
export function actionFields(samples: AdminSamples): Record<string, string> {
  const { held, appealId, gymId, unknownId } = samples;
  return {
    id: samples.runId,
    memberId: samples.memberId,
    role: "MODERATOR",
    for: "7",
    until: "2027-01-01",
    fromId: gymId,
    intoId: unknownId,
    revisionId: held.revisionId,
    kind: "APPROVE",
    rule: "profanity",
    seen: "0",
    note: "x",
    actId: unknownId,
    batchId: unknownId,
    appealId,
    outcome: "OVERTURNED",
    answer: "다시 보니 규칙에 어긋나지 않아요.",
    text: "어느 부분이 그런지 알려 주시겠어요?",
    verdictId: held.verdictId,
    decision: "REJECT",
    name: "hacked",
    district: "x",
    address: "x",
    specialty: "x",
    slug: `hacked-${unknownId.slice(0, 8)}`,
    runId: samples.runId,
    size: "50",
    callBudget: "30",
    edit: "0",
    replyId: samples.replyId,
  };
}
