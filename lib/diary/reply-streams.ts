import { z } from "zod";

import { processWide } from "../process-wide.ts";
import { hearSiblings, tellSiblings } from "../servers/siblings.ts";

/**
 * Open reply streams of one member in all processes of one machine. Tabs need fewer; scripts do not. Each machine
 * counts separately: a shared count would need two writes per stream, and a killed server would leave its rows.
 */
const maxPerMember = 10;

type Counts = Map<string, number>;

const open = processWide("reply-streams", () => ({
  here: new Map() as Counts,
  elsewhere: new Map<number, Counts>(),
}));

export const countReplyStreams = (memberId?: string): number =>
  memberId === undefined
    ? [...open.here.values()].reduce((total, count) => total + count, 0)
    : (open.here.get(memberId) ?? 0);

export function hasRoomForStream(memberId: string): boolean {
  const elsewhere = [...open.elsewhere.values()].map((counts) => counts.get(memberId) ?? 0);
  return elsewhere.reduce((total, count) => total + count, countReplyStreams(memberId)) < maxPerMember;
}

export function countStream(memberId: string): () => void {
  change(memberId, 1);
  return () => change(memberId, -1);
}

function change(memberId: string, by: 1 | -1): void {
  const before = countReplyStreams(memberId);
  const count = before + by;
  put(open.here, memberId, count);
  // A single stream, the usual case, costs no message. So each other process may have one stream that is not counted
  // here.
  const streams = count > 1 ? count : 0;
  if (streams > 0 || before > 1) tellSiblings({ memberId, streams } satisfies Word);
}

const wordSchema = z.object({ memberId: z.uuid(), streams: z.number().int() });
type Word = z.infer<typeof wordSchema>;

export function hearOfStreams(): void {
  const onWord = (sibling: number, says: unknown) => {
    const { data } = wordSchema.safeParse(says);
    if (!data) return;
    const counts: Counts = open.elsewhere.get(sibling) ?? new Map();
    open.elsewhere.set(sibling, put(counts, data.memberId, data.streams));
  };
  hearSiblings(onWord, (sibling) => open.elsewhere.delete(sibling));
}

function put(counts: Counts, memberId: string, count: number): Counts {
  if (count > 0) counts.set(memberId, count);
  else counts.delete(memberId);
  return counts;
}
