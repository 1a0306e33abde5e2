import type { Page } from "@playwright/test";
import { expect, main, newCredentials, sendCredentials, signIn, signUp, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newWindow } from "./support/people.ts";

const newPassword = "새로운 바다의 비밀";

/** Follows the link of the newest mail to an address, on the demo's mail page. */
async function followMail(page: Page, email: string, subject: RegExp) {
  const mail = page.getByRole("article", { name: subject }).filter({ hasText: email }).first();
  // A job sends the mail.
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.getByRole("link").click();
}

/** As if the session had begun an hour ago. */
const letProofEnd = (email: string) =>
  inDatabase(
    `UPDATE session SET created_at = created_at - interval '1 hour', proved_at = NULL
      WHERE member_id = (SELECT id FROM member WHERE email = $1)`,
    [email],
  );

test(
  "confirms the address of a sign-up, and only in its own account",
  { tag: "@phone-only" },
  async ({ memberPage: page, member }) => {
    await page.goto("/settings");
    await expect(page.getByText("아직 확인하지 않은 주소예요.")).toBeVisible();

    const stranger = await newWindow(page, {});
    await signUp(stranger, newCredentials());
    await followMail(stranger, member.email, /이메일 주소를 확인/);
    await expect(main(stranger).getByRole("alert")).toHaveText(/이미 썼거나 기한이 지난/);
    await stranger.context().close();

    await followMail(page, member.email, /이메일 주소를 확인/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "이 주소가 맞아요" }).click();
    await expect(main(page).getByText("주소를 확인했어요.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "이메일 확인" })).toBeVisible();
  },
);

test("changes the address once the new one is confirmed, after asking who is there", async ({
  memberPage: page,
  member,
}) => {
  await letProofEnd(member.email);
  await page.goto("/settings");
  await expect(page.getByText("이메일 바꾸기")).toBeHidden();
  await main(page).getByRole("link", { name: "본인 확인하기" }).first().click();
  await page.getByLabel("비밀번호", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "확인", exact: true }).click();
  await expect(page.getByLabel("비밀번호", { exact: true })).toHaveAccessibleDescription(/맞지 않아요/);
  await expectAccessible(page);
  await page.getByLabel("비밀번호", { exact: true }).fill(member.password);
  await page.getByRole("button", { name: "확인", exact: true }).click();
  await expect(page).toHaveURL("/settings#email");

  const { email } = newCredentials();
  await page.getByText("이메일 바꾸기").click();
  await page.getByLabel("새 이메일").fill(email);
  await page.getByRole("button", { name: "확인 메일 보내기" }).last().click();
  await expect(main(page).getByText("링크를 열면 이메일이 바뀌어요.")).toBeVisible();
  await followMail(page, email, /새 이메일 주소를 확인/);
  await page.getByRole("button", { name: "이 주소가 맞아요" }).click();
  await expect(main(page).getByText(email)).toBeVisible();
});

test("an open tab alone deletes no account", async ({ memberPage: page, member }) => {
  await page.goto("/settings");
  await page.getByText("계정 삭제하기").click();
  await page.getByLabel(/확인을 위해/).fill(member.email);
  await letProofEnd(member.email);
  await page.getByRole("button", { name: "영원히 삭제" }).click();
  await expect(main(page).getByRole("alert")).toContainText("본인인지 다시 확인해 주세요.");
  await page.reload();
  await expect(page).toHaveURL("/settings");
});

test(
  "a forgotten password is reset by mail, once",
  { tag: "@phone-only" },
  async ({ memberPage: page, member }) => {
    const elsewhere = await newWindow(page, {});
    await elsewhere.goto("/signin");
    await elsewhere.getByRole("link", { name: "비밀번호를 잊었어요" }).click();
    // The previous page has a field with the same label.
    await elsewhere.waitForURL("/reset");
    const ask = async (email: string) => {
      await elsewhere.getByLabel("이메일", { exact: true }).fill(email);
      await elsewhere.getByRole("button", { name: "링크 받기" }).click();
      await expect(main(elsewhere).getByText(`${email} 주소로 가입한 계정이 있다면`)).toBeVisible();
    };
    await ask(newCredentials().email);
    await ask(member.email);
    await expectAccessible(elsewhere);

    await followMail(elsewhere, member.email, /새 비밀번호를 정해/);
    const link = elsewhere.url();
    const field = elsewhere.getByLabel("새 비밀번호");
    await field.fill("TrustNo1");
    await elsewhere.getByRole("button", { name: "비밀번호 정하기" }).click();
    await expect(field).toHaveAccessibleDescription(/너무 흔해서/);
    await field.fill(newPassword);
    await elsewhere.getByRole("button", { name: "비밀번호 정하기" }).click();
    await expect(main(elsewhere).getByText("새 비밀번호를 정했어요.")).toBeVisible();
    await sendCredentials(elsewhere, { email: member.email, password: newPassword });
    await elsewhere.waitForURL(/\/diary/);

    await page.goto("/settings");
    await expect(page).toHaveURL(/\/signin/);
    await elsewhere.goto(link);
    await expect(main(elsewhere).getByRole("alert")).toHaveText(/이미 썼거나 기한이 지난/);
    await elsewhere.context().close();
  },
);

test("a sign-in from a new device is mailed, and listed in the security log", async ({
  memberPage: page,
  member,
}) => {
  const elsewhere = await newWindow(page, {});
  await signIn(elsewhere, member);
  await page.goto("/notices");
  await expect(main(page).getByText("지금까지 쓰지 않던 기기")).toBeVisible();
  await main(page)
    .getByRole("link", { name: /지금까지 쓰지 않던 기기/ })
    .click();
  await expect(page).toHaveURL("/settings#security");
  await expect(page.getByRole("listitem").filter({ hasText: "새로운 기기" })).toHaveCount(1);
  await expectAccessible(page);
  await elsewhere.context().close();
});
