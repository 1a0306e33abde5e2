import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import type { Database } from "./database.ts";
import type { AcceptedReply, Member } from "./history.ts";
import { canary, replyTo, reviewOf } from "./texts.ts";

const usualPatienceMs = 90_000;

/** Waits until all work has ended. @returns the work that remained at the timeout */
export async function untilQuiet(database: Database, patienceMs = usualPatienceMs): Promise<string[]> {
  for (const deadline = Date.now() + patienceMs; ;) {
    const [left] = await database.query<{ replies: number; revisions: number; log: number }>(
      `SELECT (SELECT count(*)::int FROM reply WHERE status IN ('PENDING', 'STREAMING')) AS replies,
              (SELECT count(*)::int FROM review_revision WHERE status IN ('PENDING', 'FAILED')) AS revisions,
              (SELECT count(*)::int FROM reply_log) AS log`,
    );
    const names = Object.entries(left!).filter(([, count]) => count > 0);
    if (names.length === 0) return [];
    if (Date.now() > deadline) return names.map(([name, count]) => `${count} ${name} are never finished`);
    await sleep(250);
  }
}

type SavedReply = {
  id: string;
  status: string;
  text: string;
  failure: string | null;
  fingerprint: string | null;
};
type SavedPage = { entry: { body: string; fingerprint: string }; replies: SavedReply[] };

export async function checkMember(member: Member, url: string): Promise<string[]> {
  const violations: string[] = [];
  const missing = new Map(member.replies);
  let unknown = 0;
  for (const page of member.pages.values()) {
    const response = await fetch(`${url}/api/diary/${page.date}`, { headers: { cookie: member.cookie } });
    if (response.status !== 200 && response.status !== 404) {
      violations.push(`${page.date} can not be read (${response.status})`);
      continue;
    }
    const saved = response.status === 200 ? ((await response.json()) as SavedPage) : null;
    if (!page.possible.has(saved?.entry.body ?? null))
      violations.push(`${page.date} lost an acknowledged text`);
    for (const reply of saved?.replies ?? []) {
      const accepted = missing.get(reply.id);
      missing.delete(reply.id);
      if (!accepted) unknown += 1;
      const answered = reply.fingerprint === saved!.entry.fingerprint ? [saved!.entry.body] : [...page.sent];
      const wrong = checkReply(reply, accepted, answered.map(replyTo));
      violations.push(...wrong.map((what) => `reply ${reply.id} ${what}`));
      violations.push(...checkReading(reply, accepted, [...page.sent].map(replyTo)));
    }
  }
  for (const reply of missing.values()) if (!reply.mayBeDeleted) violations.push(`reply ${reply.id} is gone`);
  if (unknown > member.unansweredRequests) violations.push(`${unknown} replies that nobody asked for`);
  return violations.map((violation) => `${member.name}: ${violation}`);
}

/** `whole`: the model's replies to the texts that this reply may answer. */
function checkReply(saved: SavedReply, accepted: AcceptedReply | undefined, whole: string[]): string[] {
  const isStopped = saved.status === "STOPPED" && accepted?.isStopRequested !== false;
  if (saved.status !== "DONE" && !isStopped) return [`ended as ${saved.status} (${saved.failure})`];
  const text = saved.text.trim();
  const isRight = isStopped ? whole.some((one) => one.startsWith(text)) : whole.includes(text);
  if (isRight) return [];
  return [`has another text than the model gave: ${brief(text)}, not ${whole.map(brief).join(" or ")}`];
}

function checkReading(saved: SavedReply, accepted: AcceptedReply | undefined, whole: string[]): string[] {
  if (!accepted) return [];
  const violations: string[] = [];
  if (accepted.readWhole !== null && accepted.readWhole !== saved.text)
    violations.push(`reply ${saved.id} was read whole, and is saved otherwise`);
  for (const text of accepted.read.values())
    if (!whole.some((one) => one.startsWith(text.trim())))
      violations.push(`reply ${saved.id} was read with another text: ${brief(text)}`);
  return violations;
}

const brief = (text: string) => `"${text.slice(0, 24)} … ${text.slice(-16)}"`;

