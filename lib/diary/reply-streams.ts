import { processWide } from "../process-wide.ts";

/** Open streams of replies of one member, on one server process. Tabs are fewer; scripts are not. */
const maxPerMember = 10;

const open = processWide("reply-streams", () => new Map<string, number>());

/** How many streams of replies this process writes, of one member or of all. */
export const countReplyStreams = (memberId?: string): number =>
  memberId === undefined
    ? [...open.values()].reduce((total, count) => total + count, 0)
    : (open.get(memberId) ?? 0);

export const hasRoomForStream = (memberId: string): boolean => countReplyStreams(memberId) < maxPerMember;

/** Counts one more stream of the member's. @returns what to call once, when it has ended. */
export function countStream(memberId: string): () => void {
  open.set(memberId, countReplyStreams(memberId) + 1);
  return () => {
    const left = countReplyStreams(memberId) - 1;
    if (left > 0) open.set(memberId, left);
    else open.delete(memberId);
  };
}
