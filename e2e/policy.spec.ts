import type { Page } from "@playwright/test";

import { builtInPolicy } from "../lib/moderation/policy/rules.ts";
import { admin, expect, main, onlyOn, signIn, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newGym, newWord } from "./support/gyms.ts";
import { releaseModel } from "./support/model-control.ts";
import { newAdminPage, newModeratorPage } from "./support/people.ts";
import { newQueue } from "./support/queue.ts";

const field = (page: Page, name: string) => main(page).getByLabel(name, { exact: true });
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();

/** The policy is global. These tests run one after the other, and restore it. */
const turn = 7_420_999;

// In one worker: in several, all but one would only wait for the lock.
test.describe.configure({ mode: "default", timeout: 240_000 });
test.beforeEach(async () => void (await inDatabase("SELECT pg_advisory_lock($1)", [turn])));
test.afterEach(async () => {
  await inDatabase(`UPDATE policy_run SET status = 'CANCELLED' WHERE status IN ('RUNNING', 'PAUSED')`);
  await inDatabase("DELETE FROM policy_draft");
  await inDatabase("DELETE FROM policy_version");
  await inDatabase("DELETE FROM cached_verdict WHERE policy_version > 1");
  await inDatabase("SELECT pg_advisory_unlock($1)", [turn]);
});

/** A review of a new gym that the model approved, decided later than all others. */
async function decidedReview(body: string, minutesAhead = 60) {
  const slug = await newGym({ word: newWord() });
  await inDatabase(
    `WITH author AS (
       INSERT INTO member (id, email, name) VALUES (gen_random_uuid(), gen_random_uuid() || '@sora.test', '바다') RETURNING id
     ), revision AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, decided_at, attempt)
       VALUES (gen_random_uuid(), gen_random_uuid(), 1, 4, $2, $2, 'ko', 'APPROVED', now() + $3 * interval '1 minute', 1)
       RETURNING id, review_id
     ), verdict AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, evidence, policy_version)
       SELECT gen_random_uuid(), id, 1, 'APPROVE', 'MODEL', '{}', 1 FROM revision
     )
     INSERT INTO review (id, author_id, gym_id, published_revision_id, published_stars, published_at)
     SELECT revision.review_id, author.id, gym.id, revision.id, 4, now()
       FROM revision, author, gym WHERE gym.slug = $1`,
    [slug, body, minutesAhead],
  );
  return slug;
}

