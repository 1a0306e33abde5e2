import type { Page } from "@playwright/test";

import { admin, expect, main, onlyOn, signIn, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { newGym, newTrainer, newWord } from "./support/gyms.ts";
import { endSession, newAdminPage } from "./support/people.ts";

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const save = (page: Page) => main(page).getByRole("button", { name: "저장" }).click();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    const oneSize = onlyOn(javaScriptEnabled ? "phone" : "desktop");

    test("an admin adds a gym and its trainer and changes them", oneSize, async ({ page }) => {
      const word = newWord();
      await signIn(page, admin);
      await page.getByRole("button", { name: "내 계정" }).click();
      await page.getByRole("link", { name: "관리", exact: true }).click();
      await page.getByRole("navigation", { name: "관리" }).getByRole("link", { name: "헬스장" }).click();
      await expect(page).toHaveTitle("헬스장 관리 · 소라");
      await main(page).getByRole("link", { name: "헬스장 추가" }).click();

      await field(page, "영어 이름").fill(`Slow Gym ${word}`);
      await field(page, "주소에 쓸 이름").fill("Slow Gym");
      await save(page);
      await expect(field(page, "이름")).toHaveAccessibleDescription("꼭 적어야 해요.");
      await expect(field(page, "주소에 쓸 이름")).toHaveAccessibleDescription(/영어 소문자와 숫자/);
      await expect(field(page, "영어 이름")).toHaveValue(`Slow Gym ${word}`);
      if (javaScriptEnabled) await expect(field(page, "이름")).toBeFocused();

      await field(page, "이름").fill(`느린 헬스 ${word}`);
      await field(page, "지역").fill("은평구");
      await field(page, "주소").fill("서울 은평구 1길 2");
      await field(page, "주소에 쓸 이름").fill("");
      await save(page);
      await expect(page).toHaveURL(`/admin/gyms/slow-gym-${word}`);
      await page.goto(`/gyms/slow-gym-${word}`);
      await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(`느린 헬스 ${word}`);
    });

    test("an admin adds a trainer to a gym and changes both", async ({ page }) => {
      const word = newWord();
      const slug = await newGym({ word });
      await signIn(page, admin);
      await page.goto(`/admin/gyms/${slug}`);
      await main(page).getByRole("link", { name: "트레이너 추가" }).click();
      // The previous page has a field with the same label.
      await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("트레이너 추가");
      await field(page, "이름").fill("한서연");
      await save(page);
      await expect(field(page, "전문 분야")).toHaveAccessibleDescription("꼭 적어야 해요.");
      await field(page, "전문 분야").fill("재활");
      await field(page, "주소에 쓸 이름").fill("han");
      await save(page);
      await expect(page).toHaveURL(`/admin/gyms/${slug}`);

      await main(page).getByRole("link", { name: "한서연" }).click();
      await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("한서연");
      await field(page, "전문 분야").fill("재활과 자세 교정");
      await save(page);
      await expect(page.getByText("저장했어요.")).toBeVisible();
      await main(page)
        .getByRole("link", { name: `파도소리 짐 ${word}` })
        .click();
      await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(`파도소리 짐 ${word}`);
      await field(page, "영어 지역").fill("Eunpyeong-gu");
      await save(page);
      await expect(page.getByText("저장했어요.")).toBeVisible();
      await expect(field(page, "영어 지역")).toHaveValue("Eunpyeong-gu");

      await page.goto(`/gyms?q=eunpyeong+${word}`);
      await main(page)
        .getByRole("link", { name: `파도소리 짐 ${word}` })
        .click();
      await expect(main(page).getByText("재활과 자세 교정")).toBeVisible();
      await main(page).getByRole("link", { name: "한서연" }).first().click();
      await expect(page).toHaveURL(`/gyms/${slug}/trainers/han`);
    });

    test(
      "a member suggests what is missing, and an admin reads and closes the suggestion",
      oneSize,
      async ({ memberPage: page, member }) => {
        const word = newWord();
        const gymSlug = await newGym({ word });
        await page.goto(`/gyms/${gymSlug}`);
        await main(page).getByRole("link", { name: "빠진 트레이너 알려 주기" }).click();
        await expect(main(page).getByText(`파도소리 짐 ${word}에 대해 알려 주세요.`)).toBeVisible();
        const text = page.getByLabel("어떤 곳, 누구인가요?");
        await main(page).getByRole("button", { name: "보내기" }).click();
        await expect(text).toHaveAccessibleDescription(/어떤 곳인지 적어 주세요\./);
        await text.fill(`김나은 트레이너 ${word}`);
        if (javaScriptEnabled) {
          await expect(text).not.toHaveAttribute("aria-invalid");
          await expect(main(page).getByText("18 / 500")).toBeVisible();
        }
        await endSession(page);
        await main(page).getByRole("button", { name: "보내기" }).click();
        await expect(main(page).getByRole("alert")).toContainText("로그인이 끝나서 아직 보내지 못했어요.");
        await expect(text).toHaveValue(`김나은 트레이너 ${word}`);
        const tab = await page.context().newPage();
        await signIn(tab, member);
        await tab.close();
        await main(page).getByRole("button", { name: "보내기" }).click();
        await expect(page.getByText("고마워요, 잘 받았어요")).toBeVisible();

        const adminPage = await newAdminPage(page, { javaScriptEnabled });
        await adminPage.goto("/admin/gyms");
        const suggestion = main(adminPage)
          .getByRole("listitem")
          .filter({ hasText: `김나은 트레이너 ${word}` });
        await expect(suggestion).toContainText(`파도소리 짐 ${word} (/gyms/${gymSlug})`);
        await suggestion.getByRole("button", { name: /처리했어요/ }).click();
        await expect(suggestion).toHaveCount(0);
        await adminPage.reload();
        await expect(suggestion).toHaveCount(0);
        await adminPage.context().close();
      },
    );
  });
}

