import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Entry } from "@/lib/diary/schema";
import type { Answer } from "./diary-api";
import { DraftKeeper } from "./draft-keeper";
import { type KeptDraft, saveStateOf } from "./draft-state";

const page = (body: string, version: number): Entry => ({
  date: "2026-11-21",
  body,
  fingerprint: body,
  updatedAt: new Date(version).toISOString(),
});
const saved = (entry: Entry): Answer<{ entry: Entry }> => ({ ok: true, data: { entry } });
const refused = (code: string, entry?: Entry): Answer<{ entry: Entry }> => ({
  ok: false,
  error: { code },
  ...(entry && { entry }),
});

/** A server that holds one page and refuses a save on another version than its own. */
function fakeServer(entry: Entry | null = null) {
  let current = entry;
  let version = 100;
  return {
    get page() {
      return current;
    },
    put: (body: string) => (current = page(body, (version += 1))),
    save: async ({ body, baseUpdatedAt }: { body: string; baseUpdatedAt: string | null }) => {
      if (current && current.body !== body && current.updatedAt !== baseUpdatedAt)
        return refused("CONFLICT", current);
      return saved((current = page(body, (version += 1))));
    },
  };
}

function fakeStore(kept: KeptDraft | null = null) {
  const store = {
    kept,
    read: () => store.kept,
    write: (next: KeptDraft) => {
      store.kept = next;
      return true;
    },
    forget: () => {
      store.kept = null;
    },
  };
  return store;
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function open(
  input: { entry?: Entry | null; kept?: KeptDraft | null; server?: ReturnType<typeof fakeServer> } = {},
) {
  const server = input.server ?? fakeServer(input.entry ?? null);
  const store = fakeStore(input.kept ?? null);
  const save = vi.fn(server.save);
  const keeper = new DraftKeeper({ entry: input.entry ?? null, store, save });
  return { keeper, server, store, save, state: () => saveStateOf(keeper.getSnapshot()) };
}

test("keeps a text in the browser from the first letter on and lets go of it once the server has it", async () => {
  const { keeper, server, store, save, state } = open();
  keeper.type("바");
  expect(store.kept?.text).toBe("바");
  keeper.type("바다");
  expect(state()).toBe("waiting");
  await vi.advanceTimersByTimeAsync(700);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(save).toHaveBeenCalledTimes(1);
  expect(server.page?.body).toBe("바다");
  expect(store.kept).toBeNull();
  expect(state()).toBe("saved");
});

test("saves now and then while the pen does not rest", async () => {
  const { keeper, save } = open();
  for (let letters = 1; letters <= 30; letters += 1) {
    keeper.type("ㅇ".repeat(letters));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(save.mock.calls.length).toBeGreaterThanOrEqual(1);
  expect(save.mock.calls.length).toBeLessThanOrEqual(3);
});

test("sends what was typed during a save with the next one, on the new version", async () => {
  const { keeper, server, save } = open();
  keeper.type("하나");
  const done = keeper.flush();
  keeper.type("하나 둘");
  await done;
  expect(server.page?.body).toBe("하나 둘");
  expect(save).toHaveBeenCalledTimes(2);
});

test("tries again by itself while the server is away, and at once when told to", async () => {
  const { keeper, server, store, save, state } = open();
  save.mockResolvedValue(refused("UNREACHABLE"));
  keeper.type("파도");
  await vi.advanceTimersByTimeAsync(900);
  expect(state()).toBe("failed");
  expect(store.kept?.text).toBe("파도");
  await vi.advanceTimersByTimeAsync(3100);
  expect(save).toHaveBeenCalledTimes(3);

  save.mockImplementation(server.save);
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(state()).toBe("saved");
});

test("goes on trying while the writer goes on writing", async () => {
  const { keeper, save } = open();
  save.mockResolvedValue(refused("UNREACHABLE"));
  for (let letters = 1; letters <= 40; letters += 1) {
    keeper.type("ㅇ".repeat(letters));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(save.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test("an ended session keeps the words and waits for a sign-in", async () => {
  const { keeper, store, save, state } = open();
  save.mockResolvedValueOnce(refused("UNAUTHENTICATED"));
  keeper.type("밤");
  await vi.advanceTimersByTimeAsync(900);
  expect(state()).toBe("signedOut");
  keeper.type("밤바다");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(store.kept?.text).toBe("밤바다");
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(state()).toBe("saved");
});

test("shows a page changed elsewhere, and writes nothing until the writer has chosen", async () => {
  const first = page("처음", 1);
  const { keeper, server, save, state } = open({ entry: first });
  server.put("다른 기기의 글");
  keeper.type("내 글");
  await vi.advanceTimersByTimeAsync(900);
  expect(state()).toBe("conflict");
  expect(keeper.getSnapshot()).toMatchObject({ text: "내 글", theirs: { body: "다른 기기의 글" } });

  keeper.type("내 글 조금 더");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(await keeper.flush()).toBe(false);

  expect(await keeper.keepMine()).toBe(true);
  expect(server.page?.body).toBe("내 글 조금 더");
});

test("takes the other page when the writer says so, and theirs can be put back", async () => {
  const { keeper, server, store } = open({ entry: page("처음", 1) });
  server.put("다른 기기의 글");
  keeper.type("내 글");
  await keeper.flush();
  keeper.takeTheirs();
  expect(keeper.getSnapshot().text).toBe("다른 기기의 글");
  expect(store.kept).toBeNull();
  keeper.rewrite("내 글");
  expect(await keeper.flush()).toBe(true);
  expect(server.page?.body).toBe("내 글");
});

test("a lost answer is no conflict: the next save builds on our own earlier text", async () => {
  const { keeper, server, save, state } = open({ entry: page("처음", 1) });
  save.mockImplementationOnce(async (input) => {
    await server.save(input);
    return refused("UNREACHABLE");
  });
  keeper.type("둘째 줄");
  await vi.advanceTimersByTimeAsync(900);
  expect(state()).toBe("failed");
  keeper.type("둘째 줄, 셋째 줄");
  expect(await keeper.flush()).toBe(true);
  expect(server.page?.body).toBe("둘째 줄, 셋째 줄");
});

test("does not save an empty page or one that is too long, and says so", async () => {
  const { keeper, save, store, state } = open({ entry: page("처음", 1) });
  keeper.type("  \n");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state()).toBe("blank");
  keeper.type("가".repeat(5001));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state()).toBe("tooLong");
  expect(store.kept?.text).toHaveLength(5001);
  expect(save).not.toHaveBeenCalled();
  keeper.type("🌊".repeat(5000));
  expect(await keeper.flush()).toBe(true);
});

test("brings a kept text back and saves it", async () => {
  const entry = page("처음", 1);
  const kept = { text: "처음, 그리고 오프라인", base: entry.updatedAt, unconfirmed: [] };
  const { keeper, server, store } = open({ entry, kept });
  keeper.restore();
  expect(keeper.getSnapshot()).toMatchObject({ text: "처음, 그리고 오프라인", revision: 1 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.page?.body).toBe("처음, 그리고 오프라인");
  expect(store.kept).toBeNull();
});

test("what was typed before the script was there is the draft, and is saved", async () => {
  const { keeper, server, store } = open({ entry: page("아침", 1) });
  keeper.restore("아침에 걸었다");
  // The textarea shows it already: writing it again would end a syllable that is being composed.
  expect(keeper.getSnapshot()).toMatchObject({ text: "아침에 걸었다", revision: 0 });
  expect(store.kept?.text).toBe("아침에 걸었다");
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.page?.body).toBe("아침에 걸었다");
});

test("what was typed before a kept text came back is added to it", async () => {
  const entry = page("아침", 1);
  const kept = { text: "아침, 그리고 오프라인", base: entry.updatedAt, unconfirmed: [] };
  const { keeper, server } = open({ entry, kept });
  keeper.restore("아침 산책");
  expect(keeper.getSnapshot()).toMatchObject({ text: "아침, 그리고 오프라인\n\n산책", revision: 2 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(server.page?.body).toBe("아침, 그리고 오프라인\n\n산책");
});

test("what was typed early on another version than the kept text's is still a choice after a reload", () => {
  const kept = { text: "오프라인", base: page("처음", 1).updatedAt, unconfirmed: [] };
  const entry = page("다른 기기의 글", 2);
  const { keeper, store } = open({ entry, kept });
  keeper.restore("다른 기기의 글, 더");
  expect(keeper.getSnapshot()).toMatchObject({ text: "오프라인\n\n, 더", status: "conflict" });
  const reloaded = open({ entry, kept: store.kept });
  reloaded.keeper.restore();
  expect(reloaded.state()).toBe("conflict");
});

test("a kept text that was written on an older page is a choice, not an overwrite", () => {
  const kept = { text: "오프라인", base: page("처음", 1).updatedAt, unconfirmed: [] };
  const { keeper, state } = open({ entry: page("다른 기기의 글", 2), kept });
  keeper.restore();
  expect(state()).toBe("conflict");
});

test("a kept text whose save arrived after the page had gone simply continues", async () => {
  const kept = { text: "하나 둘", base: null, unconfirmed: ["하나"] };
  const { keeper, server, state } = open({ entry: page("하나", 5), kept });
  keeper.restore();
  expect(state()).toBe("waiting");
  expect(await keeper.flush()).toBe(true);
  expect(server.page?.body).toBe("하나 둘");
});

test("forgets a kept text that the server has after all", () => {
  const { keeper, store } = open({
    entry: page("하나", 5),
    kept: { text: "하나", base: null, unconfirmed: [] },
  });
  keeper.restore();
  expect(store.kept).toBeNull();
});

test("sends the last words when the page goes away, and not a second save beside one under way", async () => {
  const { keeper, save } = open();
  keeper.type("잘 자");
  keeper.leave();
  expect(save).toHaveBeenCalledWith(expect.objectContaining({ body: "잘 자", isLeaving: true }));
  keeper.type("잘 자요");
  keeper.leave();
  expect(save).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(2);
});

test("a closed page saves what was typed last and then leaves the server alone", async () => {
  const { keeper, server, store, save } = open();
  keeper.type("하나");
  void keeper.flush();
  keeper.type("하나 둘");
  keeper.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.page?.body).toBe("하나 둘");

  keeper.reopen();
  save.mockResolvedValue(refused("UNREACHABLE"));
  keeper.type("하나 둘 셋");
  keeper.close();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(save).toHaveBeenCalledTimes(3);
  expect(store.kept?.text).toBe("하나 둘 셋");
});

test("follows a page changed elsewhere only while nobody writes here", () => {
  const { keeper } = open({ entry: page("처음", 1) });
  const refresh = (entry: Entry) => keeper.refresh(entry, keeper.getSnapshot().saved);
  refresh(page("휴대폰에서", 2));
  expect(keeper.getSnapshot()).toMatchObject({ text: "휴대폰에서", revision: 1 });
  keeper.type("휴대폰에서, 그리고");
  refresh(page("또 다른", 3));
  expect(keeper.getSnapshot().text).toBe("휴대폰에서, 그리고");
});

test("an old look at the page does not undo a save that came between", async () => {
  const { keeper } = open({ entry: page("처음", 1) });
  const seen = keeper.getSnapshot().saved;
  keeper.type("처음, 그리고");
  await keeper.flush();
  keeper.refresh(page("처음", 1), seen);
  expect(keeper.getSnapshot().text).toBe("처음, 그리고");
});

test("saves nothing while it is paused, and goes on afterwards", async () => {
  const { keeper, save } = open({ entry: page("처음", 1) });
  keeper.type("처음과 끝");
  await keeper.pause();
  keeper.leave();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(save).not.toHaveBeenCalled();
  keeper.resume();
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(1);
});

test("a page with carriage returns is not taken for a change", () => {
  const { keeper, state } = open({ entry: page("하나\r\n둘", 1) });
  expect(keeper.getSnapshot().text).toBe("하나\n둘");
  expect(state()).toBe("saved");
});
