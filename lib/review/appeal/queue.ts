import "server-only";

import { pool } from "../../db.ts";
import type { AppealOutcome, DecidedBy } from "../../generated/prisma/enums.ts";
import type { ListCursor } from "../../web/list-query.ts";
import type { AppealState } from "./queue-query.ts";

export const appealsPerPage = 30;

type Named = { slug: string; name: string; nameEn: string | null };

export type AppealRow = {
  id: string;
  text: string;
  createdAt: Date;
  outcome: AppealOutcome | null;
  decidedAt: Date | null;
  rule: string | null;
  policyVersion: number;
  decidedBy: DecidedBy;
  moderatorName: string | null;
  lastMessageBy: "MODERATOR" | "AUTHOR" | null;
  revisionId: string;
  authorName: string;
  gym: Named;
  trainer: Named | null;
};

/**
 * A keyset page: open appeals oldest first, or decided ones newest first. An appeal whose author has replaced the text is
 * not open.
 */
export async function listAppeals(input: { state: AppealState; after?: ListCursor | undefined }) {
  const { rows } = await pool.query<AppealRow>(appealsQuery(input));
  const appeals = rows.slice(0, appealsPerPage);
  const last = rows.length > appealsPerPage ? appeals.at(-1) : undefined;
  const at = last && (input.state === "open" ? last.createdAt : last.decidedAt);
  return { appeals, next: last && at ? { at, id: last.id } : undefined };
}

export async function countOpenAppeals(): Promise<{ count: number; oldest: Date | null }> {
  const { rows } = await pool.query<{ count: number; oldest: Date | null }>(
    `SELECT count(*)::int AS count, min(appeal.created_at) AS oldest
       FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id WHERE ${isOpen}`,
  );
  return rows[0] ?? { count: 0, oldest: null };
}

const isOpen = `appeal.outcome IS NULL AND EXISTS (
  SELECT FROM moderation_item item WHERE item.revision_id = verdict.revision_id AND item.closed_at IS NULL)`;

function appealsQuery({ state, after }: { state: AppealState; after?: ListCursor | undefined }) {
  const [which, at, direction, compare, beginning] =
    state === "open"
      ? [isOpen, "appeal.created_at", "ASC", ">", "-infinity"]
      : ["appeal.outcome IS NOT NULL", "appeal.decided_at", "DESC", "<", "infinity"];
  const text = `
    SELECT appeal.id, appeal.text, appeal.created_at AS "createdAt", appeal.outcome, appeal.decided_at AS "decidedAt",
           verdict.rule, verdict.policy_version AS "policyVersion", verdict.decided_by AS "decidedBy",
           moderator.name AS "moderatorName", author.name AS "authorName",
           verdict.revision_id AS "revisionId",
           (SELECT CASE WHEN is_from_moderator THEN 'MODERATOR' ELSE 'AUTHOR' END FROM appeal_message
             WHERE appeal_id = appeal.id ORDER BY created_at DESC, id DESC LIMIT 1) AS "lastMessageBy",
           json_build_object('slug', gym.slug, 'name', gym.name, 'nameEn', gym.name_en) AS gym,
           CASE WHEN trainer.id IS NOT NULL
             THEN json_build_object('slug', trainer.slug, 'name', trainer.name, 'nameEn', trainer.name_en) END AS trainer
      FROM appeal
      JOIN verdict ON verdict.id = appeal.verdict_id
      JOIN review_revision revision ON revision.id = verdict.revision_id
      JOIN review ON review.id = revision.review_id
      JOIN gym ON gym.id = review.gym_id
      JOIN member author ON author.id = appeal.author_id
      LEFT JOIN trainer ON trainer.id = review.trainer_id
      LEFT JOIN member moderator ON moderator.id = verdict.moderator_id
     WHERE ${which} AND (${at}, appeal.id) ${compare} ($1::timestamptz, $2::uuid)
     ORDER BY ${at} ${direction}, appeal.id ${direction} LIMIT ${appealsPerPage + 1}`;
  return { text, values: [after?.at.toISOString() ?? beginning, after?.id ?? noId] };
}

/** Compared only with an infinite time, so any id works. */
const noId = "00000000-0000-0000-0000-000000000000";