test("a taken slug is reported at its field, with the proposed one", async ({ page }) => {
  const word = newWord();
  const add = async () => {
    await page.goto("/admin/gyms/new");
    await field(page, "이름").fill(`느린 헬스 ${word}`);
    await field(page, "영어 이름").fill(word);
    await field(page, "지역").fill("은평구");
    await field(page, "주소").fill("서울 은평구 1길 2");
    await save(page);
  };
  await signIn(page, admin);
  await add();
  await expect(page).toHaveURL(`/admin/gyms/${word}`);

  await add();
  const slug = field(page, "주소에 쓸 이름");
  await expect(slug).toHaveAccessibleDescription(/이미 쓰고 있는 이름이에요/);
  await expect(slug).toHaveValue(word);
  await slug.fill("suggest");
  await save(page);
  await expect(slug).toHaveAccessibleDescription(/다른 페이지가 쓰는/);
  await slug.fill(`${word}-2`);
  await save(page);
  await expect(page).toHaveURL(`/admin/gyms/${word}-2`);
});

test("input that could not be sent stays in the form, and is sent when the server is back", async ({
  memberPage: page,
}) => {
  const adminPage = await newAdminPage(page);
  await adminPage.goto(`/admin/gyms/${await newGym({ word: newWord() })}`);
  await page.goto("/gyms/suggest");
  for (const [someone, label, button, done] of [
    [page, "어떤 곳, 누구인가요?", "보내기", "고마워요, 잘 받았어요"],
    [adminPage, "주소", "저장", "저장했어요."],
  ] as const) {
    const text = field(someone, label);
    const send = main(someone).getByRole("button", { name: button });
    await text.fill("바다 앞 1길 2");
    await someone.context().setOffline(true);
    await send.click();
    await expect(main(someone).getByRole("alert")).toContainText("지금은 보내지 못했어요.");
    await expect(text).toHaveValue("바다 앞 1길 2");
    await someone.context().setOffline(false);
    await send.click();
    await expect(main(someone).getByText(done)).toBeVisible();
  }
  await adminPage.context().close();
});

