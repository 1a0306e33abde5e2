import type { BrowserContext } from "@playwright/test";
import {
  expect,
  main,
  newCredentials,
  sendCredentials,
  signInByForm,
  signUpByForm,
  test,
} from "./fixtures.ts";

const sessionCookie = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === "authjs.session-token");

test("signs up, out and in again", { tag: "@phone" }, async ({ page, context }) => {
  const me = await signUpByForm(page);
  expect(await sessionCookie(context)).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.getByRole("button", { name: "내 계정" }).click();
  await expect(page.getByText(me.email)).toBeVisible();
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(page).toHaveURL("/");
  expect(await sessionCookie(context)).toBeUndefined();

  await page.goto("/settings");
  await expect(page).toHaveURL("/signin?next=%2Fsettings");
  await sendCredentials(page, { email: me.email.toUpperCase(), password: me.password });
  await expect(page).toHaveURL("/settings");
});

test("shows each error beside its field, and keeps all input except the password", async ({ page }) => {
  await page.goto("/signup");
  await sendCredentials(page, { name: "미나", email: "mina@", password: "short" });

  const email = page.getByLabel("이메일", { exact: true });
  await expect(email).toHaveAccessibleDescription("이메일 주소를 다시 확인해 주세요.");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue("mina@");
  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("미나");
  const password = page.getByLabel("비밀번호", { exact: true });
  await expect(password).toHaveAccessibleDescription(/8자 이상이어야 해요/);
  await expect(password).toHaveValue("");
});

test("an e-mail that is taken, a wrong password, an unknown e-mail", async ({ page, context }) => {
  const me = await signUpByForm(page);
  await context.clearCookies();

  await page.goto("/signup");
  await sendCredentials(page, { ...newCredentials(), email: me.email });
  await expect(page.getByLabel("이메일", { exact: true })).toHaveAccessibleDescription(/이미 가입된/);

  for (const email of [me.email, newCredentials().email]) {
    await page.goto("/signin");
    await sendCredentials(page, { email, password: "not the password" });
    await expect(main(page).getByRole("alert")).toHaveText("이메일이나 비밀번호가 맞지 않아요.");
    await expect(page.getByLabel("이메일", { exact: true })).toHaveValue(email);
  }
});

test("never leads to another site", async ({ page, context }) => {
  const me = await signUpByForm(page);
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "/.//evil.example"]) {
    await context.clearCookies();
    await page.goto(`/signin?next=${encodeURIComponent(next)}`);
    await sendCredentials(page, { email: me.email, password: me.password });
    await expect(page).toHaveURL("/diary");
  }
});

