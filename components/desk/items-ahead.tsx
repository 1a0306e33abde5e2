import type { ComponentProps } from "react";
import { findItemAuthor } from "@/lib/review/desk/item-author";
import { findQueueItem } from "@/lib/review/desk/item-data";
import { listAhead } from "@/lib/review/desk/queue-list";
import type { QueuePlace } from "@/lib/review/desk/queue-query";
import type { HeldItem } from "./desk-context";
import { ItemView } from "./item-view";
import { HeldItems } from "./shown-item";

type Shared = Omit<ComponentProps<typeof ItemView>, "item" | "author">;

/** Renders the items after the open one, for the desk to hold. Renders none, but still reports to the desk, when no item is open. */
export async function ItemsAhead({ place, ...shared }: Shared & { place: QueuePlace | undefined }) {
  const rows = place ? await listAhead(shared.query, place, shared.viewer.id) : [];
  const held: HeldItem[] = [];
  // One after the other: in parallel they would take every connection from other requests.
  for (const { revisionId } of rows) {
    const item = await findQueueItem(revisionId);
    if (!item) continue;
    const author = await findItemAuthor(item, shared.viewer);
    held.push({ revisionId, node: <ItemView item={item} author={author} {...shared} /> });
  }
  return <HeldItems items={held} />;
}
