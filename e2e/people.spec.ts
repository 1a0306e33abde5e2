import type { Page } from "@playwright/test";

import { admin, expect, main, onlyOn, signIn, test, today } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newPersonPage } from "./support/people.ts";

/** A suspension through 31 January ends at midnight. */
const nextYear = Number(today().slice(0, 4)) + 1;
const end = `${nextYear}년 2월 1일 오전 12:00`;

const notes = (page: Page) => main(page).getByRole("region", { name: "메모" });

async function openPerson(page: Page, email: string) {
  await page.goto("/admin/people");
  await main(page).getByRole("searchbox", { name: "이름이나 이메일로 찾기" }).fill(email);
  await main(page).getByRole("button", { name: "찾기" }).click();
  await main(page).getByRole("listitem").filter({ hasText: email }).getByRole("link").click();
  await expect(main(page).getByText(email)).toBeVisible();
  await expect(main(page).getByRole("heading", { level: 2, name: "역할" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    test(
      "an admin suspends a member from reviewing and lets them review again",
      onlyOn(javaScriptEnabled ? "phone" : "desktop"),
      async ({ page }) => {
        const { page: theirs, email } = await newPersonPage(page);
        const { slug, word } = await newPlace();
        const screens = new ReviewScreens(theirs);
        await screens.open(slug);
        await screens.fill(4, `기구가 많고 직원이 친절해요. ${word}`);

        await signIn(page, admin);
        await openPerson(page, email);
        await main(page).getByRole("radio", { name: "날짜까지" }).check({ force: true });
        await main(page).getByRole("button", { name: "리뷰 쓰기 정지하기" }).click();
        await expect(page.getByLabel("마지막 날")).toHaveAccessibleDescription(
          "기간이나 날짜를 골라 주세요.",
        );
        await page.getByLabel("마지막 날").fill(`${nextYear}-01-31`);
        await page.getByLabel("이유").selectOption({ label: "욕설과 비속어" });
        await main(page).getByRole("button", { name: "리뷰 쓰기 정지하기" }).click();
        await expect(main(page).getByText(`${end}까지 리뷰와 신고를 쓸 수 없어요`)).toBeVisible();
        await expect(main(page).getByText("리뷰 정지", { exact: true })).toBeVisible();

        // The page that was open before: it shows the suspension and keeps the text.
        await screens.send.click();
        await expect(theirs.getByRole("alert").filter({ hasText: "리뷰를 쓸 수 없어서" })).toContainText(end);
        await expect(screens.body).toHaveValue(`기구가 많고 직원이 친절해요. ${word}`);
        await screens.open(slug);
        await expect(main(theirs).getByText(`${end}까지 리뷰를 쓰거나 고칠 수 없어요`)).toBeVisible();
        await expect(screens.body).toHaveValue(`기구가 많고 직원이 친절해요. ${word}`);

        // Only the rule's title; nothing of the moderators' notes.
        await notes(page).getByText("메모 쓰기").click();
        await notes(page).getByLabel("메모").fill(`여러 계정을 쓰는 것 같아요. ${word}`);
        await notes(page).getByRole("button", { name: "메모 저장" }).click();
        await expect(notes(page).getByRole("listitem")).toContainText(`여러 계정을 쓰는 것 같아요. ${word}`);
        const standing = await theirs.context().newPage();
        await standing.goto("/me/reviews");
        await expect(main(standing).getByRole("region", { name: "리뷰 활동 안내" })).toContainText(
          `${end}까지 리뷰와 신고를 쓸 수 없어요.욕설과 비속어`,
        );
        await expect(main(standing).getByText("여러 계정")).toHaveCount(0);
        await standing.close();
        await notes(page).getByRole("button", { name: "지우기" }).click();
        await expect(notes(page).getByRole("listitem")).toHaveCount(0);

        await main(page).getByRole("button", { name: "정지 풀기" }).click();
        await expect(main(page).getByText("리뷰를 쓸 수 있어요.")).toBeVisible();
        await screens.send.click();
        await expect(theirs).toHaveURL(`/gyms/${slug}`);

        await main(page).getByRole("link", { name: "이 회원에 관한 감사 기록" }).click();
        const entries = main(page).locator("ol > li");
        await expect(entries).toHaveCount(4);
        await expect(entries.first()).toContainText("리뷰 쓰기 정지를 품");
        await expect(entries.nth(1)).toContainText("메모를 삭제");
        await expect(entries.last()).toContainText(`${nextYear}. 2. 1. 오전 12:00까지 정지 · 욕설과 비속어`);
        await theirs.context().close();
      },
    );

    test("an admin makes a member a moderator, and withdraws it: their open page closes at once", async ({
      page,
    }) => {
      const { page: theirs, email } = await newPersonPage(page);
      expect((await theirs.goto("/admin/moderation"))?.status()).toBe(404);
      await signIn(page, admin);
      await openPerson(page, email);
      await main(page).getByRole("button", { name: "담당자로 정하기" }).click();
      await expect(main(page).getByText("리뷰와 이의 제기를 살펴보고 정할 수 있어요.")).toBeVisible();

      expect((await theirs.goto("/admin/moderation"))?.status()).toBe(200);
      expect((await theirs.goto("/admin/people"))?.status()).toBe(404);

      await main(page).getByRole("button", { name: "담당자 역할 거두기" }).click();
      await expect(main(page).getByText("관리 화면을 볼 수 없어요.")).toBeVisible();
      expect((await theirs.goto("/admin/moderation"))?.status()).toBe(404);
      await theirs.context().close();
    });
  });
}

test("nobody changes their own role or suspends themselves", async ({ page }) => {
  await signIn(page, admin);
  await openPerson(page, admin.email);
  await expect(main(page).getByText("내 역할은 내가 바꿀 수 없어요.", { exact: false })).toBeVisible();
  await expect(main(page).getByText("나를 스스로 정지할 수는 없어요.")).toBeVisible();
  await expect(main(page).getByRole("button")).toHaveCount(0);
});

test("the list can be filtered by team and by suspension", async ({ page }) => {
  const { page: theirs, email } = await newPersonPage(page, { name: "정지된 바다" });
  await theirs.context().close();
  await inDatabase("UPDATE member SET no_reviews_until = now() + interval '3 days' WHERE email = $1", [
    email,
  ]);
  await signIn(page, admin);
  await page.goto("/admin/people");
  await main(page).getByRole("link", { name: "정지된 회원" }).click();
  await expect(page).toHaveURL("/admin/people?group=suspended");
  await expect(main(page).getByRole("listitem").filter({ hasText: email })).toContainText("리뷰 정지");
  await main(page).getByRole("link", { name: "담당자와 관리자" }).click();
  await expect(main(page).getByRole("listitem").filter({ hasText: admin.email })).toContainText("관리자");
  await expect(main(page).getByRole("listitem").filter({ hasText: email })).toHaveCount(0);
  await page.goto("/admin/people/nobody");
  await expect(page).toHaveTitle(/여기엔 아무것도 없어요/);
});

for (const locale of ["ko-KR", "en-US"]) {
  test.describe(locale, onlyOn(locale === "ko-KR" ? "phone" : "desktop"), () => {
    test.use({ locale, reducedMotion: "reduce" });

    test("axe finds nothing in the people, the log and a member's page", async ({ page }) => {
      await signIn(page, admin);
      const [demo] = await inDatabase<{ id: string }>("SELECT id FROM member WHERE email = 'demo@sora.test'");
      for (const path of [
        "/admin/people",
        `/admin/people/${demo!.id}`,
        "/admin/audit",
        "/admin/audit?kind=EXPORTED",
      ]) {
        await page.goto(path);
        await expect(main(page).getByRole("heading", { level: 1 })).toBeVisible();
        // On a phone the navigation is wider than the screen.
        const places = page.getByRole("navigation", { name: /^(관리|Administration)$/ });
        await expect(places.locator("[aria-current=page]")).toBeInViewport({ ratio: 1 });
        await expectAccessible(page);
      }
    });
  });
}
