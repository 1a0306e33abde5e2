// npm run bench:queue: measures the moderators' queue with 10,000 items and 100,000 reviews.
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import type { UserId } from "../lib/auth/user-id.ts";
import { searchWindow } from "../lib/review/desk/queue-list-sql.ts";
import { projectPath } from "../scripts/project.ts";
import { openDatabase } from "./database.ts";
import { quantile } from "./quantile.ts";
import { openRunDir } from "./run-dir.ts";
import { soraSettings } from "./settings.ts";

const rounds = 50;
const targetMs = 20;

const loadBefore = loadavg()[0]!;
const { dir, ending } = openRunDir();

async function time(work: () => Promise<unknown>) {
  for (let round = 0; round < 5; round += 1) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), longest: Math.max(...times) };
}

async function measure() {
  const { pool } = await import("../lib/db.ts");
  ending.defer(() => pool.end());
  const { fillQueue, queuedCount } = await import("./fill-queue.ts");
  const { listQueue } = await import("../lib/review/desk/queue-list.ts");
  const { countQueue, listQueueGyms } = await import("../lib/review/desk/queue-counts.ts");
  const { findItemAuthor } = await import("../lib/review/desk/item-author.ts");
  const { findQueueItem } = await import("../lib/review/desk/item-data.ts");
  const { queueQuerySchema } = await import("../lib/review/desk/queue-query.ts");
  const { spanOf } = await import("../lib/metrics/metric-range.ts");
  const { readReviewMetrics } = await import("../lib/metrics/read-metrics.ts");
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO gym (id, slug, name, district, address)
     VALUES (gen_random_uuid(), 'bench', '파도소리 짐', '마포구', '서울 양화로 45') RETURNING id`,
  );
  const gym = rows[0]!.id;
  await fillQueue(gym);
  const place = async (offset: number) => {
    const found = await pool.query<{ rank: number; at: Date; id: string }>(
      `SELECT rank, opened_at AS at, id FROM moderation_item WHERE closed_at IS NULL ORDER BY rank, opened_at, id OFFSET $1 LIMIT 1`,
      [offset],
    );
    return found.rows[0]!;
  };
  const queue = (query: object, more: object = {}) => {
    const asked = { ...queueQuerySchema.parse(query), ...more };
    return () => listQueue(asked);
  };
  const first = (await queue({})()).rows[0]!.revisionId;
  const item = await findQueueItem(first);
  const cases = {
    "the queue, first page": queue({}),
    "in the middle": queue({}, { after: await place(queuedCount / 2) }),
    "the last page": queue({}, { after: await place(queuedCount - 20) }),
    "back from the middle": queue({}, { before: await place(queuedCount / 2) }),
    "of one reason": queue({ state: "APPEALED" }),
    "all filters at once": queue({
      state: "HELD",
      category: "BUDGET",
      gym,
      language: "ko",
      age: "day",
      by: "MODEL",
    }),
    "a filter that nothing matches": queue({ category: "nothing" }),
    "search, common word": queue({ q: "샤워실" }),
    "search, Korean word that nobody wrote": queue({ q: "코끼리" }),
    "search, English word that nobody wrote": queue({ q: "elephant" }),
    "decided lately, first page": queue({ state: "decided" }),
    "decided lately, nothing matches": queue({ state: "decided", category: "nothing" }),
    "decided lately, word that nobody wrote": queue({ state: "decided", q: "코끼리" }),
    counts: () => countQueue(),
    "counts of a filter": () => countQueue(queueQuerySchema.parse({ language: "ko", age: "day" })),
    "counts of a search for a word that nobody wrote": () =>
      countQueue(queueQuerySchema.parse({ q: "코끼리" })),
    "gyms to choose from": () => listQueueGyms({ isDecided: false, chosen: "" }),
    "one item with its history": () => findQueueItem(first),
    "its author": () => findItemAuthor(item!, { id: crypto.randomUUID() as UserId, role: "MODERATOR" }),
    "metrics, 13 weeks of reviews": () => readReviewMetrics(spanOf("quarter", "Asia/Seoul")),
  };
  const lines: string[] = [];
  for (const [name, work] of Object.entries(cases)) {
    const { p50, p95, longest } = await time(work);
    const target = name.startsWith("the queue") ? (p95 < targetMs ? "met" : "**not met**") : "";
    lines.push(`| ${name} | ${[p50, p95, longest].map((ms) => ms.toFixed(1)).join(" | ")} | ${target} |`);
  }
  return lines;
}

try {
  const database = await openDatabase(dir, ending);
  Object.assign(process.env, soraSettings, { DATABASE_URL: database.url });
  const lines = await measure();
  const [cpu] = cpus();
  const report = `# What the moderators' queue costs

\`npm run bench:queue\`, ${new Date().toISOString().slice(0, 10)}. Written by the run itself.

- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}; load ${loadBefore.toFixed(1)} before the run, ${loadavg()[0]!.toFixed(1)} after it.
- Versions: node ${process.versions.node}, PostgreSQL ${await database.version()}.
- 100,000 reviews of one gym, 10,000 of them waiting and 30,000 decided. Times are those of the functions that the
  page calls, one after the other, ${rounds} times each. They include the round trip to PostgreSQL and the reading of the rows.
  Target for a page of the queue: under ${targetMs} ms. A search reads the texts of ${searchWindow.toLocaleString("en")} at most and can continue from there.

| what is read | p50 ms | p95 ms | longest ms | |
| --- | --: | --: | --: | --: |
${lines.join("\n")}
`;
  console.log(report);
  writeFileSync(projectPath("bench/RESULTS-QUEUE.md"), report);
} finally {
  await ending.disposeAsync();
}
