"use client";

import {
  createContext,
  use,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { NoticeState } from "@/lib/notice/schema";
import { NoticeStream } from "./notice-stream";

const StreamContext = createContext<NoticeStream | null>(null);

const nothing: NoticeState = { unread: 0, latest: null };

/** Keeps this tab's one stream of notices while a member is signed in; `initial` is what the page was made with. */
export function LiveNotices({
  memberId,
  initial,
  children,
}: {
  memberId: string | null;
  initial: NoticeState | null;
  children: ReactNode;
}) {
  const open = () => memberId && new NoticeStream(memberId, initial ?? nothing);
  const [stream, setStream] = useState(open);
  // Another member, or none any more. Not by a key: that would make everything on the page anew.
  if ((stream ? stream.memberId : null) !== memberId) setStream(open);

  useEffect(() => (stream ? stream.run() : undefined), [stream]);
  return <StreamContext value={stream || null}>{children}</StreamContext>;
}

const never = () => () => {};

/** How many notices the member has not read, and which is the newest. */
export function useLiveNotices(): NoticeState {
  const stream = use(StreamContext);
  return useSyncExternalStore(
    stream?.subscribe ?? never,
    () => stream?.state ?? nothing,
    () => stream?.initial ?? nothing,
  );
}

/**
 * Calls back when the member is told something new: the place to `router.refresh()`. A notice of the last minute
 * counts when the component appears, because what it shows may have left the server before that notice.
 */
export function useOnNotice(callback: () => void): void {
  const stream = use(StreamContext);
  const onNotice = useEffectEvent(callback);
  useEffect(() => stream?.onNotice(() => onNotice()), [stream]);
}

/** The tab's stream itself, for who changes what it tells. */
export function useNoticeStream(): NoticeStream | null {
  return use(StreamContext);
}
