import type { QueueItem } from "@/lib/review/desk/item-data";
import { AssignForm } from "./assign-form";

/** Whose the open item is, and what changes that; nothing for what does not wait, or is the viewer's own. */
export function ItemAssignment({
  item: { reason, authorId, revision, taker },
  viewerId,
}: {
  item: QueueItem;
  viewerId: string;
}) {
  if (reason === null || authorId === viewerId) return null;
  return <AssignForm key={revision.id} revisionId={revision.id} authorId={authorId} taker={taker} />;
}
