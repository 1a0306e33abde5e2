import { afterEach, describe, expect, test, vi } from "vitest";
import { lastLine, fakePage } from "../../test/fake-event-source.ts";
import { NoticeStream } from "./notice-stream.ts";

fakePage();
afterEach(() => stop());

const state = (unread: number, id: string | null, ageMs = 0) => ({
  unread,
  latest: id ? { id, ageMs } : null,
});

let stop: () => void;

function start(initial = state(0, null)) {
  const stream = new NoticeStream("me", initial);
  const heard = vi.fn<() => void>();
  stream.onNotice(heard);
  stop = stream.run();
  return { stream, heard };
}

describe("a tab's notice stream", () => {
  test("sends its page's member, and passes on events", () => {
    const { stream, heard } = start(state(1, "a", 3_600_000));
    const redrawn = vi.fn<() => void>();
    stream.subscribe(redrawn);
    expect(lastLine().url).toBe("/api/notices/stream?member=me");
    lastLine().say("state", state(1, "a", 3_600_100));
    expect(redrawn).not.toHaveBeenCalled();
    lastLine().say("state", state(2, "b"));
    expect(stream.state.unread).toBe(2);
    expect(heard).toHaveBeenCalledOnce();
    // Marked as read elsewhere: not a new notice.
    lastLine().say("state", state(0, "b"));
    expect(redrawn).toHaveBeenCalledTimes(2);
    expect(heard).toHaveBeenCalledOnce();
  });

  test("calls a new listener for a notice that may be newer than its page", () => {
    const { stream, heard } = start(state(1, "a", 2_000));
    expect(heard).toHaveBeenCalledOnce();
    lastLine().say("state", state(1, "a", 2_500));
    expect(heard).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    const late = vi.fn<() => void>();
    stream.onNotice(late);
    expect(late).not.toHaveBeenCalled();
    lastLine().say("state", state(2, "b"));
    const soon = vi.fn<() => void>();
    stream.onNotice(soon);
    expect(soon).toHaveBeenCalledOnce();
  });
});
