"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { memberHeader } from "@/lib/auth/member-header";
import type { NoticeState } from "@/lib/notice/schema";
import { useNoticeStream, useOnNotice } from "./live-notices";

/**
 * Refreshes the visible list and marks its notices up to `upTo`, the newest on the page, as read in every tab. A
 * hidden tab marks nothing.
 */
export function KeepNoticesRead({ memberId, upTo }: { memberId: string; upTo: string | null }) {
  const router = useRouter();
  const stream = useNoticeStream();
  useOnNotice(() => router.refresh());

  useEffect(() => {
    if (!stream || !upTo) return;
    const looking = new AbortController();
    let isDone = false;
    const look = async () => {
      if (isDone || document.visibilityState === "hidden" || stream.state.unread === 0) return;
      isDone = true;
      const state = await markRead(memberId, upTo);
      if (state) stream.take(state);
      else isDone = false; // for example offline: retried on the next event
    };
    document.addEventListener("visibilitychange", look, { signal: looking.signal });
    window.addEventListener("online", look, { signal: looking.signal });
    void look();
    return () => looking.abort();
  }, [stream, memberId, upTo]);

  return null;
}

async function markRead(memberId: string, upTo: string): Promise<NoticeState | null> {
  try {
    const response = await fetch("/api/notices/read", {
      method: "POST",
      headers: { "content-type": "application/json", [memberHeader]: memberId },
      body: JSON.stringify({ upTo }),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