/** Reloads until the status appears. Also works without script. */
async function expectStatus(page: Page, text: string) {
  await expect(async () => {
    await page.reload();
    await expect(main(page).getByRole("status").first()).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    test(
      "an admin edits a rule, tries it on what was decided, and publishes it",
      onlyOn(javaScriptEnabled ? "phone" : "desktop"),
      async ({ page }) => {
        const word = newWord();
        for (let n = 0; n < 9; n += 1) await decidedReview(`조용하고 넓어요 ${newWord()}`, 100 + n);
        const slug = await decidedReview(`${word} 이야기만 가득해요`, 200);
        await signIn(page, admin);
        await page.goto("/admin/policy");
        await expect(page).toHaveTitle("정책 · 소라");
        await main(page).getByRole("link", { name: "초안 쓰기" }).click();
        await main(page).getByRole("link", { name: "그 밖의 이유 고치기" }).click();
        await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("그 밖의 이유 고치기");

        await field(page, "제목 (한국어)").fill("");
        await field(page, "제목 (영어)").fill(`Reasons ${word}`);
        await press(page, "초안에 저장");
        await expect(field(page, "제목 (한국어)")).toHaveAccessibleDescription("꼭 적어야 해요.");
        await expect(field(page, "제목 (영어)")).toHaveValue(`Reasons ${word}`);
        await field(page, "제목 (한국어)").fill(`이유 ${word}`);
        await field(page, "모델에게 하는 말").fill(`Talk of "${word}" is not allowed.`);
        await press(page, "초안에 저장");
        await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("규칙 초안");
        await expect(main(page).getByRole("heading", { name: `이유 ${word}` })).toBeVisible();
        await expect(main(page).getByRole("insertion").first()).toContainText(word);

        await main(page).getByText("10개", { exact: true }).click();
        await press(page, "시험하기");
        await page.waitForURL(/\/admin\/policy\/runs\//);
        if (javaScriptEnabled)
          await expect(main(page).getByRole("status").first()).toContainText("끝났어요", { timeout: 30_000 });
        else await expectStatus(page, "끝났어요");
        await expect(main(page).getByText("10개 가운데 10개")).toBeVisible();
        const change = main(page).getByRole("listitem").filter({ hasText: word });
        await expect(change).toContainText(`비공개 · 이유 ${word}`);
        await expect(change.locator("mark")).toHaveText(word);
        await main(page).getByRole("link", { name: "새로 보임 0" }).click();
        await expect(change).toHaveCount(0);
        await main(page).getByRole("link", { name: "새로 가려짐 1" }).click();
        await expect(change).toHaveCount(1);
        await expect(main(page).getByRole("row", { name: "공개 그대로 9" })).toBeVisible();
        // The trial changed nothing.
        await page.goto(`/gyms/${slug}`);
        await expect(main(page).getByText(`${word} 이야기만 가득해요`)).toBeVisible();

        await page.goto("/admin/policy/draft");
        await press(page, "버전 2 공개");
        await expect(field(page, "무엇을 왜 바꿨나요?")).toHaveAccessibleDescription("꼭 적어야 해요.");
        await field(page, "무엇을 왜 바꿨나요?").fill("더 또렷하게 적었어요.");
        await press(page, "버전 2 공개");
        await page.waitForURL(/\/admin\/policy$/);
        await expect(main(page).getByRole("heading", { name: "지금 규칙 · 버전 2" })).toBeVisible();
        await expect(main(page).getByText("더 또렷하게 적었어요.")).toBeVisible();
        await main(page).getByRole("link", { name: "모두 보기" }).click();
        await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("규칙 버전");
        const published = main(page).getByRole("listitem").filter({ hasText: "지금 쓰는 버전" });
        await expect(published).toContainText(`고친 규칙: 이유 ${word}`);
        await expect(published).toContainText("Admin 님이 공개했어요.");
        await page.goto("/admin/audit");
        await main(page).getByRole("link", { name: "정책 버전 2" }).first().click();
        await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("규칙 버전 2");
        await expect(main(page).getByRole("blockquote")).toHaveText("더 또렷하게 적었어요.");
        await expect(main(page).getByRole("insertion").first()).toContainText(word);
        await main(page).getByRole("link", { name: "버전 1" }).click();
        await expect(main(page).getByText("처음 버전이라")).toBeVisible();

        await page.goto(`/gyms/${slug}/review`);
        await expect(main(page).getByText(`이유 ${word}`)).toBeVisible();
        await expect(main(page).getByText("그 밖의 이유")).toBeHidden();
      },
    );

    test("another admin's save in between is reported, and no input is lost", async ({ page }) => {
      await signIn(page, admin);
      const other = await newAdminPage(page, { javaScriptEnabled });
      for (const admins of [page, other]) await admins.goto("/admin/policy/draft/fake");
      await field(other, "제목 (한국어)").fill("가짜 리뷰");
      await press(other, "초안에 저장");
      await other.waitForURL(/\/draft$/);

      await field(page, "제목 (한국어)").fill("꾸며 낸 리뷰");
      await press(page, "초안에 저장");
      const told = main(page).getByRole("region", { name: "그사이 다른 관리자가 초안을 저장했어요" });
      await expect(told).toContainText("가짜 리뷰");
      await expect(told).toBeInViewport();
      await expect(field(page, "제목 (한국어)")).toHaveValue("꾸며 낸 리뷰");
      await press(page, "내 것으로 저장");
      await page.waitForURL(/\/draft$/);
      await expect(main(page).getByRole("heading", { name: "꾸며 낸 리뷰" })).toBeVisible();

      // The other page is out of date: it reports that too, and discards nothing.
      await press(other, "초안 버리기");
      await expect(main(other).getByRole("alert")).toContainText("그사이 다른 관리자가 초안을 바꿨어요");
      await press(other, "꾸며 낸 리뷰 되돌리기");
      await expect(main(other).getByText("아직 바뀐 규칙이 없어요")).toBeVisible();
      await other.context().close();
    });
  });
}

test("an admin adds a rule, and past decisions are judged again by it, with a pause", async ({ page }) => {
  const word = newWord();
  const slug = await decidedReview(`${word} 이야기예요 [[model until=${word}]]`, 0);
  const [gym] = await inDatabase<{ name: string }>("SELECT name FROM gym WHERE slug = $1", [slug]);
  const gymName = gym!.name;
  await signIn(page, admin);
  await page.goto("/admin/policy/draft/new");
  await field(page, "규칙 이름").fill("other");
  for (const [name, text] of [
    ["제목 (한국어)", `새 규칙 ${word}`],
    ["설명 (한국어)", "이런 이야기는 쓸 수 없어요."],
    ["제목 (영어)", `New rule ${word}`],
    ["설명 (영어)", "No such talk."],
    ["모델에게 하는 말", `Talk of "${word}".`],
  ] as const)
    await field(page, name).fill(text);
  await press(page, "초안에 저장");
  await expect(field(page, "규칙 이름")).toHaveAccessibleDescription("이미 있는 이름이에요.");
  await field(page, "규칙 이름").fill("such-talk");
  await press(page, "초안에 저장");
  await page.waitForURL(/\/draft$/);
  await field(page, "무엇을 왜 바꿨나요?").fill("새 규칙이에요.");
  await press(page, "버전 2 공개");
  await page.waitForURL(/\/admin\/policy$/);

  await field(page, "헬스장").fill("nowhere");
  await press(page, "다시 확인하기");
  await expect(field(page, "헬스장")).toHaveAccessibleDescription(
    "그런 헬스장을 찾지 못했어요. 이름을 다시 확인해 주세요.",
  );
  await expect(field(page, "헬스장")).toHaveValue("nowhere");
  await field(page, "헬스장").fill(gymName);
  await press(page, "다시 확인하기");
  await page.waitForURL(/\/runs\//);
  await expect(main(page)).toContainText(slug);
  const status = main(page).getByRole("status").first();
  await expect(main(page).getByText("모델을 1번 불렀어요")).toBeVisible({ timeout: 20_000 });
  await press(page, "멈추기");
  await expect(status).toContainText("멈춰 있어요");
  await releaseModel(word);
  await press(page, "이어서 하기");
  await expect(status).toContainText("끝났어요", { timeout: 30_000 });
  await expect(main(page).getByRole("listitem").filter({ hasText: word })).toContainText(
    `비공개 · 새 규칙 ${word}`,
  );
  await page.goto(`/gyms/${slug}`);
  await expect(main(page).getByText(`${word} 이야기예요`)).toBeHidden();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the gym of a run is chosen by its name, also when several match", async ({ page }) => {
    const word = newWord();
    const near = await newGym({ word: `${word} 가까운 곳` });
    const far = await newGym({ word: `${word} 먼 곳` });
    await signIn(page, admin);
    await page.goto("/admin/policy");
    await field(page, "헬스장").fill(word);
    await press(page, "다시 확인하기");
    const nearest = `파도소리 짐 ${word} 가까운 곳 · 마포구 (${near})`;
    const choices = `${nearest}, 파도소리 짐 ${word} 먼 곳 · 마포구 (${far})`;
    await expect(field(page, "헬스장")).toHaveAccessibleDescription(
      `여러 곳이 있어요. 하나를 골라 주세요: ${choices}`,
    );
    await expect(field(page, "헬스장")).toHaveValue(word);
    await expect(page.locator("datalist option").first()).toHaveText(nearest);
    await field(page, "헬스장").fill(nearest);
    await press(page, "다시 확인하기");
    // Nothing was decided there: the run was for this gym.
    await expect(main(page).getByRole("alert")).toHaveText("여기에 맞는 리뷰가 없어요.");
    await expect(field(page, "헬스장")).toHaveValue(nearest);
  });
});

