import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { newSession } from "../../test/new-session.ts";
import { endListedSession } from "../account/data.ts";
import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { startOfLocalDay } from "../time/local-date.ts";
import { liveNotices } from "../notice/live-notices.ts";
import { deleteEntry, saveEntry } from "./entry-data.ts";
import { openReply } from "./open-reply.ts";
import { forgetServerTraits } from "../ai/wire/server-traits.ts";
import { listReplies, openPieces, restartMark, sealPieces, textOfPieces } from "./reply-data.ts";
import { type Assignment, settleReply } from "./reply-lease.ts";
import { countReplyStreams } from "./reply-streams.ts";
import { requestReply, stopReply, watchReply } from "./request-reply.ts";
import type { Reply, Tone } from "./schema.ts";
import { takeOverReplies } from "./take-over-replies.ts";
import { workWatchReplyJobs } from "./watch-reply-job.ts";
import { writeReply } from "./write-reply.ts";

const date = "2026-11-21";
const timeZone = "Asia/Seoul";

beforeAll(async () => workWatchReplyJobs(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

/** `[[model …]]` in the body controls the fake model. */
async function writerOf(body: string): Promise<UserId> {
  const authorId = await newMember();
  await saveEntry({ authorId, date, body: `${body} ${authorId}` });
  return authorId;
}

async function ask(authorId: UserId, tone: Tone = "F") {
  const reply = await requestReply({ authorId, date, tone, timeZone });
  if (!reply.ok || !reply.data.stream) throw new Error("no reply");
  return { ...reply.data, stream: reply.data.stream };
}

async function read(stream: ReadableStream<Uint8Array>) {
  const raw = await new Response(stream).text();
  let text = "";
  let end = "";
  for (const [, json] of raw.matchAll(/^data: (\{.*)$/gm)) {
    const chunk = JSON.parse(json!);
    if (chunk.type === "text-start" || chunk.type === "data-thinking") text = "";
    else if (chunk.type === "text-delta") text += chunk.delta;
    else end = chunk.type === "error" ? chunk.errorText : chunk.type;
  }
  return { raw, text, end };
}

async function onlyReply(authorId: UserId): Promise<Reply> {
  const replies = await listReplies({ authorId, date });
  expect(replies).toHaveLength(1);
  return replies[0]!;
}

async function modelCalls(authorId: UserId): Promise<number> {
  const url = new URL(`/control/calls?contains=${authorId}`, env().OPENAI_BASE_URL);
  return (await (await fetch(url)).json()).count;
}

const noticesOf = (memberId: string) => prisma.notice.findMany({ where: { memberId } });

const logRows = (replyId: string) => prisma.replyLog.count({ where: { replyId } });

async function until(condition: () => Promise<boolean>, timeoutMs = 14_000) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("it did not happen");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const lapse = (replyId: string) =>
  prisma.reply.update({ where: { id: replyId }, data: { leaseUntil: new Date(Date.now() - 1000) } });

async function orphan(body: string) {
  const authorId = await writerOf(body);
  const opened = await openReply({ authorId, date, tone: "F", timeZone });
  if (!opened.ok || !opened.data.assignment) throw new Error("not opened");
  return opened.data.assignment;
}

describe("a reply", () => {
  test("is saved as it was streamed, with its owner, and its log emptied", async () => {
    const authorId = await writerOf("오늘은 바다를 오래 봤다. [[model delay=20 rate=400]]");
    const { replyId, stream, written } = await ask(authorId);
    const { text, end } = await read(stream);
    await written;
    expect(end).toBe("finish");
    expect(text).toMatch(/[가-힣]/);
    expect(await onlyReply(authorId)).toMatchObject({
      id: replyId,
      tone: "F",
      status: "DONE",
      text,
      failure: null,
    });
    expect(await logRows(replyId)).toBe(0);
    const row = await prisma.reply.findUniqueOrThrow({ where: { id: replyId } });
    expect(row).toMatchObject({ authorId, finishReason: "stop", attempt: 1, leaseUntil: null });
    expect(row.outputTokens).toBeGreaterThan(10);
    expect(row.firstTextMs).toBeLessThanOrEqual(row.totalMs!);
    expect(Buffer.from(row.text!).toString()).not.toContain(text.slice(0, 5));
  });

  test("is written and saved after every watcher has left", async () => {
    const authorId = await writerOf("A long walk. [[model delay=50 rate=300]]");
    const { stream, written } = await ask(authorId);
    await stream.cancel();
    await written;
    expect(await onlyReply(authorId)).toMatchObject({ status: "DONE" });
  });

  test("holds no database connection while tokens flow", async () => {
    const authorId = await writerOf("Quiet. [[model delay=10 rate=100 tokens=60]]");
    const { stream, written } = await ask(authorId);
    const reader = stream.getReader();
    for (let chunks = 0; chunks < 6; chunks += 1) await reader.read();
    await until(async () => pool.idleCount === pool.totalCount && pool.waitingCount === 0);
    expect((await onlyReply(authorId)).status).toMatch(/PENDING|STREAMING/);
    await written;
  });

  test("is in its log once and in order while it is written, and no longer after it is saved", async () => {
    const authorId = await writerOf("Logged. [[model delay=10 rate=60 tokens=60]]");
    const { replyId, written } = await ask(authorId);
    const key = (await findDataKey(authorId))!;
    const logged = async () => {
      const rows = await prisma.replyLog.findMany({ where: { replyId }, orderBy: { seq: "asc" } });
      return textOfPieces(rows.flatMap((row) => openPieces(key, authorId, replyId, row)));
    };
    await until(async () => (await logRows(replyId)) > 1);
    const soFar = await logged();
    await written;
    const { text } = await onlyReply(authorId);
    expect(soFar.length).toBeGreaterThan(10);
    expect(text.startsWith(soFar)).toBe(true);
    expect(await logRows(replyId)).toBe(0);
  });

  test("requested twice at once is one reply, with the same bytes for both and one model call", async () => {
    const authorId = await writerOf("Two tabs. [[model delay=100 rate=300]]");
    const [one, two, three] = await Promise.all([ask(authorId), ask(authorId), ask(authorId)]);
    const [first, second, third] = await Promise.all([
      read(one.stream),
      read(two.stream),
      read(three.stream),
    ]);
    expect(second.raw).toBe(first.raw);
    expect(third.raw).toBe(first.raw);
    expect(new Set([one.replyId, two.replyId, three.replyId]).size).toBe(1);
    expect(await modelCalls(authorId)).toBe(1);
    await one.written;
  });

  test("of one tone does not wait for the other tone", async () => {
    const authorId = await writerOf("Both. [[model delay=50 rate=300]]");
    const both = await Promise.all([ask(authorId, "T"), ask(authorId, "F")]);
    const [t, f] = await Promise.all(both.map(({ stream }) => read(stream)));
    expect(t!.text).not.toBe(f!.text);
    expect((await listReplies({ authorId, date })).map(({ status }) => status)).toEqual(["DONE", "DONE"]);
  });

  test("can be requested again, and the earlier one stays", async () => {
    const authorId = await writerOf("Again. [[model delay=5 rate=1000]]");
    for (let times = 0; times < 2; times += 1) await read((await ask(authorId)).stream);
    expect((await listReplies({ authorId, date })).map(({ status }) => status)).toEqual(["DONE", "DONE"]);
  });

  test("is whole for a late watcher", async () => {
    const authorId = await writerOf("Late. [[model delay=10 rate=40]]");
    const { replyId, stream } = await ask(authorId);
    const [early, rest] = stream.tee();
    const reader = early.getReader();
    for (let chunks = 0; chunks < 5; chunks += 1) await reader.read();
    void reader.cancel();
    const joined = await watchReply({ authorId, replyId });
    if (!joined.ok || !joined.data) throw new Error("not running");
    const [whole, same] = await Promise.all([read(rest), read(joined.data)]);
    expect(same.raw).toBe(whole.raw);
    expect(await watchReply({ authorId, replyId })).toEqual({ ok: true, data: null });
  });

  test("has at most ten streams of its author at a time, and another when one has ended", async () => {
    const authorId = await writerOf("Many windows. [[model delay=10 rate=30]]");
    const { replyId, stream } = await ask(authorId);
    const streams = [stream];
    while (streams.length < 10) {
      const watched = await watchReply({ authorId, replyId });
      if (!watched.ok || !watched.data) throw new Error("not running");
      streams.push(watched.data);
    }
    const refused = { ok: false, error: "TOO_MANY_STREAMS", retryAfterSeconds: 5 };
    expect(await watchReply({ authorId, replyId })).toEqual(refused);
    expect(await requestReply({ authorId, date, tone: "T", timeZone })).toEqual(refused);
    await streams.pop()!.cancel();
    const again = await watchReply({ authorId, replyId });
    if (!again.ok || !again.data) throw new Error("not running");
    await Promise.all([...streams, again.data].map(read));
    expect(countReplyStreams(authorId)).toBe(0);
  });

  test("ends at once for a browser that is signed out, and continues for the others", async () => {
    liveNotices().start();
    const authorId = await writerOf("Signed out. [[model delay=10 rate=30]]");
    const [here, elsewhere] = [await newSession(authorId), await newSession(authorId)];
    const asked = await requestReply({ authorId, date, tone: "F", timeZone, session: here });
    if (!asked.ok || !asked.data.stream) throw new Error("no reply");
    const { replyId, stream } = asked.data;
    const other = await watchReply({ authorId, replyId, session: elsewhere });
    if (!other.ok || !other.data) throw new Error("not running");
    const [cut, whole] = [read(stream), read(other.data)];

    await endListedSession({ memberId: authorId, sessionId: here.sessionId });
    const { end, text } = await cut;
    expect(end).not.toBe("finish");
    // It was still being written when the watcher was cut.
    expect((await onlyReply(authorId)).endedAt).toBeNull();
    expect(await whole).toMatchObject({ end: "finish", text: expect.stringContaining(text) });
    expect(await onlyReply(authorId)).toMatchObject({ status: "DONE", text: (await whole).text });
    liveNotices().close();
  });
});

describe("Stop", () => {
  test("keeps what was written and ends the call", async () => {
    const authorId = await writerOf("Stop me. [[model delay=10 rate=50 tokens=400]]");
    const { replyId, stream, written } = await ask(authorId);
    const [watching, telling] = stream.tee();
    const reader = telling.getReader();
    for (let chunks = 0; chunks < 5; chunks += 1) await reader.read();
    void reader.cancel();
    expect(await stopReply({ authorId, replyId })).toBe(true);
    const { text, end } = await read(watching);
    await written;
    expect(end).toBe("abort");
    expect(text.length).toBeGreaterThan(0);
    expect(await onlyReply(authorId)).toMatchObject({ status: "STOPPED", text });
  });

  test("on another server reaches the server that writes", async () => {
    const authorId = await writerOf("Elsewhere. [[model delay=10 rate=50 tokens=400]]");
    const { replyId, stream } = await ask(authorId);
    await prisma.reply.update({ where: { id: replyId }, data: { stopRequestedAt: new Date() } });
    expect((await read(stream)).end).toBe("abort");
    expect(await onlyReply(authorId)).toMatchObject({ status: "STOPPED" });
  });

  test("happens automatically when the author is suspended", async () => {
    const authorId = await writerOf("Suspended. [[model delay=10 rate=50 tokens=400]]");
    const { stream } = await ask(authorId);
    await prisma.member.update({ where: { id: authorId }, data: { suspendedAt: new Date() } });
    expect((await read(stream)).end).toBe("abort");
    expect(await requestReply({ authorId, date, tone: "T", timeZone })).toEqual({
      ok: false,
      error: "UNAUTHENTICATED",
    });
  });

  test("before the first word leaves an empty, stopped reply", async () => {
    const authorId = await writerOf("Hang. [[model hang]]");
    const { replyId, stream } = await ask(authorId);
    await stopReply({ authorId, replyId });
    expect((await read(stream)).end).toBe("abort");
    expect(await onlyReply(authorId)).toMatchObject({ status: "STOPPED", text: "" });
  });
});

describe("a model that fails", () => {
  test.each([
    ["is down", "status=500", "MODEL_UNAVAILABLE", ""],
    ["refuses the key", "status=401", "MODEL_NEEDS_REPAIR", ""],
    ["stays busy", "status=429 retry-after=0", "MODEL_BUSY", ""],
    ["says nothing", "empty", "MODEL_GARBLED", ""],
    ["is cut off", "rate=200 cut=12", "MODEL_CUT", "some"],
    ["sends a broken chunk", "rate=200 malformed=8", "MODEL_GARBLED", "some"],
    ["reports an error midway", "rate=200 error=8", "MODEL_UNAVAILABLE", "some"],
    ["filters its own answer", "rate=400 finish=content_filter", "MODEL_REFUSED", "some"],
  ])("%s: FAILED with a reason, and keeps its text", async (_, behaviour, failure, written) => {
    const authorId = await writerOf(`Trouble. [[model delay=5 ${behaviour}]]`);
    const { stream, replyId } = await ask(authorId);
    const { text, end } = await read(stream);
    expect(end).toBe(failure);
    expect(text.length > 0).toBe(written === "some");
    expect(await onlyReply(authorId)).toMatchObject({ status: "FAILED", failure, text });
    expect(await logRows(replyId)).toBe(0);
  });

  test.each([
    ["never answers", "hang", { MODEL_FIRST_CHUNK_SECONDS: 0.2 }, ""],
    ["falls silent midway", "rate=200 hang=12", { MODEL_CHUNK_GAP_SECONDS: 0.2 }, "some"],
    ["takes all day", "rate=40 tokens=400", { MODEL_TOTAL_SECONDS: 0.5 }, "some"],
  ])("%s: FAILED after the time limit, after one call", async (_, behaviour, patience, written) => {
    const before = { ...env() };
    Object.assign(env(), patience);
    const authorId = await writerOf(`Silence. [[model delay=5 ${behaviour}]]`);
    const { stream } = await ask(authorId);
    const { text, end } = await read(stream);
    Object.assign(env(), before);
    expect(end).toBe("MODEL_TIMEOUT");
    expect(text.length > 0).toBe(written === "some");
    expect(await onlyReply(authorId)).toMatchObject({ status: "FAILED", failure: "MODEL_TIMEOUT", text });
    expect(await modelCalls(authorId)).toBe(1);
  });

  test("is called again, twice, before its first word", async () => {
    const authorId = await writerOf("Retry. [[model delay=5 rate=400 status=503 retry-after=0 times=2]]");
    const { stream } = await ask(authorId);
    expect((await read(stream)).end).toBe("finish");
    expect(await modelCalls(authorId)).toBe(3);
    expect(await onlyReply(authorId)).toMatchObject({ status: "DONE" });
  });

  test("is not retried when its Retry-After exceeds the reply's time", async () => {
    const authorId = await writerOf("Later. [[model delay=5 status=429 retry-after=3600]]");
    expect((await read((await ask(authorId)).stream)).end).toBe("MODEL_BUSY");
    expect(await modelCalls(authorId)).toBe(1);
  });

  test("is not called again after its first word", async () => {
    const authorId = await writerOf("Once. [[model delay=5 rate=200 cut=6]]");
    await read((await ask(authorId)).stream);
    expect(await modelCalls(authorId)).toBe(1);
  });

  test("that ends by its own limit is DONE, and its watcher gets the reason", async () => {
    const authorId = await writerOf("Length. [[model delay=5 rate=400 finish=length]]");
    const { raw, end } = await read((await ask(authorId)).stream);
    expect(end).toBe("finish");
    expect(raw).toContain('{"type":"finish","finishReason":"length"}');
    expect(await onlyReply(authorId)).toMatchObject({ status: "DONE", isCut: true });
  });

  test.each(["tool_calls", "function_call", "error"])(
    "that ends for another reason (%s) has FAILED, however much it has written",
    async (reason) => {
      const authorId = await writerOf(`Unfinished. [[model delay=5 rate=400 finish=${reason}]]`);
      const { text, end } = await read((await ask(authorId)).stream);
      expect(end).toMatch(/^MODEL_(GARBLED|UNAVAILABLE)$/);
      expect(await onlyReply(authorId)).toMatchObject({ status: "FAILED", failure: end, text });
      expect(text).not.toBe("");
    },
  );

  test("that never ends is stopped", async () => {
    const authorId = await writerOf("Endless. [[model delay=5 rate=20000 endless]]");
    expect((await read((await ask(authorId)).stream)).end).toBe("TOO_LONG");
    expect((await onlyReply(authorId)).text.length).toBeGreaterThan(12_000);
  });
});

/** Watches as another server than the writer. */
async function watch({ authorId, replyId }: Assignment) {
  const watched = await watchReply({ authorId, replyId });
  if (!watched.ok || !watched.data) throw new Error("not running");
  return watched.data;
}

describe("a model that thinks", () => {
  afterEach(() => forgetServerTraits());

  test.each(["reasoning-content", "think", "think-without-opening"])(
    "has its thoughts neither shown in the end nor saved, and the page is told: %s",
    async (dialect) => {
      const authorId = await writerOf(`Thinking. [[model delay=5 rate=400 dialect=${dialect}]]`);
      const { stream, replyId } = await ask(authorId);
      const { raw, text, end } = await read(stream);
      expect(end).toBe("finish");
      expect(raw).toContain("data-thinking");
      expect(text).not.toMatch(/PRIVATE-NOTE|think/);
      expect(await onlyReply(authorId)).toMatchObject({ status: "DONE", text });
      expect((await prisma.reply.findUniqueOrThrow({ where: { id: replyId } })).firstTextMs).toBeGreaterThan(
        0,
      );
    },
  );

  test("and writes nothing has FAILED, which does not count", async () => {
    const authorId = await writerOf(
      "Only thoughts. [[model delay=5 rate=400 dialect=reasoning-content empty]]",
    );
    const { stream, replyId } = await ask(authorId);
    expect((await read(stream)).end).toBe("MODEL_ONLY_THOUGHT");
    expect(await onlyReply(authorId)).toMatchObject({
      status: "FAILED",
      failure: "MODEL_ONLY_THOUGHT",
      text: "",
    });
    const row = await prisma.reply.findUniqueOrThrow({ where: { id: replyId } });
    expect(row.firstTextMs).toBeNull();
  });

  test("is shown without its thoughts on another server, also from the log", async () => {
    const assignment = await orphan("Thinking elsewhere.");
    const { replyId, authorId, key } = assignment;
    const log = (seq: number, pieces: string[]) =>
      prisma.replyLog.create({
        data: {
          replyId,
          attempt: 1,
          seq,
          pieces: new Uint8Array(sealPieces(key, authorId, replyId, { attempt: 1, seq }, pieces)),
        },
      });
    await log(0, ["PRIVATE-", "NOTE"]);
    const [seen, watched] = (await watch(assignment)).tee();
    await log(1, [restartMark, "오늘도 "]);
    expect(await onlyReply(authorId)).toMatchObject({ text: "오늘도 " });
    const reader = seen.getReader();
    let shown = "";
    while (!shown.includes("오늘도")) shown += new TextDecoder().decode((await reader.read()).value);
    expect(shown).toMatch(/NOTE[^]*data-thinking[^]*오늘도/);
    await settleReply({ ...assignment, status: "DONE", text: { key, plain: "오늘도 애썼어요." } });
    const { text } = await read(watched);
    expect(text).toBe("오늘도 애썼어요.");
  });

  test("is shown without its thoughts when the log was emptied before their end was read", async () => {
    const assignment = await orphan("Thinking, and gone.");
    const { replyId, authorId, key } = assignment;
    const pieces = new Uint8Array(
      sealPieces(key, authorId, replyId, { attempt: 1, seq: 0 }, ["PRIVATE-NOTE"]),
    );
    await prisma.replyLog.create({ data: { replyId, attempt: 1, seq: 0, pieces } });
    const [seen, whole] = (await watch(assignment)).tee();
    const reader = seen.getReader();
    let shown = "";
    while (!shown.includes("PRIVATE-NOTE")) shown += new TextDecoder().decode((await reader.read()).value);
    await settleReply({ ...assignment, status: "DONE", text: { key, plain: "애썼어요." } });
    expect((await read(whole)).text).toBe("애썼어요.");
  });
});

test("a damaged log row or text affects only its own reply on another server: a gap, or the failure DAMAGED", async () => {
  const { records } = captureLog();
  const [gap, lost, whole] = [await orphan("A gap."), await orphan("Lost."), await orphan("Whole.")];
  const damaged = new Uint8Array(50);
  for (const { replyId } of [gap, whole])
    await prisma.replyLog.create({ data: { replyId, attempt: 1, seq: 0, pieces: damaged } });
  const streams = [await watch(gap), await watch(lost), await watch(whole)];
  await until(async () => records.length === 2);
  await prisma.reply.update({
    where: { id: lost.replyId },
    data: { status: "DONE", text: damaged, endedAt: new Date() },
  });
  await settleReply({ ...gap, status: "STOPPED", text: { key: gap.key, plain: "고생했어요." } });
  await settleReply({ ...whole, status: "DONE", text: { key: whole.key, plain: "잘 지냈군요." } });
  expect(await Promise.all(streams.map(read))).toMatchObject([
    { text: "고생했어요.", end: "abort" },
    { text: "", end: "DAMAGED" },
    { text: "잘 지냈군요.", end: "finish" },
  ]);
  const ids = [gap, lost, whole].map(({ replyId }) => replyId);
  expect(records.map(({ replyId }) => replyId).toSorted()).toEqual(ids.toSorted());
});

describe("limits", () => {
  test("limits the running replies of one member", async () => {
    const authorId = await writerOf("Running. [[model hang]]");
    await saveEntry({ authorId, date: "2026-11-20", body: "another day" });
    const running = [await ask(authorId, "T"), await ask(authorId, "F")];
    expect(await requestReply({ authorId, date: "2026-11-20", tone: "T", timeZone })).toMatchObject({
      error: "TOO_MANY_RUNNING",
    });
    expect(await prisma.reply.count({ where: { authorId } })).toBe(2);
    for (const { replyId } of running) await stopReply({ authorId, replyId });
    await Promise.all(running.map(({ written }) => written));
  });

  test("limits the replies per day, also for concurrent requests; failures without a word do not count", async () => {
    const authorId = await writerOf("Quota");
    const { id: entryId } = await prisma.entry.findFirstOrThrow({ where: { authorId } });
    const past = (count: number, row: object) =>
      prisma.reply.createMany({
        data: Array.from({ length: count }, () => ({ entryId, authorId, tone: "T" as const, ...row })),
      });
    await past(env().REPLIES_PER_DAY - 1, { status: "DONE" });
    await past(5, { status: "FAILED" });
    const opened = await Promise.all(
      (["T", "F"] as const).map((tone) => openReply({ authorId, date, tone, timeZone })),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = opened.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: "TOO_MANY_REPLIES" });
    expect(refused && "retryAfterSeconds" in refused && refused.retryAfterSeconds).toBeGreaterThan(0);
  });

  test("limits the replies per day while another tab opens the last one", async () => {
    const authorId = await writerOf("Last one");
    const { id: entryId } = await prisma.entry.findFirstOrThrow({ where: { authorId } });
    const row = { entryId, authorId, tone: "T" as const, status: "DONE" as const };
    await prisma.reply.createMany({ data: Array.from({ length: env().REPLIES_PER_DAY - 1 }, () => row) });
    const tab = await pool.connect();
    await tab.query("BEGIN");
    await tab.query("SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE", [authorId]);
    await tab.query(
      "INSERT INTO reply (id, entry_id, author_id, tone, status) VALUES (gen_random_uuid(), $1, $2, 'T', 'DONE')",
      [entryId, authorId],
    );
    let hasAnswer = false;
    const opening = openReply({ authorId, date, tone: "F", timeZone }).finally(() => (hasAnswer = true));
    const waits =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    await until(async () => hasAnswer || (await pool.query(waits)).rows.length > 0);
    await tab.query("COMMIT");
    tab.release();
    expect(await opening).toMatchObject({ ok: false, error: "TOO_MANY_REPLIES" });
  });

  test("limits the replies per day of all members, if set, also for concurrent requests", async () => {
    const writers = await Promise.all(
      ["One", "Two", "Three"].map((body) => writerOf(`${body} [[model hang]]`)),
    );
    const soFar = await prisma.reply.count({
      where: {
        createdAt: { gte: startOfLocalDay("UTC") },
        OR: [{ status: { not: "FAILED" } }, { firstTextMs: { gte: 0 } }],
      },
    });
    const before = { ...env() };
    Object.assign(env(), { REPLIES_PER_DAY_TOTAL: soFar + 1 });
    try {
      const opened = await Promise.all(
        writers.map((authorId) => openReply({ authorId, date, tone: "T", timeZone })),
      );
      expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
      const refused = opened.filter((one) => !one.ok);
      expect(refused).toMatchObject([{ error: "TOO_MANY_IN_ALL" }, { error: "TOO_MANY_IN_ALL" }]);
      expect(refused[0]).toHaveProperty("retryAfterSeconds");
      // A running reply can still be watched.
      const [replyId] = opened.flatMap((one) => (one.ok ? [one.data.replyId] : []));
      const { authorId } = await prisma.reply.findUniqueOrThrow({ where: { id: replyId! } });
      const again = await openReply({ authorId: authorId as UserId, date, tone: "T", timeZone });
      expect(again).toMatchObject({ ok: true, data: { replyId } });
    } finally {
      Object.assign(env(), before);
      delete (env() as { REPLIES_PER_DAY_TOTAL?: number }).REPLIES_PER_DAY_TOTAL;
      await prisma.entry.deleteMany({ where: { authorId: { in: writers } } });
    }
  });

  test("refuses a reply to a missing page", async () => {
    expect(await requestReply({ authorId: await newMember(), date, tone: "T", timeZone })).toMatchObject({
      error: "NOT_FOUND",
    });
  });
});

describe("a stranger", () => {
  test("can neither watch, stop nor see a reply; its owner still can", async () => {
    const [authorId, stranger] = [
      await writerOf("Mine. [[model delay=5 rate=60 tokens=80]]"),
      await newMember(),
    ];
    const { replyId, stream } = await ask(authorId);
    expect(await watchReply({ authorId: stranger, replyId })).toEqual({ ok: false, error: "NOT_FOUND" });
    expect(await stopReply({ authorId: stranger, replyId })).toBe(false);
    expect(await listReplies({ authorId: stranger, date })).toEqual([]);
    expect(await stopReply({ authorId, replyId })).toBe(true);
    expect((await read(stream)).end).toBe("abort");
  });
});

describe("a writer that dies", () => {
  test("loses its reply only after its lease has expired, and then to one process", async () => {
    const { replyId } = await orphan("Taken over.");
    expect(await takeOverReplies([replyId])).toMatchObject({ lapsed: [], held: [{ replyId }] });
    await lapse(replyId);
    const takers = await Promise.all([1, 2, 3].map(() => takeOverReplies([replyId])));
    expect(takers.flatMap(({ lapsed }) => lapsed)).toMatchObject([{ replyId, attempt: 2 }]);
    expect((await takeOverReplies([replyId])).held).toHaveLength(1);
  });

  test("after its author pressed Stop leaves what was written, and the model is not asked again", async () => {
    const { replyId, authorId, key } = await orphan("Stopped.");
    const pieces = sealPieces(key, authorId, replyId, { attempt: 1, seq: 0 }, ["half ", "a sen"]);
    await prisma.replyLog.create({ data: { replyId, attempt: 1, seq: 0, pieces } });
    expect(await stopReply({ authorId, replyId })).toBe(true);
    await lapse(replyId);
    expect(await takeOverReplies([replyId])).toEqual({ lapsed: [], held: [] });
    expect(await onlyReply(authorId)).toMatchObject({ status: "STOPPED", text: "half a sen" });
    expect(await logRows(replyId)).toBe(0);
    expect(await modelCalls(authorId)).toBe(0);
  });

  test("can neither complete nor log the reply after a takeover", async () => {
    const assignment = await orphan("Fenced. [[model delay=5 rate=400]]");
    const { replyId, authorId } = assignment;
    await lapse(replyId);
    const {
      lapsed: [taken],
    } = await takeOverReplies([replyId]);
    expect(
      await settleReply({ ...assignment, status: "DONE", text: { key: assignment.key, plain: "stale" } }),
    ).toBe(false);
    await writeReply(taken!);
    const reply = await onlyReply(authorId);
    expect(reply.status).toBe("DONE");
    expect(reply.text).not.toBe("stale");
  });

  test("is not assumed while it renews its lease", async () => {
    const authorId = await writerOf("Alive. [[model delay=10 rate=20 tokens=400]]");
    const { replyId, written } = await ask(authorId);
    const rowOf = () => prisma.reply.findUniqueOrThrow({ where: { id: replyId } });
    await until(async () => (await logRows(replyId)) > 0); // its first words also renew the lease
    const { leaseUntil: first } = await rowOf();
    await until(async () => (await rowOf()).leaseUntil! > first!);
    expect(await rowOf()).toMatchObject({ attempt: 1 }); // not because another process took it over
    await stopReply({ authorId, replyId });
    await written;
  });

  test("or is only slow, ends after a takeover: that is no failure of the model", async () => {
    const { records } = captureLog();
    const authorId = await writerOf("Lost. [[model delay=10 rate=20 tokens=3000]]");
    const { replyId, stream, written } = await ask(authorId);
    await stream.cancel();
    await until(async () => (await logRows(replyId)) > 0);
    await prisma.reply.update({ where: { id: replyId }, data: { attempt: 2 } });
    await written;
    expect(records.filter(({ event }) => event === "model call failed")).toEqual([]);
    // At once, and not because a third writer has taken it over.
    expect(await prisma.reply.findUniqueOrThrow({ where: { id: replyId } })).toMatchObject({
      status: "STREAMING",
      attempt: 2,
    });
    await deleteEntry({ authorId, date }); // nobody else may write it
  });

  // Concurrent, because both only wait for the job that checks after ten seconds.
  test.concurrent("is replaced by the queued job, which writes the reply as a new attempt and saves it", async () => {
    const { replyId, authorId, key } = await orphan("Crashed. [[model delay=5 rate=400]]");
    const pieces = sealPieces(key, authorId, replyId, { attempt: 1, seq: 0 }, ["half a sen"]);
    await prisma.replyLog.create({ data: { replyId, attempt: 1, seq: 0, pieces } });
    expect((await onlyReply(authorId)).text).toBe("half a sen");
    await lapse(replyId);
    await until(async () => (await onlyReply(authorId)).status === "DONE", 25_000);
    expect((await onlyReply(authorId)).text).not.toContain("half a sen");
    expect(await prisma.reply.findUniqueOrThrow({ where: { id: replyId } })).toMatchObject({ attempt: 2 });
    expect(await logRows(replyId)).toBe(0);
    expect(await noticesOf(authorId)).toMatchObject([
      { kind: "REPLY_FINISHED", eventKey: `reply:${replyId}`, data: { date }, readAt: null },
    ]);
  }, 30_000);

  test.concurrent("with many replies is replaced at once, in batches", async () => {
    const orphans = await Promise.all(
      Array.from({ length: 30 }, () => orphan("Many. [[model delay=5 rate=2000]]")),
    );
    const ids = orphans.map(({ replyId }) => replyId);
    await prisma.reply.updateMany({ where: { id: { in: ids } }, data: { leaseUntil: new Date(0) } });
    await until(
      async () => (await prisma.reply.count({ where: { id: { in: ids }, status: "DONE" } })) === ids.length,
      25_000,
    );
    expect(await prisma.reply.count({ where: { id: { in: ids }, attempt: 2 } })).toBe(ids.length);
  }, 30_000);

  test("leads to one notice, and only when the whole reply is saved", async () => {
    const { authorId: whole, replyId } = await orphan("Told once. [[model delay=5 rate=400]]");
    await lapse(replyId);
    const [taken] = (await takeOverReplies([replyId])).lapsed;
    const settlement = { ...taken!, status: "DONE", text: { key: taken!.key, plain: "whole" } } as const;
    const settled = await Promise.all([1, 2, 3].map(() => settleReply(settlement)));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await noticesOf(whole)).toHaveLength(1);

    const { authorId: failed, replyId: lost } = await orphan("Never whole. [[model status=400]]");
    await lapse(lost);
    await writeReply((await takeOverReplies([lost])).lapsed[0]!);
    expect(await onlyReply(failed)).toMatchObject({ status: "FAILED" });
    expect(await noticesOf(failed)).toEqual([]);

    // No notice for a reply that its first writer completed.
    const atFirst = await writerOf("As always. [[model delay=5 rate=400]]");
    await (
      await ask(atFirst)
    ).written;
    expect(await onlyReply(atFirst)).toMatchObject({ status: "DONE" });
    expect(await noticesOf(atFirst)).toEqual([]);
  });

  test("does not complete the reply without the notice: both or neither", async () => {
    const { authorId, replyId } = await orphan("Both or neither. [[model delay=5 rate=400]]");
    await lapse(replyId);
    const [taken] = (await takeOverReplies([replyId])).lapsed;
    const settlement = { ...taken!, status: "DONE", text: { key: taken!.key, plain: "whole" } } as const;
    await pool.query(`ALTER TABLE notice ADD CONSTRAINT broken CHECK (event_key <> 'reply:${replyId}')`);
    await expect(settleReply(settlement)).rejects.toThrow("broken");
    await pool.query("ALTER TABLE notice DROP CONSTRAINT broken");
    expect((await onlyReply(authorId)).status).not.toBe("DONE");
    expect(await settleReply(settlement)).toBe(true);
    expect(await noticesOf(authorId)).toHaveLength(1);
  });

  test("five times leaves a failed reply with the reason", async () => {
    const { replyId, authorId } = await orphan("Poison.");
    await prisma.reply.update({ where: { id: replyId }, data: { attempt: 5 } });
    await lapse(replyId);
    expect(await takeOverReplies([replyId])).toEqual({ lapsed: [], held: [] });
    expect(await onlyReply(authorId)).toMatchObject({ status: "FAILED", failure: "INTERRUPTED" });
  });

  test("that was only suspended and takes its own reply over sends its watchers the new attempt", async () => {
    const authorId = await writerOf("Asleep. [[model delay=5 rate=60 tokens=60]]");
    const { replyId, stream } = await ask(authorId);
    let taken: Awaited<ReturnType<typeof takeOverReplies>>;
    do {
      await lapse(replyId);
      taken = await takeOverReplies([replyId]);
    } while (taken.held.length > 0); // its lease was renewed between the two statements
    await writeReply(taken.lapsed[0]!);
    const { text, end, raw } = await read(stream);
    expect(end).toBe("finish");
    expect(raw).toContain('{"type":"text-start","id":"2"}');
    expect((await onlyReply(authorId)).text).toBe(text);
  });
});

describe("deleting", () => {
  test("a page ends its running reply", async () => {
    const authorId = await writerOf("Delete me. [[model delay=5 rate=40 tokens=400]]");
    const { stream, written } = await ask(authorId);
    await deleteEntry({ authorId, date });
    await read(stream);
    await written;
    expect(await listReplies({ authorId, date })).toEqual([]);
  });

  test("a member also ends it, and leaves nothing that opens", async () => {
    const authorId = await writerOf("Leave. [[model delay=5 rate=40 tokens=400]]");
    const { stream, written } = await ask(authorId);
    await prisma.member.delete({ where: { id: authorId } });
    await read(stream);
    await written;
    expect(await findDataKey(authorId)).toBeNull();
    expect(await prisma.reply.count({ where: { authorId } })).toBe(0);
  });
});
