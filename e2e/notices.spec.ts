import type { Page } from "@playwright/test";

import { cookieHeader, expect, signIn, signUp, test } from "./fixtures.ts";
import { contents, tell } from "./support/notices.ts";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^알림/ });
const items = (page: Page) => page.getByRole("main").getByRole("listitem");

const expectUnread = (page: Page, count: number) =>
  expect(bell(page)).toHaveAccessibleName(count ? `알림, 안 읽음 ${count}` : "알림");

/** A mark that a reload would remove. */
const markDocument = (page: Page) => page.evaluate(() => Object.assign(window, { isSameDocument: true }));
const isSameDocument = (page: Page) => page.evaluate(() => "isSameDocument" in window);

test("notices appear in every open tab, and reading one marks it as read in all @phone", async ({
  memberPage: page,
  member,
  context,
  browser,
}) => {
  const tab = await context.newPage();
  await tab.goto("/settings");
  const laptop = await browser.newPage();
  await signIn(laptop, member);
  const pages = [page, tab, laptop];
  // The notice about the new device.
  for (const open of pages) await expectUnread(open, 1);
  await laptop.goto("/notices");
  await expect(items(laptop)).toHaveCount(1);
  for (const open of pages) await expectUnread(open, 0);
  await laptop.goto("/settings"); // on an open list, notices are read at once
  for (const open of pages) await markDocument(open);

  await tell(member.email, "approved");
  for (const open of pages) await expectUnread(open, 1);
  await expect(page.getByRole("banner").getByRole("status")).toHaveText("새 알림이 왔어요.");
  await tell(member.email, "rejected", "reply");
  for (const open of pages) await expectUnread(open, 3);

  await bell(tab).click();
  await expect(items(tab)).toHaveCount(4);
  for (const open of pages) await expectUnread(open, 0);
  for (const open of pages) expect(await isSameDocument(open)).toBe(true);
  // Marked as new while they are shown; after a reload they are old.
  await expect(tab.getByText("안 읽음", { exact: true })).toHaveCount(3);
  await tab.reload();
  await expect(items(tab)).toHaveCount(4);
  await expect(tab.getByText("안 읽음", { exact: true })).toHaveCount(0);
  await laptop.close();
});

test("the empty list has its own text; notices appear in it, and are read when seen @phone-only", async ({
  memberPage: page,
  member,
}) => {
  await page.goto("/notices");
  await expect(page.getByText("아직 알림이 없어요.")).toBeVisible();
  await markDocument(page);
  await tell(member.email, "held");
  await expect(items(page)).toHaveText([/바다짐 리뷰를 사람이 살펴보고 있어요/]);
  await tell(member.email, "delayed");
  await expect(items(page)).toHaveText([/확인이 늦어지고 있어요/, /사람이 살펴보고 있어요/]);
  await expectUnread(page, 0);
  expect(await isSameDocument(page)).toBe(true);
});

test("each notice has its text and reason, and links to its subject", async ({
  memberPage: page,
  member,
}) => {
  await tell(member.email, "approved", "rejected", "held", "delayed", "asked", "upheld", "reply");
  await page.goto("/notices");
  const links = page.getByRole("main").getByRole("listitem").getByRole("link");
  await expect(links).toHaveText([
    /끊겼던 11월 21일 토요일 일기의 답장/,
    /이의 제기를 살펴봤어요/,
    /담당자가 물어본 것이 있어요.*읽고 답하기/s,
    /확인이 늦어지고 있어요/,
    /사람이 살펴보고 있어요/,
    /바다짐 한서연 트레이너 리뷰가 공개되지 않았어요. 이유: 욕설과 비속어/,
    /바다짐 리뷰가 공개됐어요/,
  ]);
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const { gym, reviewId } = contents.approved.data;
  expect(targets).toEqual([
    "/diary/2026-11-21",
    ...Array(5).fill(`/me/reviews#review-${reviewId}`),
    `/gyms/${gym.slug}#review-${reviewId}`,
  ]);
  await links.first().click();
  await expect(page).toHaveURL("/diary/2026-11-21");
});

test("many notices come twenty a page", async ({ memberPage: page, member }) => {
  await tell(member.email, ...Array.from({ length: 25 }, () => "held" as const));
  await expectUnread(page, 25);
  await page.goto("/notices");
  await expect(items(page)).toHaveCount(20);
  await expectUnread(page, 0);
  await page.getByRole("link", { name: "이전 알림" }).click();
  await expect(items(page)).toHaveCount(5);
  await page.getByRole("link", { name: "최신 알림으로" }).click();
  await expect(items(page)).toHaveCount(20);
});

