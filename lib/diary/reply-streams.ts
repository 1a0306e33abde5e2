import { z } from "zod";

import { processWide } from "../process-wide.ts";
import { hearSiblings, tellSiblings } from "../servers/siblings.ts";

/**
 * Open streams of replies of one member, on all processes of one machine. Tabs are fewer; scripts are not. Servers on other
 * machines count for themselves: a common count would be rows that each stream writes twice, and that a killed server leaves.
 */
const maxPerMember = 10;

type Counts = Map<string, number>;

const open = processWide("reply-streams", () => ({
  here: new Map() as Counts,
  /** By the process's place in the group. */
  elsewhere: new Map<number, Counts>(),
}));

/** How many streams of replies this process writes, of one member or of all. */
export const countReplyStreams = (memberId?: string): number =>
  memberId === undefined
    ? [...open.here.values()].reduce((total, count) => total + count, 0)
    : (open.here.get(memberId) ?? 0);

export function hasRoomForStream(memberId: string): boolean {
  const elsewhere = [...open.elsewhere.values()].map((counts) => counts.get(memberId) ?? 0);
  return elsewhere.reduce((total, count) => total + count, countReplyStreams(memberId)) < maxPerMember;
}

/** Counts one more stream of the member's. @returns what to call once, when it has ended. */
export function countStream(memberId: string): () => void {
  change(memberId, 1);
  return () => change(memberId, -1);
}

function change(memberId: string, by: 1 | -1): void {
  const before = countReplyStreams(memberId);
  const count = before + by;
  put(open.here, memberId, count);
  // A single stream, which is what members have, costs no message: each other process may hold one that nobody counts.
  const streams = count > 1 ? count : 0;
  if (streams > 0 || before > 1) tellSiblings({ memberId, streams } satisfies Word);
}

const wordSchema = z.object({ memberId: z.uuid(), streams: z.number().int() });
type Word = z.infer<typeof wordSchema>;

/** Hears of the streams of this machine's other processes. Call it once, at start-up. */
export function hearOfStreams(): void {
  const onWord = (sibling: number, says: unknown) => {
    const { data } = wordSchema.safeParse(says);
    if (!data) return;
    const counts: Counts = open.elsewhere.get(sibling) ?? new Map();
    open.elsewhere.set(sibling, put(counts, data.memberId, data.streams));
  };
  hearSiblings(onWord, (sibling) => open.elsewhere.delete(sibling));
}

/** No entry for nothing: members come and go. */
function put(counts: Counts, memberId: string, count: number): Counts {
  if (count > 0) counts.set(memberId, count);
  else counts.delete(memberId);
  return counts;
}
