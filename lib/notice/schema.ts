import { z } from "zod";

const place = z.object({ slug: z.string(), name: z.string(), nameEn: z.string().nullable() });
const aboutReview = { reviewId: z.uuid(), gym: place, trainer: place.nullable() };
const wasPublished = z.literal(true).optional();

const accountChanges = [
  "PASSWORD_CHANGED",
  "PASSWORD_RESET",
  "EMAIL_CHANGED",
  "EMAIL_LOST",
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
] as const;

const standingChangeSchema = z.object({
  event: z.enum(["WARNED", "WARNING_UNDONE", "REVIEWING_SUSPENDED", "REVIEWING_RESTORED"]),
  rule: z.string().nullable(),
  until: z.iso.datetime().nullable(),
});

export type StandingChange = z.infer<typeof standingChangeSchema>;

/**
 * Ids, names and codes per kind. Contains no text of members, because it is pushed to lock screens. Sentences are
 * rendered in the reader's language.
 */
export const noticeContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("REVIEW_APPROVED"), data: z.object(aboutReview) }),
  z.object({
    kind: z.literal("REVIEW_REJECTED"),
    data: z.object({ ...aboutReview, wasPublished, rule: z.string() }),
  }),
  z.object({ kind: z.literal("REVIEW_HELD"), data: z.object({ ...aboutReview, wasPublished }) }),
  z.object({ kind: z.literal("REVIEW_DELAYED"), data: z.object(aboutReview) }),
  z.object({ kind: z.literal("APPEAL_ASKED"), data: z.object(aboutReview) }),
  z.object({
    kind: z.literal("APPEAL_DECIDED"),
    data: z.object({ ...aboutReview, outcome: z.enum(["UPHELD", "OVERTURNED"]) }),
  }),
  z.object({ kind: z.literal("REPLY_FINISHED"), data: z.object({ date: z.iso.date() }) }),
  /** After a model outage, for members whose reply failed. `date`: the page of their last request. */
  z.object({ kind: z.literal("SORA_WORKS_AGAIN"), data: z.object({ date: z.iso.date() }) }),
  z.object({
    kind: z.literal("REPORT_DECIDED"),
    data: z.object({ gym: place, trainer: place.nullable(), outcome: z.enum(["UPHELD", "DISMISSED"]) }),
  }),
  /** The reason is only on the linked page, because the notice is pushed to lock screens. */
  z.object({
    kind: z.literal("ACCOUNT_SUSPENDED"),
    data: z.object({ event: z.enum(["SUSPENDED", "RESTORED", "UPHELD"]) }),
  }),
  /** A warning, or a suspension from reviewing. `rule`: the reason. `until`: the end of a suspension. */
  z.object({ kind: z.literal("STANDING_CHANGED"), data: standingChangeSchema }),
  z.object({ kind: z.literal("NEW_SIGN_IN"), data: z.object({ device: z.string() }) }),
  z.object({
    kind: z.literal("ACCOUNT_CHANGED"),
    data: z.object({ event: z.enum(accountChanges), device: z.string() }),
  }),
]);

export type NoticeContent = z.infer<typeof noticeContentSchema>;
export type NoticeKind = NoticeContent["kind"];

export const noticeKinds = noticeContentSchema.options.map(({ shape }) => shape.kind.value);

export type Notice = NoticeContent & { id: string; createdAt: Date; isRead: boolean };

/** Sent whole each time, so that a tab needs no history after a pause. */
export type NoticeState = { unread: number; latest: { id: string; ageMs: number } | null };

export const noticeIdSchema = z.uuid();

export const readNoticesSchema = z.object({ upTo: noticeIdSchema });