test("in English", async ({ browser, member }) => {
  const page = await browser.newPage({ locale: "en-US" });
  await signUp(page, member);
  await tell(member.email, "rejected", "reply");
  await expect(page.getByRole("link", { name: "Notices, 2 unread" })).toBeVisible();
  await page.goto("/notices");
  await expect(items(page)).toHaveText([
    /answer to your page of Saturday, November 21/,
    /Your review of 한서연 at 바다짐 was not published. The reason: Profanity/,
  ]);
  await page.close();
});

test("a hidden tab closes its stream, and is up to date as soon as it is visible", async ({
  memberPage: page,
  member,
}) => {
  const look = (state: "hidden" | "visible") =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: now });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await page.clock.install();
  // From a blank page: a late stream of the previous page would be mistaken for this page's.
  await page.goto("about:blank");
  const begun = page.waitForRequest((request) => request.url().includes("/api/notices/stream"));
  await page.goto("/diary");
  await begun;
  const closed = page.waitForEvent("requestfailed", (request) =>
    request.url().includes("/api/notices/stream"),
  );
  await expectUnread(page, 0);
  await look("hidden");
  await page.clock.runFor(6_000);
  await closed;
  await tell(member.email, "approved", "held");
  const opened = page.waitForRequest((request) => request.url().includes("/api/notices/stream"));
  await look("visible");
  await opened;
  await expectUnread(page, 2);
});

test("a stream that breaks is opened again, and no notice is lost", async ({ memberPage: page, member }) => {
  await expectUnread(page, 0);
  await page.context().setOffline(true);
  await tell(member.email, "approved");
  await page.context().setOffline(false);
  await expectUnread(page, 1);
});

test("signing out ends the stream of the other tab too", async ({ memberPage: page, member, context }) => {
  const tab = await context.newPage();
  await tab.goto("/settings");
  await expectUnread(tab, 0);
  await tell(member.email, "approved");
  await expectUnread(tab, 1);
  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃", exact: true }).click();
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(tab).toHaveURL(/\/signin/);
  await tell(member.email, "held");
  for (const left of [page, tab]) await expect(bell(left)).toHaveCount(0);
});

test.describe("over plain HTTP", () => {
  const stream = (page: Page, init: RequestInit = {}, member = "") =>
    fetch(new URL(`/api/notices/stream${member && `?member=${member}`}`, page.url()), init);

  async function asMember(page: Page, init: RequestInit = {}) {
    return { ...init, headers: { cookie: await cookieHeader(page), ...init.headers } };
  }

  test("the stream is an event stream that no proxy stores or changes", async ({
    memberPage: page,
    member,
  }) => {
    await tell(member.email, "approved");
    const leaving = new AbortController();
    const response = await stream(page, await asMember(page, { signal: leaving.signal }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(response.headers.get("content-encoding")).toBeNull();
    let raw = "";
    for await (const bytes of response.body!) {
      raw += new TextDecoder().decode(bytes);
      if (raw.includes("event: state")) break;
    }
    leaving.abort();
    expect(raw).toMatch(
      /^retry: \d+\n\nevent: build\ndata: "[\da-f]+"\n\nevent: state\ndata: \{"unread":1,"latest":\{"id":"[\da-f-]{36}","ageMs":\d+\}\}\n\n$/,
    );
  });

  test("there is no stream without a session, and another member's page does not get mine", async ({
    memberPage: page,
  }) => {
    expect((await stream(page)).status).toBe(401);
    expect((await stream(page, await asMember(page), crypto.randomUUID())).status).toBe(401);
  });

  test("only the member can mark notices as read, and only from our own pages", async ({
    memberPage: page,
    member,
    browser,
  }) => {
    await tell(member.email, "approved");
    await page.goto("/notices");
    await expect(items(page)).toHaveCount(1);
    await tell(member.email, "approved");
    const stranger = await browser.newPage();
    await signUp(stranger);
    const upTo = crypto.randomUUID();
    const read = (at: Page, headers = {}) =>
      at.request.post("/api/notices/read", { data: { upTo }, headers });
    expect((await read(stranger)).status()).toBe(404);
    expect((await read(page, { "sec-fetch-site": "cross-site" })).status()).toBe(403);
    expect((await read(page, { origin: "https://evil.example" })).status()).toBe(403);
    expect((await page.request.post("/api/notices/read", { data: { upTo: "1" } })).status()).toBe(400);
    await stranger.context().clearCookies();
    expect((await read(stranger)).status()).toBe(401);
    await stranger.close();
  });
});
