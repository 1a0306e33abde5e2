import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

import type { Page } from "@playwright/test";
import pg from "pg";

import { maxBodyChars, minBodyChars } from "../lib/review/text-limits.ts";
import { expect, signUpByForm, test } from "./fixtures.ts";
import { ReviewScreens } from "./review-screens.ts";
import type { OwnServer } from "./support/own-server.ts";
import { OwnServers } from "./support/own-servers.ts";
import { reviewText } from "./support/review-texts.ts";

// Separate servers that are killed one after the other, on one database and one model that keep running.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const servers = new OwnServers();
let database: pg.Client;

test.beforeAll(async () => {
  await servers.open();
  database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
});
test.afterAll(async () => {
  await database?.end();
  await servers.close();
});

async function newGym(): Promise<string> {
  const slug = `gym-${crypto.randomUUID()}`;
  await database.query(
    `INSERT INTO gym (id, slug, name, district, address)
     VALUES (gen_random_uuid(), $1, '파도소리 짐', '마포구', '서울 양화로 45')`,
    [slug],
  );
  return slug;
}

/** Sends a review as its author. A session cookie is valid for the host on every port, so on every server. */
async function send(page: Page, at: OwnServer, slug: string, text: string) {
  const review = new ReviewScreens(page);
  await page.goto(`${at.url}/gyms/${slug}/review`);
  await review.fill(4, text);
  await review.send.click();
  return review;
}

type Saved = {
  status: string;
  attempt: number;
  isLeased: boolean;
  calls: number;
  verdicts: number;
  notices: number;
};

/** The only review of a gym in the database; undefined before it is committed. */
async function savedReview(slug: string): Promise<Saved | undefined> {
  const { rows } = await database.query<Saved>(
    `SELECT revision.status, revision.attempt,
            (SELECT count(*)::int FROM model_call WHERE revision.id::text = ANY (subject_ids)) AS calls,
            (SELECT count(*)::int FROM verdict WHERE verdict.revision_id = revision.id) AS verdicts,
            (SELECT count(*)::int FROM notice WHERE notice.data ->> 'reviewId' = review.id::text) AS notices
       FROM gym JOIN review ON review.gym_id = gym.id JOIN review_revision revision ON revision.review_id = review.id
      WHERE gym.slug = $1`,
    [slug],
  );
  expect(rows.length).toBeLessThan(2);
  return rows[0];
}

const whenSaved = (slug: string, expected: Partial<Saved>, timeout = 20_000) =>
  expect
    .poll(() => savedReview(slug), { timeout, intervals: [100] })
    .toEqual(expect.objectContaining(expected));

/** Waits for the model call about a text: its judge is then in the middle of judging. */
const whenAsked = (text: string) =>
  expect
    .poll(async () => {
      const calls = await fetch(`${servers.model.url}/control/calls?contains=${encodeURIComponent(text)}`);
      return (await calls.json()).count;
    })
    .toBe(1);

/** Waits until no job remains, so that nothing more is judged. */
async function whenJobsAreDone() {
  const countJobs = async () => {
    const { rows } = await database.query(
      `SELECT 1 FROM pgboss.job WHERE name = 'moderate-review' AND state IN ('created', 'retry', 'active')`,
    );
    return rows.length;
  };
  await expect.poll(countJobs, { timeout: 40_000, intervals: [200] }).toBe(0);
}

const publishedOnce = { status: "APPROVED", verdicts: 1, notices: 1 };

test("a review is judged by the queue when nothing runs after the response", async ({ page }) => {
  const one = await servers.start({ MODERATION_AFTER_RESPONSE: "0" });
  await signUpByForm(page, one.url);
  const slug = await newGym();
  const review = await send(page, one, slug, "기구가 넉넉하고 아침에 조용해요.");
  await page.waitForURL(`${one.url}/gyms/${slug}`);
  await review.expectState("approved");
  await whenJobsAreDone();
  expect(await savedReview(slug)).toMatchObject({ ...publishedOnce, calls: 1 });
  await one.stop();
});

