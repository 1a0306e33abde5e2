import { z } from "zod";

const statuses = ["PENDING", "APPROVED", "REJECTED", "HELD", "FAILED", "SUPERSEDED"] as const;
const moment = z.iso.datetime({ offset: true }).nullish();

/** What undo reads of `moderator_act.before` (written by desk-subject.ts). Another release may have written it. */
const actSnapshotSchema = z.object({
  revision: z.object({
    id: z.guid(),
    status: z.enum(statuses),
    attempt: z.int().nonnegative(),
    decided_at: moment,
    retry_at: moment,
  }),
  review: z.object({
    published_revision_id: z.guid().nullable(),
    published_stars: z.int().min(1).max(5).nullable(),
    published_at: moment,
    first_published_at: moment,
  }),
  latestRevisionId: z.guid(),
  others: z.array(z.object({ id: z.guid(), status: z.enum(statuses) })),
  openItems: z.array(z.object({ id: z.guid(), revision_id: z.guid() })),
});

/** Whether undo can restore the rows from the snapshot. */
export const isActSnapshot = (before: unknown): boolean => actSnapshotSchema.safeParse(before).success;
