import { useEffect, useState } from "react";
import type { DeskStream, Counts } from "./desk-stream";

/** Much that changes at once is counted once. */
const gatherMs = 700;

/**
 * How much of a narrowed part of the queue waits, counted again when the queue changes: live counts are of the whole
 * queue. Null until something has changed, and for the whole queue.
 * @param search of the address of that part; "" for the whole.
 */
export function useFilteredCounts(stream: DeskStream, search: string, asOf: number): Counts | null {
  const [counted, setCounted] = useState<{ counts: Counts; asOf: number; search: string } | null>(null);
  useEffect(() => {
    if (search === "") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let { changes } = stream.state;
    const asking = new AbortController();
    const ask = async () => {
      timer = undefined;
      try {
        const answer = await fetch(`/api/admin/moderation/counts${search}`, { signal: asking.signal });
        if (answer.ok) setCounted({ counts: await answer.json(), asOf, search });
      } catch {
        // The next change asks again.
      }
    };
    const unsubscribe = stream.subscribe(() => {
      if (stream.state.changes === changes) return;
      changes = stream.state.changes;
      timer ??= setTimeout(() => void ask(), gatherMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      asking.abort();
    };
  }, [stream, search, asOf]);
  return counted?.asOf === asOf && counted.search === search ? counted.counts : null;
}
