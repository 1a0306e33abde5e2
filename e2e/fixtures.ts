import { type Page, expect, test as base } from "@playwright/test";
import { chosenBrowsers, launchOptions } from "../scripts/browser.ts";

export type Credentials = { name: string; email: string; password: string };

export const newCredentials = (): Credentials => ({
  name: "소라",
  email: `${crypto.randomUUID()}@sora.test`,
  password: "a long walk by the sea",
});

/** The demo's admin account. */
export const admin: Credentials = { name: "Admin", email: "admin@sora.test", password: "sora-admin-1" };

export const main = (page: Page) => page.getByRole("main");

const labels = {
  ko: { name: "이름", email: "이메일", password: "비밀번호" },
  en: { name: "Name", email: "E-mail", password: "Password" },
} as const;

/** Fills in and sends the sign-up or sign-in form on the screen, in its language. */
export async function sendCredentials(page: Page, credentials: Partial<Credentials>) {
  const locale = (await page.locator("html").getAttribute("lang")) === "ko" ? "ko" : "en";
  const { name, email, password } = labels[locale];
  if (credentials.name) await page.getByLabel(name, { exact: true }).fill(credentials.name);
  if (credentials.email) await page.getByLabel(email, { exact: true }).fill(credentials.email);
  if (credentials.password) await page.getByLabel(password, { exact: true }).fill(credentials.password);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(첫 페이지 열기|시작하기|로그인|Begin|Sign in)$/ })
    .click();
}

/** `at`: the URL of a separate server. */
export async function signUpByForm(page: Page, at = ""): Promise<Credentials> {
  const credentials = newCredentials();
  await page.goto(`${at}/signup`);
  await sendCredentials(page, credentials);
  await page.waitForURL(/\/diary/);
  return credentials;
}

export async function signInByForm(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto("/signin");
  await sendCredentials(page, { email, password });
  await page.waitForURL(/\/diary/);
}

/** Creates a member who is signed in on this page, and opens the diary. */
export async function signUp(page: Page, credentials = newCredentials()): Promise<Credentials> {
  await postSignUp(page, credentials);
  await page.goto("/diary");
  return credentials;
}

/** Signs a member in on this page, and opens the diary. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await postSignIn(page, { email, password });
  await page.goto("/diary");
}

/** Without opening a page: for tests that go to another one than the diary. */
export const postSignUp = (page: Page, credentials: Credentials) =>
  postCredentials(page, "/signup", credentials);
export const postSignIn = (page: Page, { email, password }: Pick<Credentials, "email" | "password">) =>
  postCredentials(page, "/signin", { email, password });

/** Sends the form as a browser without JavaScript does: faster than loading the page and typing. */
async function postCredentials(page: Page, path: string, credentials: Partial<Credentials>) {
  // Retries while the page navigates, as after signing out.
  const browser = await page.waitForFunction(() => [
    navigator.language,
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  ]);
  const [language, timeZone] = await browser.jsonValue();
  const opened = await page.request.get(path, { headers: { "accept-language": language! } });
  const html = await opened.text();
  const form = html.split("<form").find((part) => part.includes('name="password"'))!;
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name, value = ""]) => [name!, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")] as const,
  );
  const multipart = { ...Object.fromEntries(hidden), timeZone: timeZone!, ...credentials };
  const headers = { "accept-language": language!, origin: new URL(opened.url()).origin };
  const answer = await page.request.post(path, { headers, multipart, maxRedirects: 0 });
  expect(answer.status(), `${path} as ${credentials.email}`).toBe(303);
}

type Fixtures = {
  member: Credentials;
  /** A page with `member` signed in and the diary open. */
  memberPage: Page;
};

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures this one needs: none.
  member: async ({}, provide) => provide(newCredentials()),
  memberPage: async ({ page, member }, provide) => {
    await signUp(page, member);
    await provide(page);
  },
});

/**
 * For a test in two variants (language, or with and without script), each at one size. All four combinations would take
 * twice as long without showing more.
 */
export const onlyOn = (size: "desktop" | "phone") => ({ tag: size === "phone" ? ["@phone-only"] : [] });

/** For features that the light browser lacks (scripts/choose-browser.ts). Slower, so only where needed. */
export const testInWholeBrowser = test.extend<object, object>({
  launchOptions: [launchOptions(chosenBrowsers().whole), { scope: "worker" }],
});

export { expect };

/** The Cookie header of the page's session. */
export async function cookieHeader(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
