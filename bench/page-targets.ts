// The pages that are visited, and how: what counts as usable on each, and as whom.
import type { Browser, Page } from "@playwright/test";
import type { Target } from "./page-visit.ts";
import { until, within } from "./within.ts";

const admin = { email: "admin@sora.test", password: "sora-admin-1" };

type Session = Target["cookies"];

/** Fills a form of the page and is signed in. Only the session is kept: the visits are first visits. */
async function signInAt(browser: Browser, url: string, fields: Record<string, string>): Promise<Session> {
  const context = await browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul" });
  context.setDefaultTimeout(30_000);
  try {
    const page = await context.newPage();
    await page.goto(url);
    const form = page.locator("main form", { has: page.locator("[name=password]") }).last();
    for (const [name, value] of Object.entries(fields)) await form.locator(`[name=${name}]`).fill(value);
    await form.locator("button:not([type=button])").last().click();
    await until(30, `${url} to lead to the diary`, async () => /\/diary/.test(page.url()));
    const cookies = await context.cookies();
    return cookies
      .filter(({ name }) => name.includes("session"))
      .map(({ name, value }) => ({ name, value, url }));
  } finally {
    await within(30, "the browser to close the page", context.close());
  }
}

const newMember = () => ({
  name: "벤치",
  email: `${crypto.randomUUID()}@sora.test`,
  password: "a long walk by the sea",
});

const openMenu = async (page: Page) => {
  await page.locator("header button[popovertarget]:visible").last().tap();
  for (const key of ["Escape", "Tab", "Tab"]) await page.keyboard.press(key, { delay: 30 });
};
const pressQueueKeys = async (page: Page) => {
  for (const key of ["j", "j", "k", "?", "Escape"]) await page.keyboard.press(key, { delay: 30 });
};

async function savedPage(page: Page): Promise<string | undefined> {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
  const answer = await page.request.get(new URL(`/api/diary/${today}`, page.url()).href);
  return answer.ok() ? (await answer.json()).entry.body : undefined;
}

type Prepare = () => Promise<Target>;
const none: Session = [];

export const barePage =
  (url: string): Prepare =>
  async () => ({
    name: "a bare Next page",
    url,
    control: "textarea",
    kind: "field",
    mayLose: true,
    cookies: none,
  });

export const diaryPage =
  (browser: Browser, sora: string, name = "`/diary`"): Prepare =>
  async () => ({
    name,
    url: `${sora}/diary`,
    control: "main textarea",
    kind: "field",
    mark: "isTaken",
    savedText: savedPage,
    // At each visit a page that nobody has written yet.
    cookies: await signInAt(browser, `${sora}/signup`, newMember()),
  });

export async function otherPages(browser: Browser, sora: string): Promise<Prepare[]> {
  const session = await signInAt(browser, `${sora}/signin`, admin);
  const gyms = await (await fetch(`${sora}/gyms`)).text();
  const slug = /href="\/gyms\/([a-z0-9-]+)"/.exec(gyms.replaceAll("/gyms/suggest", ""))?.[1];
  if (!slug) throw new Error(`${sora}/gyms shows no gym`);
  const page =
    (path: string, target: Pick<Target, "control" | "kind"> & Partial<Target>): Prepare =>
    async () => ({
      name: `\`${path}\``,
      url: `${sora}${path.replace(":slug", slug)}`,
      use: openMenu,
      cookies: none,
      ...target,
    });
  return [
    page("/", { control: "main a[href='/signup']", kind: "link" }),
    page("/gyms", { control: "main input[name=q]", kind: "field" }),
    page("/gyms/:slug", { control: "main a[href*='review']", kind: "link" }),
    page("/admin/moderation", {
      control: "main [type=checkbox]",
      kind: "script",
      use: pressQueueKeys,
      cookies: session,
    }),
  ];
}
