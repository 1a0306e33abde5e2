import { DiaryPage } from "./diary-page.ts";
import { expect, main, signIn, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";

test("every page has a nonce policy without inline scripts, and the usual headers", async ({
  memberPage: page,
}) => {
  for (const path of ["/diary", "/diary/2026-11-01", "/settings", "/signin", "/nowhere"]) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    const scripts = /script-src ([^;]*)/.exec(headers["content-security-policy"] ?? "")?.[1];
    expect(scripts, path).toMatch(/'nonce-[^']+'/);
    expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  // Requests that skip proxy.ts: a file, a prefetched page, a call.
  const file = /\/_next\/static\/[^"]+\.js/.exec(await (await page.request.get("/signin")).text())![0];
  const pieces = { rsc: "1", "next-router-prefetch": "1" };
  for (const [path, headers] of [
    [file, {}],
    ["/gyms", pieces],
    ["/api/health", {}],
  ] as const)
    expect((await page.request.get(path, { headers })).headers()["x-content-type-options"], path).toBe(
      "nosniff",
    );
  const nonceOf = async () =>
    /'nonce-([^']+)'/.exec((await page.request.get("/diary")).headers()["content-security-policy"]!)?.[1];
  expect(await nonceOf()).not.toBe(await nonceOf());
});

test("a page with a damaged sealed text reports it, and the other pages open", async ({
  memberPage: page,
  member,
}) => {
  for (const day of ["01", "02"])
    await page.request.put(`/api/diary/2026-11-${day}`, { data: { body: `page of the ${day}` } });
  await inDatabase(
    `UPDATE entry SET body = set_byte(body, length(body) - 1, get_byte(body, length(body) - 1) # 1)
      WHERE date = '2026-11-02' AND author_id = (SELECT id FROM member WHERE email = $1)`,
    [member.email],
  );
  await page.goto("/diary/2026-11-02");
  await expect(main(page).getByText("이 페이지를 열 수 없어요")).toBeVisible();
  const { paper } = new DiaryPage(page);
  await expect(paper).toHaveCount(0);
  const past = main(page).getByRole("complementary");
  await expect(past.getByText("열 수 없는 페이지예요")).toBeVisible();
  await past.getByText("page of the 01").click();
  await expect(paper).toHaveValue("page of the 01");
});

test("the session cookie is out of reach for scripts and other sites", async ({ memberPage: page }) => {
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("what the policy forbids does not happen while a page is written and answered", async ({
  memberPage: page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const diary = new DiaryPage(page);
  await diary.write(
    "A page with <b>tags</b> and ![pixel](https://evil.test/p.png). [[model delay=20 rate=400]]",
  );
  await diary.ask("F");
  await diary.expectWhole("F");
  await page.reload();
  await diary.expectWhole("F");
  await expect(diary.reply("F").locator("img, script, iframe, b")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("signing out everywhere ends the other device's session at once", async ({
  memberPage: page,
  browser,
  member,
}) => {
  const other = await browser.newPage();
  await signIn(other, member);
  expect((await other.request.get("/api/diary")).status()).toBe(200);
  await page.goto("/settings");
  await page.getByRole("button", { name: /모든 기기에서 로그아웃|모두 로그아웃/ }).click();
  await expect.poll(async () => (await other.request.get("/api/diary")).status()).toBe(401);
  await other.waitForURL(/\/signin/); // without a reload
  await other.close();
});

test("a page for members redirects a visitor to sign in, and then back", async ({ page }) => {
  await page.goto("/diary/2026-11-01");
  await page.waitForURL(/\/signin\?next=%2Fdiary%2F2026-11-01/);
});
