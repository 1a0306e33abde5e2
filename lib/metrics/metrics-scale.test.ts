import { beforeAll, expect, test } from "vitest";

import { inBulk } from "../../test/in-bulk.ts";
import { newGym } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import { parseCsv } from "../../e2e/support/parse-csv.ts";
import { prisma } from "../db.ts";
import type { Span } from "../time/span.ts";
import { exportCsv } from "./export-csv.ts";
import { readAppealMetrics, readReplyMetrics, readReviewMetrics } from "./read-metrics.ts";

const count = 100_000;
const from = new Date("2007-01-01T00:00:00Z");
const until = new Date("2007-04-01T00:00:00Z");
const body = '=cmd, "좋아요"\n두 줄';
let gymId: string;

beforeAll(async () => {
  gymId = (await newGym()).id;
  const all = `generate_series(1, ${count}) AS n`;
  const id = (kind: string) => `md5('${gymId} ${kind} ' || n)::uuid`;
  // Over 80 days; every tenth at the same moment, as after an import.
  const at = `'2007-01-02'::timestamptz + CASE WHEN n % 10 = 0 THEN 0 ELSE n END * interval '69 seconds'`;
  await inBulk([
    `INSERT INTO review (id, author_id, gym_id) SELECT ${id("review")}, ${id("member")}, '${gymId}' FROM ${all}`,
    `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, created_at)
     SELECT ${id("revision")}, ${id("review")}, 1, 3, E'${body.replaceAll("\n", "\\n")}', '', 'ko', 'APPROVED', ${at}
       FROM ${all}`,
    `INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, policy_version, created_at)
     SELECT ${id("verdict")}, ${id("revision")}, 1, 'APPROVE', 'MODEL', 1, ${at} + interval '2 seconds' FROM ${all}`,
    `INSERT INTO reply (id, entry_id, author_id, tone, status, feedback, first_text_ms, created_at)
     SELECT ${id("reply")}, ${id("entry")}, ${id("member")}, 'T', 'DONE', 'UP', n % 1000, ${at} FROM ${all}`,
    "ANALYZE review, review_revision, verdict, reply",
  ]);
}, 120_000);

test("counts 13 weeks of 100,000 reviews and replies within five seconds", async () => {
  const edges = Array.from({ length: 13 }, (_, week) => new Date(from.getTime() + week * 7 * 86_400_000));
  const span: Span = { edges, until };
  const began = performance.now();
  const [reviews, replies, appeals] = await Promise.all([
    readReviewMetrics(span),
    readReplyMetrics(span),
    readAppealMetrics(span),
  ]);
  // Far above the measured time, and far below that of one statement per bucket or row.
  expect(performance.now() - began).toBeLessThan(5000);
  const total = (values: number[]) => values.reduce((all, value) => all + value, 0);
  expect(total(reviews.submitted)).toBe(count);
  expect(total(reviews.approved)).toBe(count);
  expect(reviews.waits.overall).toEqual({ p50: 2, p95: 2, p99: 2 });
  expect(total(replies.T.up)).toBe(count);
  expect(appeals.byRule).toEqual([]);
}, 30_000);

test("exports 100,000 decisions once each, in order, with at most a page of them in memory", async () => {
  const adminId = await newMember();
  const file = await exportCsv({ adminId, what: "DECISIONS", from, until });
  // Before the first row is read.
  expect(await prisma.auditEvent.findMany({ where: { actorId: adminId } })).toMatchObject([
    {
      kind: "EXPORTED",
      subjectId: null,
      data: { what: "DECISIONS", from: from.toISOString(), until: until.toISOString() },
    },
  ]);

  const ids = new Set<string>();
  const texts = new Set<string>();
  const times: string[] = [];
  let largest = 0;
  const readMs = [performance.now()];
  const decoder = new TextDecoder();
  for await (const chunk of file) {
    largest = Math.max(largest, chunk.byteLength);
    readMs.push(performance.now());
    // A chunk consists of whole lines.
    for (const [at = "", id = "", , , , , , , , text = ""] of parseCsv(decoder.decode(chunk))) {
      if (at.endsWith("decided_at")) continue;
      ids.add(id);
      times.push(at);
      texts.add(text);
    }
  }
  expect(ids.size).toBe(count);
  expect(times).toHaveLength(count);
  expect(times).toEqual(times.toSorted());
  expect([...texts]).toEqual([`'${body}`]);
  expect(largest).toBeLessThan(1_000_000);

  // By the index, every page costs the same. If each page also read the earlier ones, the last would take a hundred
  // times as long.
  const pageMs = readMs.slice(1).map((ms, index) => ms - readMs[index]!);
  const mean = (some: number[]) => some.reduce((all, ms) => all + ms, 0) / some.length;
  expect(mean(pageMs.slice(-20))).toBeLessThan(mean(pageMs.slice(0, 40)) * 5 + 20);
}, 60_000);

test("an export of 100,000 thumbs has no text, no member and no id", async () => {
  const file = await exportCsv({ adminId: await newMember(), what: "REPLY_FEEDBACK", from, until });
  const text = await new Response(file).text();
  const [header, ...rows] = parseCsv(text);
  expect(header).toEqual([
    "asked_at",
    "tone",
    "feedback",
    "status",
    "finish_reason",
    "failure",
    "first_text_ms",
    "total_ms",
    "input_tokens",
    "output_tokens",
  ]);
  expect(rows).toHaveLength(count);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
}, 120_000);