test("input that could not be sent stays in the form, and is sent when the server is back", async ({
  page,
}) => {
  await signIn(page, admin);
  await page.goto("/admin/policy/draft/fake");
  const example = field(page, "설명 (한국어)");
  await example.fill("겪지 않은 일을 쓸 수 없어요.");
  await page.context().setOffline(true);
  await press(page, "초안에 저장");
  await expect(main(page).getByRole("alert")).toContainText("지금은 보내지 못했어요.");
  await expect(main(page).getByRole("alert")).toBeInViewport();
  await expect(example).toHaveValue("겪지 않은 일을 쓸 수 없어요.");
  await page.context().setOffline(false);
  await press(page, "초안에 저장");
  await page.waitForURL(/\/draft$/);

  const note = field(page, "무엇을 왜 바꿨나요?");
  await note.fill("더 또렷하게 적었어요.");
  await page.context().setOffline(true);
  await press(page, "버전 2 공개");
  await expect(main(page).getByRole("alert")).toContainText("지금은 보내지 못했어요.");
  await expect(note).toHaveValue("더 또렷하게 적었어요.");
  await page.context().setOffline(false);
  await press(page, "버전 2 공개");
  await page.waitForURL(/\/admin\/policy$/);
});

test("a missing page is not found", async ({ page }) => {
  await signIn(page, admin);
  const versions = ["0", "01", "2", "x", "1.5", "99999999999"].map((version) => `versions/${version}`);
  for (const path of ["draft/rudeness", "runs/1", `runs/${crypto.randomUUID()}`, ...versions])
    expect((await page.goto(`/admin/policy/${path}`))?.status(), path).toBe(404);
  expect((await page.goto("/admin/policy/draft?changed=1&changed=2"))?.status()).toBe(200);
  await page.goto("/admin/policy/versions?before=1");
  await expect(main(page).getByText("더 오래된 버전이 없어요")).toBeVisible();
  await main(page).getByRole("link", { name: "최신 버전부터" }).click();
  await expect(main(page).getByRole("link", { name: "버전 1", exact: true })).toBeVisible();
});

