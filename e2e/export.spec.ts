import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { admin, cookieHeader, expect, onlyOn, signIn, test, today } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newRejectedReviews } from "./support/judged-reviews.ts";
import { parseCsv } from "./support/parse-csv.ts";

const form = (page: Page, name: string) => page.getByRole("main").getByRole("region", { name });

async function download(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    form(page, name).getByRole("button", { name: "CSV 받기" }).click(),
  ]);
  const bytes = await readFile(await file.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(bytes));
  const records = rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]])));
  return { name: file.suggestedFilename(), header, records };
}

const exportsOf = (what: string) =>
  inDatabase<{ data: Record<string, string> }>(
    `SELECT data FROM audit_event JOIN member ON member.id = actor_id
      WHERE kind = 'EXPORTED' AND data->>'what' = $1 AND email = $2 ORDER BY seq`,
    [what, admin.email],
  );

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    const oneSize = onlyOn(javaScriptEnabled ? "phone" : "desktop");

    test("an admin exports decisions, which is recorded in the audit log", oneSize, async ({ page }) => {
      const formula = '=HYPERLINK("http://evil.test","여기")\n둘째 줄';
      const { slug } = await newRejectedReviews(2, formula);
      await signIn(page, admin);
      await page.goto("/admin/export");
      const before = (await exportsOf("DECISIONS")).length;
      const { name, records } = await download(page, "리뷰 결정");
      expect(name).toMatch(/^sora-decisions-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
      const ours = records.filter(({ gym }) => gym === slug);
      expect(ours).toHaveLength(2);
      expect(ours[0]).toMatchObject({
        decision: "REJECT",
        decided_by: "MODEL",
        rule: "harassment",
        evidence: "불친절",
        stars: "2",
        text: `'${formula}`,
        undone_at: "",
      });
      const written = await exportsOf("DECISIONS");
      expect(written.length).toBeGreaterThan(before);
      expect(Date.parse(written.at(-1)!.data.until!)).toBeGreaterThan(Date.now() - 60_000);
    });
  });
}

test("reply feedback contains no text and no person", async ({ memberPage: page, member }) => {
  await inDatabase(
    `WITH page AS (
       INSERT INTO entry (id, author_id, date, body, updated_at)
       SELECT gen_random_uuid(), id, '2026-01-01', '\\x00', now() FROM member WHERE email = $1 RETURNING id, author_id
     )
     INSERT INTO reply (id, entry_id, author_id, tone, status, feedback, first_text_ms)
     SELECT gen_random_uuid(), id, author_id, 'T', 'DONE', 'DOWN', 4321 FROM page`,
    [member.email],
  );
  await page.context().clearCookies();
  await signIn(page, admin);
  await page.goto("/admin/export");
  await expectAccessible(page);
  const { header, records } = await download(page, "답장 의견");
  expect(header.join()).toBe(
    "asked_at,tone,feedback,status,finish_reason,failure,first_text_ms,total_ms,input_tokens,output_tokens",
  );
  expect(records).toEqual(
    expect.arrayContaining([expect.objectContaining({ tone: "T", feedback: "DOWN", first_text_ms: "4321" })]),
  );
});

test(
  "invalid dates show the form again, with the chosen values",
  { tag: "@phone-only" },
  async ({ page }) => {
    await signIn(page, admin);
    await page.goto("/admin/export");
    const decisions = form(page, "리뷰 결정");
    await decisions.getByLabel("시작일").fill(today());
    await decisions.getByLabel("마지막 날").fill("2026-01-02");
    await decisions.getByRole("button", { name: "CSV 받기" }).click();
    await expect(decisions.getByRole("alert")).toContainText("기간을 다시 확인해 주세요.");
    await expect(decisions.getByLabel("마지막 날")).toHaveValue("2026-01-02");
    await expect(form(page, "답장 의견").getByRole("alert")).toBeHidden();
    await expectAccessible(page);
  },
);

test("only an admin gets a file, and only for a request from this site", async ({
  memberPage,
  page,
  request,
}) => {
  const path = "/api/admin/export/decisions.csv?from=2026-01-01&to=2026-01-02";
  expect((await request.get(path)).status()).toBe(404);
  expect((await memberPage.request.get(path)).status()).toBe(404);
  await page.context().clearCookies();
  await signIn(page, admin);
  const before = (await exportsOf("DECISIONS")).length;
  const headers = { cookie: await cookieHeader(page), "sec-fetch-site": "cross-site" };
  expect((await fetch(new URL(path, page.url()), { headers })).status).toBe(403);
  for (const bad of [
    "",
    "?from=2026-01-02&to=2026-01-01",
    "?from=2020-01-01&to=2026-01-01",
    "?from=x&to=%00",
  ])
    expect((await page.request.get(`/api/admin/export/decisions.csv${bad}`)).status()).toBe(400);
  expect(
    (await page.request.get("/api/admin/export/diaries.csv?from=2026-01-01&to=2026-01-02")).status(),
  ).toBe(404);
  expect((await exportsOf("DECISIONS")).length).toBe(before);
});