/** Database invariants. Each statement selects the rows that violate one. */
const rules: [rule: string, sql: string][] = [
  [
    "a reply belongs to somebody else than its page",
    `SELECT reply.id FROM reply JOIN entry ON entry.id = reply.entry_id WHERE reply.author_id <> entry.author_id`,
  ],
  ["a finished reply is still leased", `SELECT id FROM reply WHERE lease_until IS NOT NULL`],
  [
    "a revision has not exactly one verdict that counts",
    `SELECT revision.id FROM review_revision revision LEFT JOIN verdict
         ON verdict.revision_id = revision.id AND verdict.undone_at IS NULL
      WHERE revision.status IN ('APPROVED', 'REJECTED', 'HELD')
      GROUP BY revision.id HAVING count(verdict.id) <> 1`,
  ],
  [
    "a verdict says otherwise than its revision",
    `SELECT revision.id FROM review_revision revision JOIN verdict ON verdict.revision_id = revision.id
      WHERE verdict.undone_at IS NULL AND revision.status IN ('APPROVED', 'REJECTED', 'HELD')
        AND revision.status::text <> CASE verdict.decision WHEN 'APPROVE' THEN 'APPROVED' WHEN 'REJECT' THEN 'REJECTED' ELSE 'HELD' END`,
  ],
  [
    "an author was not notified of a verdict exactly once",
    `SELECT revision.id FROM review_revision revision JOIN review ON review.id = revision.review_id
       LEFT JOIN notice ON notice.member_id = review.author_id
         AND notice.event_key = 'review:' || revision.id || ':' || revision.status
      WHERE revision.status IN ('APPROVED', 'REJECTED', 'HELD')
      GROUP BY revision.id HAVING count(notice.id) <> 1`,
  ],
  [
    "a review does not show its newest approved text",
    `SELECT review.id FROM review
      WHERE published_revision_id IS DISTINCT FROM (
        SELECT id FROM review_revision WHERE review_id = review.id AND status = 'APPROVED'
         ORDER BY number DESC LIMIT 1)`,
  ],
  [
    "a held text waits for nobody, or a decided one for somebody",
    `SELECT revision.id FROM review_revision revision
      WHERE (revision.status = 'HELD') <> EXISTS (
        SELECT FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL)`,
  ],
  [
    "a gym's stars are not those of its published reviews",
    `SELECT gym.id FROM gym LEFT JOIN review ON review.gym_id = gym.id AND review.trainer_id IS NULL
        AND review.published_revision_id IS NOT NULL
      GROUP BY gym.id HAVING gym.review_count <> count(review.id) OR gym.star_sum <> coalesce(sum(review.published_stars), 0)`,
  ],
  ["a job was given up", `SELECT id FROM pgboss.job WHERE state = 'failed'`],
  [
    "a member's words are in a job, a notice or a log of calls",
    `SELECT 'job' AS id FROM pgboss.job WHERE data::text LIKE '%${canary}%' OR output::text LIKE '%${canary}%'
      UNION ALL SELECT 'notice' FROM notice WHERE data::text LIKE '%${canary}%'`,
  ],
  ["a page or a reply is not sealed", `SELECT id FROM entry WHERE position('${canary}'::bytea IN body) > 0`],
];

export async function checkRules(database: Database): Promise<string[]> {
  const found = await Promise.all(
    rules.map(async ([rule, sql]) => {
      const rows = await database.query<{ id: string }>(sql);
      return rows.length > 0 ? [`${rule} (${rows.length}: ${rows[0]!.id})`] : [];
    }),
  );
  return found.flat();
}

export async function checkReviews(database: Database, members: Member[]): Promise<string[]> {
  const expected = expectedStatuses();
  const rows = await database.query<{ member: string; slug: string; body: string; status: string }>(
    `SELECT member.id AS member, gym.slug, revision.body, revision.status FROM review
       JOIN member ON member.id = review.author_id JOIN gym ON gym.id = review.gym_id
       JOIN LATERAL (SELECT body, status FROM review_revision WHERE review_id = review.id
                      ORDER BY number DESC LIMIT 1) revision ON true`,
  );
  const violations: string[] = [];
  for (const { id, name, reviews } of members) {
    for (const review of reviews.values()) {
      const saved = rows.find(({ member, slug }) => member === id && slug === review.gymSlug);
      if (!saved && review.isAcknowledged)
        violations.push(`${name}: the review of ${review.gymSlug} is gone`);
      if (!saved) continue;
      if (!review.possible.has(saved.body))
        violations.push(`${name}: the review of ${review.gymSlug} lost an acknowledged text`);
      if (saved.status !== expected(saved.body))
        violations.push(
          `${name}: the review of ${review.gymSlug} is ${saved.status}, not ${expected(saved.body)}`,
        );
    }
  }
  return violations;
}

function expectedStatuses(): (body: string) => string {
  const statuses = new Map(
    Array.from({ length: 5_000 }, (_, at) => reviewOf(at)).map((one) => [one.body, one.expected]),
  );
  return (body) => statuses.get(body) ?? "a text that nobody sent";
}

export function checkLogs(files: string[]): string[] {
  return files
    .filter((file) => readFileSync(file, "utf8").includes(canary))
    .map((file) => `a member's words are in ${file}`);
}
