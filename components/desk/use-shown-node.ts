import { useState, type ReactNode } from "react";

/** The drawn item for `shownId`. It stays when its page has gone, until another item is shown. */
export function useShownNode({
  shownId,
  openId,
  item,
  nodes,
}: {
  shownId: string | null;
  openId: string | null;
  item: ReactNode;
  nodes: ReadonlyMap<string, ReactNode>;
}): { shownNode: ReactNode; isHere: boolean } {
  const [kept, setKept] = useState({ id: openId, node: item });
  const isOwn = shownId === null || shownId === openId;
  const isKept = shownId === kept.id;
  const isHere = isOwn || isKept || nodes.has(shownId);
  const shownNode = isOwn ? item : (nodes.get(shownId) ?? (isKept ? kept.node : item));
  if (isHere && (!isKept || kept.node !== shownNode)) setKept({ id: shownId, node: shownNode });
  return { shownNode, isHere };
}
