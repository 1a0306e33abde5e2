import type { ComponentProps } from "react";
import { findItemAuthor } from "@/lib/review/desk/item-author";
import { findQueueItem } from "@/lib/review/desk/item-data";
import { listAhead } from "@/lib/review/desk/queue-list";
import type { QueuePlace } from "@/lib/review/desk/queue-query";
import type { HeldItem } from "./desk-context";
import { ItemView } from "./item-view";
import { HeldItems } from "./shown-item";

type Shared = Omit<ComponentProps<typeof ItemView>, "item" | "author">;

/**
 * The items after the open one, drawn and not shown: the desk shows each when the one before it is decided. None where nothing
 * is open: then the desk knows that none come.
 */
export async function ItemsAhead({ place, ...shared }: Shared & { place: QueuePlace | undefined }) {
  const rows = place ? await listAhead(shared.query, place, shared.viewer.id) : [];
  const held: HeldItem[] = [];
  // One after the other: all at once they would take every connection from those who wait for an answer.
  for (const { revisionId } of rows) {
    const item = await findQueueItem(revisionId);
    if (!item) continue;
    const author = await findItemAuthor(item, shared.viewer);
    held.push({ revisionId, node: <ItemView item={item} author={author} {...shared} /> });
  }
  return <HeldItems items={held} />;
}
