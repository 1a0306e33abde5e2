import type { Looker } from "../presence.ts";

/**
 * Whether "next" skips another moderator's item: one that is open or taken, unless the queue is filtered to that taker.
 * @param input.taken the queue's filter
 */
export function isPassedOver(looker: Looker, { viewerId, taken }: { viewerId: string; taken: string }) {
  if (looker.moderatorId === viewerId) return false;
  return looker.hasOpen || looker.moderatorId !== taken;
}
