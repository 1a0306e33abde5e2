import "server-only";

import { pool } from "../db.ts";
import type { Feedback, ReplyStatus, Tone } from "./schema.ts";

export const feedbackColumns = [
  "asked_at",
  "tone",
  "feedback",
  "status",
  "finish_reason",
  "failure",
  "first_text_ms",
  "total_ms",
  "input_tokens",
  "output_tokens",
] as const;

type FeedbackRow = {
  at: Date;
  id: string;
  tone: Tone;
  feedback: Feedback;
  status: ReplyStatus;
  finishReason: string | null;
  failure: string | null;
  firstTextMs: number | null;
  totalMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
};

/**
 * What readers thought of the replies of a stretch of time, in order, page by page. No text, no member, and no id that
 * leads to either.
 */
export async function* exportFeedback({ from, until }: { from: Date; until: Date }, rowsPerPage = 1000) {
  let after: Pick<FeedbackRow, "at" | "id"> | undefined;
  do {
    const { rows } = await pool.query<FeedbackRow>(pageQuery, [
      from,
      until,
      after?.at ?? null,
      after?.id ?? null,
      rowsPerPage,
    ]);
    if (rows.length > 0) yield rows.map(cellsOf);
    after = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (after);
}

const pageQuery = `
  SELECT created_at AS at, id, tone, feedback, status, finish_reason AS "finishReason",
         failure, first_text_ms AS "firstTextMs", total_ms AS "totalMs", input_tokens AS "inputTokens",
         output_tokens AS "outputTokens"
    FROM reply
   WHERE feedback IS NOT NULL AND created_at >= coalesce($3::timestamptz, $1) AND created_at < $2
     AND ($3::timestamptz IS NULL OR (created_at, id) > ($3::timestamptz, $4::uuid))
   ORDER BY created_at, id LIMIT $5`;

const cellsOf = (row: FeedbackRow) => [
  row.at,
  row.tone,
  row.feedback,
  row.status,
  row.finishReason,
  row.failure,
  row.firstTextMs,
  row.totalMs,
  row.inputTokens,
  row.outputTokens,
];
