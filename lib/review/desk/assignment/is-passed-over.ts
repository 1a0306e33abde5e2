import type { Looker } from "../presence.ts";

/**
 * Whether "next" passes over what another moderator has: it is open there, or taken. Where the queue is narrowed to what
 * somebody has taken, that is shown.
 * @param input.taken the filter of the queue.
 */
export function isPassedOver(looker: Looker, { viewerId, taken }: { viewerId: string; taken: string }) {
  if (looker.moderatorId === viewerId) return false;
  return looker.hasOpen || looker.moderatorId !== taken;
}