test.describe("before any script has loaded", () => {
  test.use({ javaScriptEnabled: false });

  test("forms, language and theme work as plain posts", { tag: "@phone-only" }, async ({ page }) => {
    await page.goto("/signup");
    await sendCredentials(page, { name: "미나", email: "mina@", password: "sea and paper" });
    await expect(page.getByLabel("이메일", { exact: true })).toHaveValue("mina@");
    await expect(page.getByText("이메일 주소를 다시 확인해 주세요.")).toBeVisible();

    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");

    await page.getByRole("button", { name: "Look" }).click();
    await page.getByRole("button", { name: "Night sea" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

    const me = newCredentials();
    await sendCredentials(page, me);
    await expect(page).toHaveURL("/diary");

    await page.goto("/settings");
    await page.getByText("Delete my account").click();
    await page.getByLabel(/To confirm/).fill(me.email);
    await page.getByRole("button", { name: "Delete for good" }).click();
    await expect(page).toHaveURL("/?deleted");
    await page.goto("/settings");
    await expect(page).toHaveURL(/\/signin/);
  });
});

test("language and theme are kept, and changing them loses no input", async ({ page }) => {
  await page.goto("/signup");
  await page.getByLabel("이름", { exact: true }).fill("미나");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Open your first page" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("미나");

  await page.getByRole("button", { name: "Look" }).click();
  await page.getByRole("button", { name: "Night sea" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Night sea" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a new member's language and time zone are the browser's", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "Europe/Paris" });
  const page = await context.newPage();
  await signUpByForm(page);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Paris");
  await context.close();
});

test("the tone of the account is preselected in every other browser", async ({
  memberPage: page,
  context,
}) => {
  await page.goto("/settings");
  // Not `check()`: for a moment during hydration React shows its own choice, and then the early one again.
  const tone = main(page).getByRole("radio", { name: /^F · 마음/ });
  await tone.click({ force: true });
  await expect(tone).toBeChecked();
  await main(page).getByRole("button", { name: "이 말투로 저장" }).click();
  await expect(main(page).getByText("저장했어요.")).toBeVisible();
  // As in a different browser.
  await context.clearCookies({ name: "tone" });
  await page.goto("/diary");
  await expect(page.getByRole("radio", { name: /^F/ })).toBeChecked();
});

test("name and time zone are kept", async ({ memberPage: page }) => {
  await page.goto("/settings");
  await page.getByLabel("이름", { exact: true }).fill("파도");
  await page.getByLabel("시간대").selectOption("America/New_York");
  await page.getByRole("button", { name: /이 기기의 시간대/ }).click();
  await expect(page.getByLabel("시간대")).toHaveValue("Asia/Seoul");
  await page.getByLabel("시간대").selectOption("America/New_York");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "저장했어요." })).toBeVisible();
  await expect(page.getByLabel("시간대")).toHaveValue("America/New_York");

  await page.reload();
  await expect(page.getByLabel("이름", { exact: true })).toHaveValue("파도");
  await expect(page.getByLabel("시간대")).toHaveValue("America/New_York");
});

test("a new password keeps this device and signs out the others", async ({
  memberPage: page,
  member,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({ baseURL, locale: "ko-KR" });
  const other = await elsewhere.newPage();
  await signInByForm(other, member);

  await page.goto("/settings");
  await page.getByLabel("지금 비밀번호").fill("not the password");
  await page.getByLabel("새 비밀번호").fill("새로운 바다의 비밀");
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await expect(page.getByLabel("지금 비밀번호")).toHaveAccessibleDescription("지금 비밀번호가 맞지 않아요.");

  await page.getByLabel("지금 비밀번호").fill(member.password);
  await page.getByLabel("새 비밀번호").fill("새로운 바다의 비밀");
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await expect(page.getByText("다른 기기에서는 모두 로그아웃됐어요")).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL("/settings");
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/signin/);
  await sendCredentials(other, { email: member.email, password: "새로운 바다의 비밀" });
  await expect(other).toHaveURL("/settings");

  await other.getByRole("button", { name: "모든 기기에서 로그아웃" }).click();
  await expect(other).toHaveURL("/signin");
  await page.reload();
  await expect(page).toHaveURL(/\/signin/);
  await elsewhere.close();
});

test("an account is deleted only when its e-mail is typed; then it does not exist any more", async ({
  memberPage: page,
  member,
}) => {
  await page.goto("/settings");
  await page.getByText("계정 삭제하기").click();
  await page.getByLabel(/확인을 위해/).fill("someone@else.test");
  await page.getByRole("button", { name: "영원히 삭제" }).click();
  await expect(page.getByLabel(/확인을 위해/)).toHaveAccessibleDescription("적혀 있는 그대로 입력해 주세요.");

  await page.getByLabel(/확인을 위해/).fill(member.email);
  await page.getByRole("button", { name: "영원히 삭제" }).click();
  await expect(main(page).getByText("계정과 그 안에 있던 것을 모두 지웠어요.")).toBeVisible();

  await page.goto("/signin");
  await sendCredentials(page, { email: member.email, password: member.password });
  await expect(main(page).getByRole("alert")).toHaveText("이메일이나 비밀번호가 맞지 않아요.");
});