test("a moderator reads the rules of a verdict, but not the admins' notes about them", async ({ page }) => {
  const { path } = await newQueue(1);
  await publishVersion(2, "관리자끼리 남긴 말");
  const { page: moderators } = await newModeratorPage(page);
  await moderators.goto(path);
  const verdict = main(moderators).getByRole("link", { name: "버전 1" });
  const item = (await verdict.getAttribute("href"))!;
  expect(item).toBe("/admin/policy/versions/1");
  await moderators.goto(item);
  await expect(main(moderators).getByRole("heading", { level: 1 })).toHaveText("규칙 버전 1");
  await main(moderators).getByText("혐오와 차별", { exact: true }).first().click();
  await expect(main(moderators).getByText("깎아내릴 수 없어요")).toBeVisible();
  await main(moderators).getByRole("link", { name: "버전 2" }).click();
  await expect(main(moderators).getByRole("heading", { level: 3, name: "욕" })).toBeVisible();
  await expect(main(moderators).getByText("관리자끼리 남긴 말")).toBeHidden();
  await expect(main(moderators).getByRole("link", { name: "규칙 버전" })).toBeHidden();
  for (const closed of ["/admin/policy/versions", "/admin/policy"])
    expect((await moderators.goto(closed))?.status(), closed).toBe(404);
  await moderators.context().close();
});

/** A version with another title for profanity. */
async function publishVersion(version: number, note: string) {
  const [first, ...rest] = structuredClone(builtInPolicy.rules);
  first!.wording.ko.title = "욕";
  first!.wording.en.title = "Swearing";
  await inDatabase(
    `INSERT INTO policy_version (version, rules, note, published_by_id)
     SELECT $1, $2, $3, id FROM member WHERE email = $4`,
    [version, JSON.stringify([first, ...rest]), note, admin.email],
  );
}

test.describe("in English", () => {
  test.use({ reducedMotion: "reduce", locale: "en-US" });

  test("axe finds nothing about the policy @phone", async ({ page }) => {
    const word = newWord();
    await decidedReview(`${word} 이야기만 가득해요`, 300);
    await signIn(page, admin);
    await page.goto("/admin/policy/draft/other");
    await field(page, "Title (English)").fill("");
    await press(page, "Save in the draft");
    await expect(page.getByText("This is needed.")).toBeVisible();
    await expectAccessible(page);
    await field(page, "Title (English)").fill(`Reasons ${word}`);
    await field(page, "What the model is told").fill(`Talk of "${word}".`);
    await press(page, "Save in the draft");
    await page.waitForURL(/\/draft$/);
    await main(page).getByText("Hate", { exact: true }).first().click();
    await expectAccessible(page);
    await main(page).getByText("10", { exact: true }).click();
    await press(page, "Try");
    await page.waitForURL(/\/runs\//);
    await expect(main(page).getByRole("listitem").filter({ hasText: word })).toBeVisible({
      timeout: 30_000,
    });
    await expectAccessible(page);
    await page.goto("/admin/policy");
    await expectAccessible(page);
    await page.goto("/admin/policy/draft/new");
    await expectAccessible(page);
    await publishVersion(2, "Said in fewer words.");
    for (const path of ["versions", "versions/2", "versions/1", "versions?before=1"]) {
      await page.goto(`/admin/policy/${path}`);
      await expectAccessible(page);
    }
  });
});
