import { useEffect, useState } from "react";
import type { DeskStream, Counts } from "./desk-stream";

/** Changes within this time are counted once. */
const gatherMs = 700;

/**
 * Counts of a filtered queue, counted on the server after changes; live counts cover only the whole queue. Null until
 * something has changed, and for the whole queue.
 * @param search query of the filtered address; "" for the whole queue
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
        // The next change retries.
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
