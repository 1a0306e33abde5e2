import "server-only";

import type { Columns } from "../web/csv.ts";
import { onePage, readPages } from "../web/export-pages.ts";
import type { Feedback, ReplyStatus, Tone } from "./schema.ts";

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

/** No text, no member, and no id that leads to either. */
export const feedbackColumns: Columns<FeedbackRow> = {
  asked_at: (row) => row.at,
  tone: (row) => row.tone,
  feedback: (row) => row.feedback,
  status: (row) => row.status,
  finish_reason: (row) => row.finishReason,
  failure: (row) => row.failure,
  first_text_ms: (row) => row.firstTextMs,
  total_ms: (row) => row.totalMs,
  input_tokens: (row) => row.inputTokens,
  output_tokens: (row) => row.outputTokens,
};

export const exportFeedback = (range: { from: Date; until: Date }) =>
  readPages<FeedbackRow>(
    `SELECT created_at AS at, id, tone, feedback, status, finish_reason AS "finishReason",
            failure, first_text_ms AS "firstTextMs", total_ms AS "totalMs", input_tokens AS "inputTokens",
            output_tokens AS "outputTokens"
       FROM reply
      WHERE feedback IS NOT NULL AND ${onePage}`,
    range,
  );
