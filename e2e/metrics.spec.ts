import { DiaryPage } from "./diary-page.ts";
import { expect, main, onlyOn, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newJudgedSample, newRejectedReviews } from "./support/judged-reviews.ts";
import { parseExposition } from "./support/parse-exposition.ts";
import { newAdminPage, newModeratorPage, setRole } from "./support/people.ts";

const words = {
  ko: { title: "지표", decisions: "판정", asTable: "표로 보기", day: "24시간", rejected: "거절" },
  en: {
    title: "Metrics",
    decisions: "Verdicts",
    asTable: "As a table",
    day: "24 hours",
    rejected: "Rejected",
  },
};

for (const locale of ["ko", "en"] as const) {
  const t = words[locale];
  test(
    `the numbers are charts and, by keyboard, tables, in ${locale}`,
    onlyOn(locale === "ko" ? "phone" : "desktop"),
    async ({ page: other }) => {
      await newRejectedReviews(3);
      const { page } = await newModeratorPage(other, { locale: locale === "ko" ? "ko-KR" : "en-US" });
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

      await page.goto("/admin/metrics?range=nonsense");
      await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(t.title);
      await main(page).getByRole("link", { name: t.day }).click();
      await expect(page).toHaveURL(/range=day/);

      const figure = main(page).getByRole("figure", { name: t.decisions, exact: true });
      await expect(figure.getByRole("img", { name: t.decisions })).toBeVisible();
      await expect(figure.getByRole("table")).toBeHidden();
      await figure.locator("summary").focus();
      await page.keyboard.press("Enter");
      const table = figure.getByRole("table", { name: t.decisions });
      await expect(table.getByRole("row")).toHaveCount(26); // a header, 24 hours, the sum
      const column = (await table.getByRole("columnheader").allInnerTexts()).indexOf(t.rejected);
      const sum = await table.getByRole("row").last().locator("th, td").nth(column).innerText();
      expect(Number(sum.replaceAll(",", ""))).toBeGreaterThanOrEqual(3);

      // Only the table scrolls sideways.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
}

test("a former moderator sees no numbers", async ({ page: other }) => {
  const { page, email } = await newModeratorPage(other);
  expect((await page.goto("/admin/metrics"))?.status()).toBe(200);
  await setRole(email, "MEMBER");
  for (const path of ["/admin/metrics", "/admin/sample"]) expect((await page.goto(path))?.status()).toBe(404);
  await page.context().close();
});

test("Prometheus gets the numbers with the token, and nobody else gets anything", async ({
  request,
  memberPage,
}) => {
  const diary = new DiaryPage(memberPage);
  await diary.write("Counted. [[model rate=400]]");
  await diary.ask("T");
  await diary.expectWhole("T");

  const ask = (authorization?: string) =>
    request.get("/api/metrics", authorization === undefined ? {} : { headers: { authorization } });
  for (const wrong of [
    undefined,
    "",
    "Bearer",
    "Bearer wrong",
    "Basic metrics-of-the-tests",
    "metrics-of-the-tests",
  ])
    expect((await ask(wrong)).status()).toBe(404);

  const answer = await ask("Bearer metrics-of-the-tests");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  const families = parseExposition(await answer.text());
  expect([...families.keys()]).toEqual(
    expect.arrayContaining([
      "sora_queue_items",
      "sora_verdicts_24h",
      "sora_replies_24h",
      "sora_submitted_total",
    ]),
  );
});

test("a moderator judges the sample by keys, without seeing the model's answer", async ({ page: other }) => {
  await newRejectedReviews(24);
  const { page, email } = await newModeratorPage(other);
  const said = () =>
    inDatabase<{ decision: string; rule: string | null }>(
      `SELECT decision, rule FROM blind_judgement JOIN member ON member.id = moderator_id
        WHERE email = $1 ORDER BY blind_judgement.created_at`,
      [email],
    );
  await page.goto("/admin/sample");
  const state = main(page).getByRole("status");
  await expect(main(page).getByRole("region", { name: "판정할 리뷰" })).toBeFocused();
  await expect(main(page)).not.toContainText(/harassment|모델: |0[.,]9/);
  await expectAccessible(page);

  for (const [index, keys] of [["a"], ["e"], ["r", "2"]].entries()) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(state).toHaveText(`지금까지 ${index + 1}개를 판정했어요.`);
    await expect(main(page).getByRole("region", { name: "판정할 리뷰" })).toBeFocused();
  }
  expect(await said()).toEqual([
    { decision: "APPROVE", rule: null },
    { decision: "HOLD", rule: null },
    { decision: "REJECT", rule: "harassment" },
  ]);
  await main(page).getByRole("button", { name: "마지막 판정 거두기" }).click();
  await expect(state).toHaveText("지금까지 2개를 판정했어요.");
  await expect(main(page).getByText(/18개 더 판정하면/)).toBeVisible();

  // Replaces the drawn sample by rows of the model's rejections.
  await inDatabase("DELETE FROM blind_judgement USING member WHERE member.id = moderator_id AND email = $1", [
    email,
  ]);
  await inDatabase(
    `INSERT INTO blind_judgement (verdict_id, moderator_id, decision, rule)
     SELECT verdict_id, moderator_id, (CASE n WHEN 1 THEN 'APPROVE' WHEN 2 THEN 'HOLD' ELSE 'REJECT' END)::"Decision",
            CASE WHEN n > 2 THEN 'harassment' END
       FROM (SELECT verdict.id AS verdict_id, member.id AS moderator_id,
                    row_number() OVER (ORDER BY verdict.created_at DESC, verdict.id) AS n
               FROM verdict, member
              WHERE email = $1 AND verdict.decided_by = 'MODEL' AND verdict.decision = 'REJECT'
                AND verdict.rule = 'harassment') rejected
      WHERE n <= 22`,
    [email],
  );
  await page.reload();
  await expect(main(page).getByRole("table", { name: /사람과 모델이 판정한 수/ })).toBeVisible();
  await expect(main(page).getByText("κ = 0.00")).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test(
  "the sample can be judged before any script has loaded",
  { tag: "@phone-only" },
  async ({ page: other }) => {
    await newRejectedReviews(4);
    const { page } = await newModeratorPage(other, { javaScriptEnabled: false });
    await page.goto("/admin/sample");
    await main(page).getByRole("button", { name: "욕설과 비속어" }).click();
    await expect(main(page).getByRole("status")).toHaveText("지금까지 1개를 판정했어요.");
    await main(page).getByRole("button", { name: "공개", exact: true }).click();
    await expect(main(page).getByRole("status")).toHaveText("지금까지 2개를 판정했어요.");
    await main(page).getByRole("button", { name: "마지막 판정 거두기" }).click();
    await expect(main(page).getByRole("status")).toHaveText("지금까지 1개를 판정했어요.");
    await page.context().close();
  },
);

test("an admin sees the model's confidence and agreement, sets the proposed threshold, and undoes it", async ({
  page: other,
}) => {
  await newJudgedSample({ rule: "fake", confidence: 0.85, agreed: 60, disagreed: 1 });
  await newJudgedSample({ rule: "fake", confidence: 0.78, agreed: 3, disagreed: 17 });
  const page = await newAdminPage(other);
  await page.goto("/admin/metrics");
  const calibration = main(page).getByRole("region", { name: "모델은 확신하는 만큼 맞나", exact: true });
  await expect(calibration.getByRole("figure", { name: "확신과 일치" })).toBeVisible();
  await expect(calibration.getByRole("table", { name: "확신에 따라" }).getByRole("row")).toHaveCount(8);

  const fake = main(page)
    .getByRole("region", { name: "모델에 맡기는 기준" })
    .getByRole("listitem")
    .filter({ hasText: "가짜 또는 대가성 리뷰" });
  await expect(fake).toContainText("75%부터 (설정)");
  await expect(fake).toContainText(/판정한 \d+개 가운데 9\d%가 사람과 일치해요/);
  await expectAccessible(page);
  await fake.getByRole("button", { name: /기준을 80%로 정하기/ }).click();
  await expect(fake).toContainText(/80%부터, .*정함/);
  await expect(fake.getByRole("button", { name: /80%로 정하기/ })).toHaveCount(0);
  await page.goto("/admin/audit?kind=THRESHOLD_SET");
  await expect(
    main(page)
      .getByText(/확신 기준을 80%로 정함 · 가짜 또는 대가성 리뷰/)
      .first(),
  ).toBeVisible();

  await page.goto("/admin/metrics");
  await fake.getByRole("button", { name: /되돌리기/ }).click();
  await expect(fake).toContainText("75%부터 (설정)");
  await page.context().close();
});

test("a moderator sees the thresholds but can not set them", async ({ page: other }) => {
  await newJudgedSample({ rule: "off-topic", confidence: 0.85, agreed: 60, disagreed: 0 });
  const { page } = await newModeratorPage(other, { locale: "en-US" });
  await page.goto("/admin/metrics");
  const thresholds = main(page).getByRole("region", { name: "From when the model decides" });
  await expect(thresholds.getByRole("listitem").filter({ hasText: "Off topic" })).toContainText(/\d+ judged/);
  await expect(thresholds.getByRole("button")).toHaveCount(0);
  await page.context().close();
});