test("the only server killed during a judging, and between a commit and its after(): each review gets one verdict and one notice", async ({
  page,
}) => {
  const one = await servers.start();
  await signUpByForm(page, one.url);
  const [judged, committed] = [await newGym(), await newGym()];
  await send(page, one, judged, "러닝머신에서 돛단배가 보여서 좋아요. [[model hang times=1]]");
  await whenAsked("돛단배");

  // The locks block choosing what to judge, and rendering the page after the action, before which after() does not run.
  await database.query("BEGIN; LOCK TABLE cached_verdict, review_summary IN ACCESS EXCLUSIVE MODE");
  await send(page, one, committed, "락커가 넓고 수건이 늘 보송해요.");
  await whenSaved(committed, { status: "PENDING" });
  await one.kill();
  await database.query("ROLLBACK");
  expect(await savedReview(committed)).toMatchObject({ status: "PENDING", attempt: 0 });
  expect(await savedReview(judged)).toMatchObject({ status: "PENDING", attempt: 1 });

  const two = await servers.start();
  await whenSaved(committed, publishedOnce);
  await whenSaved(judged, publishedOnce, 40_000);
  await whenJobsAreDone();
  expect(await savedReview(committed)).toMatchObject({ ...publishedOnce, attempt: 1, calls: 1 });
  expect(await savedReview(judged)).toMatchObject({ ...publishedOnce, attempt: 2, calls: 2 });
  await page.goto(`${two.url}/me/reviews`);
  await expect(page.getByRole("status").filter({ hasText: "공개됐어요" })).toHaveCount(2);
  await two.stop();
});

test("a server killed during a judging: another one completes it, and the author's page there updates", async ({
  page,
}) => {
  const one = await servers.start();
  await signUpByForm(page, one.url);
  const slug = await newGym();
  await send(page, one, slug, "샤워실 물살이 세고 깨끗해요. [[model times=1 hang]]");
  await whenAsked("물살");

  // Started only now, so that the other server judges first.
  const two = await servers.start();
  const review = new ReviewScreens(page);
  await page.goto(`${two.url}/gyms/${slug}`);
  await review.expectState("pending");
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await one.kill();

  const state = review.card.getByRole("status").first();
  await expect(state).toContainText("공개됐어요", { timeout: 40_000 });
  await expect(page.getByRole("link", { name: "알림, 안 읽음 1" })).toBeVisible();
  expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
  await whenJobsAreDone();
  expect(await savedReview(slug)).toMatchObject({ ...publishedOnce, attempt: 2, calls: 2 });
  await two.stop();
});

test("an action is answered while the model does not answer at all, however long the text", async ({
  page,
}) => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  // Longer than this test: an action that waited for the model would time out here.
  const one = await servers.start({
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    MODEL_TOTAL_SECONDS: "3600",
  });
  try {
    await signUpByForm(page, one.url);
    for (const chars of [minBodyChars, maxBodyChars]) {
      const slug = await newGym();
      const review = await send(page, one, slug, reviewText(0, chars));
      await page.waitForURL(`${one.url}/gyms/${slug}`);
      await review.expectState("pending");
      await whenSaved(slug, { status: "PENDING", calls: 1, verdicts: 0, notices: 0 });
    }
  } finally {
    await one.kill(); // on SIGTERM it would wait for the model
    silent.close();
    silent.closeAllConnections();
  }
});

test("without a model the built-in classifier judges, no call is made, and the pages name the judge", async ({
  page,
}) => {
  const one = await servers.start({ OPENAI_BASE_URL: "", MODERATION_BASE_URL: "" });
  await signUpByForm(page, one.url);
  const [fine, rude] = [await newGym(), await newGym()];
  await (await send(page, one, fine, "기구가 넉넉하고 아침에 조용해요.")).expectState("approved");

  await page.goto(`${one.url}/gyms/${rude}/review`);
  await expect(page.getByText("소라 안의 작은 분류기가 욕설과 연락처를 확인하는데")).toBeVisible();
  const review = await send(page, one, rude, "기구는 좋은데 사장이 병신 새끼예요.");
  await review.expectState("rejected");
  await expect(review.card).toContainText("소라 안의 작은 분류기가 판단했고");
  await expect(review.card.getByText(/“[^”]*(병신|새끼)[^”]*”/)).toBeVisible();
  expect(await savedReview(fine)).toMatchObject({ ...publishedOnce, calls: 0 });
  expect(await savedReview(rude)).toMatchObject({ status: "REJECTED", calls: 0, verdicts: 1 });
  await one.stop();
});
