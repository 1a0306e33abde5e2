import { z } from "zod";

import type { ModelFailure } from "../ai/model-failure.ts";
import { countChars } from "../written-text.ts";
import { maxEntryChars } from "./entry-text.ts";
import { isCalendarDate } from "../local-date.ts";

/** A JSON body holding an entry, every character escaped (`\ud83d\ude00` is 12 bytes), and some room. */
export const maxEntryRequestBytes = maxEntryChars * 12 + 1024;

/** `2026-11-21`, a day that exists. */
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
  /** The version this text was written on: saving over another one is refused. Absent: save anyway. */
  baseUpdatedAt: z.iso.datetime().nullable().optional(),
});

/** `2026-11`. */
export const monthSchema = z.string().refine((month) => isCalendarDate(`${month}-01`));

export const listEntriesSchema = z.object({
  before: dateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

export const replyRequestSchema = z.object({ date: dateSchema, tone: toneSchema });

export const replyIdSchema = z.uuid();

export const feedbackSchema = z.object({ feedback: z.enum(["UP", "DOWN"]).nullable() });
export type Feedback = z.infer<typeof feedbackSchema>["feedback"];

/** Why a reply is FAILED. Codes travel; sentences are written in the component. */
export type ReplyFailure =
  | ModelFailure
  /** MODEL_NEEDS_REPAIR promises the author a notice after the repair. With the notice it becomes this code. */
  | "MODEL_REPAIRED"
  | "MODEL_ONLY_THOUGHT"
  | "TOO_LONG"
  | "INTERRUPTED"
  /** Saved, and does not open any more. Never in the database. */
  | "DAMAGED";

export type ReplyStatus = "PENDING" | "STREAMING" | "DONE" | "STOPPED" | "FAILED";
export const isRunning = (status: ReplyStatus) => status === "PENDING" || status === "STREAMING";

/** An entry as it travels. Times are ISO 8601 in UTC. */
export type Entry = {
  date: string;
  body: string;
  /** Its sealed text is damaged and does not open; `body` is empty. */
  isSealed?: true;
  /** Equal for equal texts of this page, and for nothing else. */
  fingerprint: string;
  updatedAt: string;
};

/** A reply as it travels. */
export type Reply = {
  id: string;
  tone: Tone;
  status: ReplyStatus;
  text: string;
  failure: ReplyFailure | null;
  /** The model's own length limit ended it: the text stops where it should go on. */
  isCut: boolean;
  /** The page's when the reply was asked for; null for a reply from before there was one. */
  fingerprint: string | null;
  feedback: Feedback;
  /** The team may read it, and the page it answers, by the author's own choice. */
  isShared: boolean;
  createdAt: string;
  endedAt: string | null;
};

/** A day in the list of past days. */
export type DaySummary = { date: string; excerpt: string; tones: Tone[]; isSealed: boolean };

/** A month with pages, `2026-11`, and how many. */
export type PastMonth = { month: string; count: number };

/** A month of the list of past days. */
export type MonthDays = { month: string; days: DaySummary[] };

/** The nearest written days before and after a day. */
export type Neighbours = { before: string | null; after: string | null };