test("suggestions have a limit for an hour", async ({ memberPage: page }) => {
  for (let n = 0; n <= 10; n += 1) {
    await page.goto("/gyms/suggest");
    await page.getByLabel("어떤 곳, 누구인가요?").fill(`느린 헬스 ${n}`);
    await main(page).getByRole("button", { name: "보내기" }).click();
    if (n < 10) await expect(page.getByText("고마워요, 잘 받았어요")).toBeVisible();
  }
  await expect(main(page).getByRole("alert")).toContainText(/한꺼번에 많이 보내셨어요/);
  await expect(page.getByLabel("어떤 곳, 누구인가요?")).toHaveValue("느린 헬스 10");
});

test.describe("for everyone but admins", () => {
  const paths = (slug: string) => [
    "/admin/gyms",
    "/admin/gyms/new",
    `/admin/gyms/${slug}`,
    `/admin/gyms/${slug}/trainers/new`,
    `/admin/gyms/${slug}/trainers/han`,
  ];

  test("the pages do not exist", async ({ memberPage: page }) => {
    const slug = await newGym({ word: newWord() });
    await newTrainer(slug, "han", "한서연");
    const seen = async () => [await page.title(), await main(page).innerText()];
    const expectNothing = async () => {
      const nowhere = await page.goto("/admin/nowhere");
      const expected = [nowhere?.status(), ...(await seen())];
      for (const path of paths(slug)) {
        const answer = await page.goto(path);
        expect([answer?.status(), ...(await seen())], path).toEqual(expected);
      }
    };
    await expect(page.getByRole("button", { name: "내 계정" })).toBeVisible();
    await expectNothing();
    await page.context().clearCookies();
    await expectNothing();
  });

  test("the actions do nothing", async ({ browser, baseURL, memberPage }) => {
    const word = newWord();
    const slug = await newGym({ word });
    await newTrainer(slug, "han", "한서연");
    const [suggestion] = await inDatabase<{ id: string }>(
      `INSERT INTO gym_suggestion (id, author_id, text) SELECT gen_random_uuid(), id, $1 FROM member LIMIT 1 RETURNING id`,
      [word],
    );

    // The admin's forms, sent by a member and without a session.
    const adminPage = await newAdminPage(memberPage, { javaScriptEnabled: false });
    const nobody = await browser.newContext({ baseURL });
    let sent = 0;
    for (const path of paths(slug)) {
      await adminPage.goto(path);
      const forms = await main(adminPage)
        .locator("form[method=POST i]")
        .evaluateAll((all) =>
          (all as HTMLFormElement[]).map((form) =>
            Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
          ),
        );
      // Only this test's suggestion: others belong to other tests.
      const ours = forms.filter((form) => !form.id || form.id === suggestion!.id);
      expect(ours.length, path).toBeGreaterThan(0);
      for (const form of ours) {
        const multipart = {
          ...form,
          name: `hacked ${word}`,
          district: "x",
          address: "x",
          specialty: "x",
          slug: `hacked-${word}`,
        };
        for (const request of [memberPage.request, nobody.request]) {
          const answer = await request.post(path, { multipart, headers: { origin: baseURL! } });
          expect(answer.status(), path).toBe(404);
          sent += 1;
        }
      }
    }
    expect(sent).toBeGreaterThanOrEqual(2 * paths(slug).length);
    const hacked = await inDatabase(
      `SELECT name FROM gym WHERE name LIKE $1 UNION SELECT name FROM trainer WHERE name LIKE $1
        UNION SELECT text FROM gym_suggestion WHERE text = $2 AND closed_at IS NOT NULL`,
      [`hacked ${word}`, word],
    );
    expect(hacked).toEqual([]);

    // The same request succeeds for an admin: what was refused above was the person.
    const form = await main(adminPage)
      .locator("form[method=POST i]")
      .first()
      .evaluate((it: HTMLFormElement) =>
        Object.fromEntries([...new FormData(it)].map(([name, value]) => [name, String(value)])),
      );
    await adminPage.request.post(`/admin/gyms/${slug}/trainers/han`, {
      multipart: { ...form, name: `by admin ${word}`, specialty: "x" },
      headers: { origin: baseURL! },
    });
    expect(await inDatabase("SELECT name FROM trainer WHERE name = $1", [`by admin ${word}`])).toHaveLength(
      1,
    );
    await Promise.all([adminPage.context().close(), nobody.close()]);
  });
});
