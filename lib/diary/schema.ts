import { z } from "zod";

import type { ModelFailure } from "../ai/model-failure.ts";
import { countChars } from "../written-text.ts";
import { maxEntryChars } from "./entry-text.ts";
import { isCalendarDate } from "../time/local-date.ts";

/** Every character escaped (`\ud83d\ude00` is 12 bytes), and some room. */
export const maxEntryRequestBytes = maxEntryChars * 12 + 1024;

export const dateSchema = z.string().refine(isCalendarDate);

const toneSchema = z.enum(["T", "F"]);
export type Tone = z.infer<typeof toneSchema>;

const bodySchema = z
  .string()
  .refine((body) => body.trim() !== "")
  .refine((body) => countChars(body) <= maxEntryChars)
  // Half a surrogate pair cannot be stored as UTF-8: it would come back as another character.
  .refine((body) => body.isWellFormed());

export const saveEntrySchema = z.object({
  date: dateSchema,
  body: bodySchema,
  /** The version that the text is based on; another current version is a conflict. Absent: always write. */
  baseUpdatedAt: z.iso.datetime().nullable().optional(),
});

export const monthSchema = z.string().refine((month) => isCalendarDate(`${month}-01`));

export const listEntriesSchema = z.object({
  before: dateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

export const replyRequestSchema = z.object({ date: dateSchema, tone: toneSchema });

export const replyIdSchema = z.uuid();

export const feedbackSchema = z.object({ feedback: z.enum(["UP", "DOWN"]).nullable() });
export type Feedback = z.infer<typeof feedbackSchema>["feedback"];

export type ReplyFailure =
  | ModelFailure
  /** MODEL_NEEDS_REPAIR promises the author a notice after the repair. With the notice it becomes this code. */
  | "MODEL_REPAIRED"
  | "MODEL_ONLY_THOUGHT"
  | "TOO_LONG"
  | "INTERRUPTED"
  /** The saved text cannot be opened. Never in the database. */
  | "DAMAGED";

export type ReplyStatus = "PENDING" | "STREAMING" | "DONE" | "STOPPED" | "FAILED";
export const isRunning = (status: ReplyStatus) => status === "PENDING" || status === "STREAMING";

/** Sent to the browser. Times are ISO 8601 in UTC. `fingerprint`: equal only for equal texts of this page. */
export type Entry = {
  date: string;
  body: string;
  isSealed?: true;
  fingerprint: string;
  updatedAt: string;
};

export type Reply = {
  id: string;
  tone: Tone;
  status: ReplyStatus;
  text: string;
  failure: ReplyFailure | null;
  isCut: boolean;
  /** The page's fingerprint at the request; null for a reply older than fingerprints. */
  fingerprint: string | null;
  feedback: Feedback;
  isShared: boolean;
  createdAt: string;
  endedAt: string | null;
};

export type DaySummary = { date: string; excerpt: string; tones: Tone[]; isSealed: boolean };

export type PastMonth = { month: string; count: number };

export type MonthDays = { month: string; days: DaySummary[] };

export type Neighbours = { before: string | null; after: string | null };
