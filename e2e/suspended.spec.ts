import { DiaryPage } from "./diary-page.ts";
import { expect, main, signInByForm, test, today } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";

const words = "멈추기 전에 쓴 글";

test(
  "a suspended member reads why, answers once, and reads and deletes the diary, and nothing else",
  { tag: "@phone-only" },
  async ({ memberPage: page, member }) => {
    await new DiaryPage(page).write(words);
    await inDatabase(
      `UPDATE member SET suspended_at = now(), suspension_reason = '같은 광고를 되풀이함', session_version = session_version + 1
        WHERE email = $1`,
      [member.email],
    );
    await page.goto("/diary");
    await expect(page).toHaveURL(/\/signin/);
    await signInByForm(page, member);
    await expect(main(page).getByText(words)).toBeVisible();
    await expect(new DiaryPage(page).paper).toHaveCount(0);
    const refused = await page.request.put(`/api/diary/${today()}`, { data: { body: "고쳐 쓴 글" } });
    expect(refused.status()).toBe(401);
    expect((await page.request.get(`/api/diary/${today()}`)).status()).toBe(200);
    await page.goto("/gyms/suggest");
    await expect(page).toHaveURL("/suspended");

    await expect(page.getByText("같은 광고를 되풀이함")).toBeVisible();
    await page.getByLabel("무엇이 잘못됐는지 알려 주세요").fill("제가 올린 것이 아니에요.");
    await page.getByRole("button", { name: "보내기" }).click();
    await expect(main(page).getByText("아직 답이 없어요")).toBeVisible();

    await page.getByRole("link", { name: "일기 읽기" }).click();
    await page.getByRole("button", { name: "이 페이지 지우기" }).click();
    await expect(main(page).getByText("이 날에 쓴 글이 없어요.")).toBeVisible();
    expect((await page.request.get(`/api/diary/${today()}`)).status()).toBe(404);
  },
);
