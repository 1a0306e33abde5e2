import type { Page } from "@playwright/test";

import { admin, expect, main, signIn, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";

const lines = (page: Page) => main(page).locator("ol > li");

/** Entries about one new member by a new admin, newest last. */
async function newEntries(entries: { kind: string; data: object }[]) {
  const people = await inDatabase<{ id: string }>(
    `INSERT INTO member (id, email, name) SELECT gen_random_uuid(), gen_random_uuid() || '@sora.test', name
       FROM unnest(ARRAY['기록 남긴 이', '기록된 이']) WITH ORDINALITY AS new (name, at) ORDER BY at RETURNING id`,
  );
  const [actor, subject] = people.map(({ id }) => id);
  for (const { kind, data } of entries) {
    await inDatabase(
      `INSERT INTO audit_event (seq, at, actor_id, kind, subject_id, data, previous_hash, hash)
       VALUES (0, now(), $1, $2, $3, $4, '', '')`,
      [actor, kind, subject, data],
    );
  }
  return { actor: actor!, subject: subject! };
}

test(
  "the log describes in words who did what to whom, and can be filtered by kind and person",
  { tag: "@phone-only" },
  async ({ page }) => {
    const { subject, actor } = await newEntries([
      { kind: "ROLE_CHANGED", data: { from: "MEMBER", to: "MODERATOR" } },
      { kind: "REVIEWING_SUSPENDED", data: { until: "2027-01-31T15:00:00.000Z" } },
    ]);
    await signIn(page, admin);
    await page.goto(`/admin/audit?person=${subject}`);
    await expect(lines(page)).toHaveCount(2);
    await expect(lines(page).first()).toContainText(
      "기록 남긴 이: 기록된 이 리뷰 쓰기를 2027. 2. 1. 오전 12:00까지 정지",
    );
    await expect(lines(page).last()).toContainText("기록 남긴 이: 기록된 이 역할을 회원에서 담당자로 바꿈");
    await main(page).getByLabel("어떤 일").selectOption({ label: "역할 바꾸기" });
    await main(page).getByRole("button", { name: "보기", exact: true }).click();
    await expect(page).toHaveURL(`/admin/audit?person=${subject}&kind=ROLE_CHANGED`);
    await expect(lines(page)).toHaveCount(1);
    await lines(page).getByRole("link", { name: "기록된 이" }).click();
    await expect(page).toHaveURL(`/admin/people/${subject}`);

    await inDatabase("DELETE FROM member WHERE id = $1", [actor]);
    await page.goto(`/admin/audit?person=${subject}`);
    await expect(lines(page).first()).toContainText("떠난 회원");
  },
);

test("a long log is paged, from the newest entry to the first", async ({ page }) => {
  const { subject } = await newEntries(
    Array.from({ length: 60 }, () => ({ kind: "REVIEWING_RESTORED", data: {} })),
  );
  await signIn(page, admin);
  await page.goto(`/admin/audit?person=${subject}`);
  await expect(lines(page)).toHaveCount(50);
  await main(page).getByRole("link", { name: "더 오래된 기록" }).click();
  await expect(lines(page)).toHaveCount(10);
  await main(page).getByRole("link", { name: "처음으로" }).click();
  await expect(lines(page)).toHaveCount(50);
});

test.describe("in English", () => {
  test.use({ locale: "en-US" });

  test("the log is in English", async ({ page }) => {
    const { subject } = await newEntries([
      { kind: "ROLE_CHANGED", data: { from: "MEMBER", to: "MODERATOR" } },
    ]);
    await signIn(page, admin);
    await page.goto(`/admin/audit?person=${subject}`);
    await expect(lines(page)).toContainText("기록 남긴 이 made 기록된 이 a moderator, who was a member");
  });
});
