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

/** Keeps this tab's notice stream while a member is signed in. `initial`: the state when the page was rendered. */
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
  // The member changed or signed out. Not a `key`, which would remount the whole page.
  if ((stream ? stream.memberId : null) !== memberId) setStream(open);

  useEffect(() => (stream ? stream.run() : undefined), [stream]);
  return <StreamContext value={stream || null}>{children}</StreamContext>;
}

const never = () => () => {};

export function useLiveNotices(): NoticeState {
  const stream = use(StreamContext);
  return useSyncExternalStore(
    stream?.subscribe ?? never,
    () => stream?.state ?? nothing,
    () => stream?.initial ?? nothing,
  );
}

/**
 * Calls back on a new notice, for `router.refresh()`. A notice of the last minute counts when the component mounts,
 * because the page may have been rendered before it.
 */
export function useOnNotice(callback: () => void): void {
  const stream = use(StreamContext);
  const onNotice = useEffectEvent(callback);
  useEffect(() => stream?.onNotice(() => onNotice()), [stream]);
}

export function useNoticeStream(): NoticeStream | null {
  return use(StreamContext);
}
