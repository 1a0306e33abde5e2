import { beforeEach, expect, test, vi } from "vitest";

import { countReplyStreams, countStream, hasRoomForStream, hearOfStreams } from "./reply-streams.ts";

// A fake channel between processes. e2e/server-group.spec.ts uses the real one.
const group = vi.hoisted(() => ({
  said: [] as unknown[],
  onWord: (_sibling: number, _says: unknown) => {},
  onGone: (_sibling: number) => {},
}));
vi.mock("../servers/siblings.ts", () => ({
  tellSiblings: (says: unknown) => void group.said.push(says),
  hearSiblings: (onWord: typeof group.onWord, onGone: typeof group.onGone) =>
    Object.assign(group, { onWord, onGone }),
}));

beforeEach(() => {
  group.said.length = 0;
  hearOfStreams();
});

test("counts a member's streams in all processes of the machine until they or their process have ended", () => {
  const [memberId, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const endings = Array.from({ length: 4 }, () => countStream(memberId));
  group.onWord(1, { memberId, streams: 3 });
  group.onWord(2, { memberId, streams: 2 });
  expect(hasRoomForStream(memberId)).toBe(true);
  group.onWord(2, { memberId, streams: 3 });
  expect(hasRoomForStream(memberId)).toBe(false);
  expect(hasRoomForStream(other)).toBe(true);
  expect(countReplyStreams(memberId)).toBe(4);

  group.onGone(2);
  expect(hasRoomForStream(memberId)).toBe(true);
  for (const noise of ["noise", null, { memberId, streams: "9" }]) group.onWord(1, noise);
  group.onWord(1, { memberId, streams: 6 });
  expect(hasRoomForStream(memberId)).toBe(false);
  endings[0]!();
  expect(hasRoomForStream(memberId)).toBe(true);
  for (const end of endings.slice(1)) end();
});

test("sends each change to the other processes, but nothing for a single stream", () => {
  const memberId = crypto.randomUUID();
  countStream(memberId)();
  expect(group.said).toEqual([]);
  const [first, second] = [countStream(memberId), countStream(memberId)];
  first();
  second();
  expect(group.said).toEqual([
    { memberId, streams: 2 },
    { memberId, streams: 0 },
  ]);
});
