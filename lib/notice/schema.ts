import { z } from "zod";

const place = z.object({ slug: z.string(), name: z.string(), nameEn: z.string().nullable() });
const aboutReview = { reviewId: z.uuid(), gym: place, trainer: place.nullable() };
/** Everyone could see it until then. */
const wasPublished = z.literal(true).optional();

/** What ACCOUNT_CHANGED says: recordSecurityEvent (lib/auth/security-log/) knows what each means. */
const accountChanges = [
  "PASSWORD_CHANGED",
  "PASSWORD_RESET",
  "EMAIL_CHANGED",
  "EMAIL_LOST",
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
] as const;

/**
 * What a member is told, kind by kind: ids, names and codes. Never what a person wrote: it is pushed to lock screens.
 * The sentences are made where they are shown, in the reader's language.
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
  /** After a repair, to those who asked for a reply in vain. The date: of the page they last sent. */
  z.object({ kind: z.literal("SORA_WORKS_AGAIN"), data: z.object({ date: z.iso.date() }) }),
  /** From a device that the account was not used with before. `device` may be empty. */
  /** To who reported a review: what became of it. Never who else did. */
  z.object({
    kind: z.literal("REPORT_DECIDED"),
    data: z.object({ gym: place, trainer: place.nullable(), outcome: z.enum(["UPHELD", "DISMISSED"]) }),
  }),
  /** The reason stands on the page that it leads to, not in the notice: it is pushed to lock screens. */
  z.object({
    kind: z.literal("ACCOUNT_SUSPENDED"),
    data: z.object({ event: z.enum(["SUSPENDED", "RESTORED", "UPHELD"]) }),
  }),
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

/** What a tab knows of its member's notices. Told whole each time, so that a tab that was away needs no history. */
export type NoticeState = { unread: number; latest: { id: string; ageMs: number } | null };

export const noticeIdSchema = z.uuid();

/** "I have read everything up to this one." */
export const readNoticesSchema = z.object({ upTo: noticeIdSchema });
