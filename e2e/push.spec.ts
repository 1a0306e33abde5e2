import type { CDPSession, Page } from "@playwright/test";

import { expect, main, signIn, signUp, testInWholeBrowser as test } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { PushService, type PushSubscriptionJson } from "./support/push-service/server.ts";

test.describe.configure({ timeout: 90_000 });

let service: PushService;
test.beforeAll(async () => {
  // At an origin that the server under test accepts as a push service.
  const ports = process.env.E2E_PUSH_PORTS!.split(",");
  service = await PushService.start(Number(ports[test.info().parallelIndex]));
});
test.afterAll(() => service?.close());

const turnOn = (page: Page) => main(page).getByRole("button", { name: "이 기기에서 푸시 알림 켜기" });
const device = (page: Page) => main(page).getByRole("listitem").filter({ hasText: "이 기기" });

/** A headless browser has no push service: replaces its push manager, with a subscription of the fake service. */
async function givePushManager(page: Page, subscription: PushSubscriptionJson) {
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript((json) => {
    const key = (options: PushSubscriptionOptionsInit) =>
      (options.applicationServerKey as Uint8Array<ArrayBuffer>).slice().buffer;
    const make = (applicationServerKey: ArrayBuffer) => ({
      endpoint: json.endpoint,
      options: { applicationServerKey },
      toJSON: () => json,
      unsubscribe: async () => {
        localStorage.removeItem("subscribed");
        return true;
      },
    });
    // Survives a reload, as in a browser.
    Object.assign(PushManager.prototype, {
      async getSubscription() {
        const kept = localStorage.getItem("subscribed");
        return kept && make(Uint8Array.from(JSON.parse(kept)).buffer);
      },
      async subscribe(options: PushSubscriptionOptionsInit) {
        if (!options.userVisibleOnly) throw new Error("must be visible");
        localStorage.setItem("subscribed", JSON.stringify([...new Uint8Array(key(options))]));
        return make(key(options));
      },
    });
  }, subscription);
}

test("a device is turned on, tested, notified of a verdict, and turned off", async ({ memberPage: page }) => {
  const subscription = service.subscribe();
  const received = () => service.received(subscription).map(({ message }) => JSON.parse(message));
  await givePushManager(page, subscription);
  await page.goto("/settings");
  await turnOn(page).click();
  await expect(main(page).getByText("이 기기에서 푸시 알림을 받고 있어요.")).toBeVisible();
  await expect(device(page)).toContainText("Chrome · Linux");

  await main(page).getByRole("button", { name: "Chrome · Linux에 시험 알림 보내기" }).click();
  await expect(main(page).getByText("시험 알림을 보냈어요.")).toBeVisible();
  expect(received()).toMatchObject([{ tag: "test", url: "/settings" }]);

  // A real review: written, judged and notified while the member is on another page.
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  const text = `기구가 넉넉하고 아침에 조용해요. ${word}`;
  await review.open(slug);
  await review.fill(5, text);
  await review.submit(slug);
  await expect.poll(received, { timeout: 20_000 }).toHaveLength(2);
  expect(received()[1]).toMatchObject({
    texts: { ko: { body: "리뷰가 공개됐어요." } },
    url: `/gyms/${slug}`,
  });
  expect(JSON.stringify(received()[1].texts)).not.toContain(word);
  expect(service.faults(subscription)).toEqual([]);

  await page.goto("/settings");
  await main(page).getByRole("button", { name: "이 기기에서 끄기" }).click();
  await expect(turnOn(page)).toBeVisible();
  await expect(device(page)).toHaveCount(0);
});

test("a device whose address changed gets pushes again after a visit, and visits without a change send nothing", async ({
  memberPage: page,
}) => {
  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/push/")) calls.push(request.method());
  });
  const [before, after] = [service.subscribe(), service.subscribe()];
  await givePushManager(page, before);
  await page.goto("/settings");
  await turnOn(page).click();
  await expect(device(page)).toBeVisible();
  calls.length = 0;
  await page.reload();
  await expect(device(page)).toBeVisible();
  expect(calls).toEqual([]);

  await givePushManager(page, after);
  const renewed = page.waitForResponse((answer) => answer.url().endsWith("/api/push/subscriptions"));
  await page.goto("/gyms");
  expect((await renewed).status()).toBe(201);
  await page.goto("/settings");
  await expect(device(page)).toHaveCount(1);
  expect(calls).toEqual(["POST"]);
  await main(page)
    .getByRole("button", { name: /시험 알림 보내기/ })
    .click();
  await expect(main(page).getByText("시험 알림을 보냈어요.")).toBeVisible();
  expect(service.received(after)).toHaveLength(1);
  expect(service.received(before)).toEqual([]);
});

test("kinds of pushes can be chosen, and the choice is kept @phone", async ({ memberPage: page }) => {
  await page.goto("/settings");
  const kind = page.getByRole("checkbox", { name: "리뷰가 공개됐을 때" });
  await expect(kind).toBeChecked();
  const checked = main(page).getByRole("checkbox", { checked: true });
  const kinds = await checked.count();
  await kind.uncheck();
  const form = main(page).locator("form").filter({ has: kind });
  await form.getByRole("button", { name: "저장" }).click();
  await expect(form.getByText("저장했어요.")).toBeVisible();
  await page.reload();
  await expect(kind).not.toBeChecked();
  await expect(checked).toHaveCount(kinds - 1);
});

test("a device that no longer exists is detected and deleted", async ({ memberPage: page }) => {
  const subscription = service.subscribe({ status: 410 });
  await givePushManager(page, subscription);
  await page.goto("/settings");
  await turnOn(page).click();
  await main(page)
    .getByRole("button", { name: /시험 알림 보내기/ })
    .click();
  await expect(main(page).getByText("그 기기는 더 이상 알림을 받지 않아서")).toBeVisible();
  await expect(turnOn(page)).toBeVisible();
});

test("signing out ends this browser's pushes; the next member starts without", async ({
  memberPage: page,
  member,
}) => {
  await givePushManager(page, service.subscribe());
  await page.goto("/settings");
  await turnOn(page).click();
  await expect(device(page)).toBeVisible();
  await page.reload();
  await expect(main(page).getByText("이 기기에서 푸시 알림을 받고 있어요.")).toBeVisible();
  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃", exact: true }).click();
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(page).toHaveURL("/");

  await signUp(page);
  await page.goto("/settings");
  await expect(turnOn(page)).toBeVisible();
  await expect(device(page)).toHaveCount(0);
  // The first member has no device either.
  const elsewhere = await page.context().browser()!.newPage();
  await signIn(elsewhere, member);
  await elsewhere.goto("/settings");
  await expect(main(elsewhere).getByRole("heading", { name: "푸시 알림" })).toBeVisible();
  await expect(device(elsewhere)).toHaveCount(0);
  await elsewhere.close();
});

test("a refusal, and a browser without push, are explained", async ({ memberPage: page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
  await page.goto("/settings");
  await expect(main(page).getByText("브라우저에서 소라의 알림을 막아 두었어요.")).toBeVisible();
  await expect(turnOn(page)).toHaveCount(0);

  await page.addInitScript(() => Reflect.deleteProperty(window, "PushManager"));
  await page.reload();
  await expect(main(page).getByText("이 브라우저는 푸시 알림을 지원하지 않아요.")).toBeVisible();
});

test.describe("the routes", () => {
  const subscribe = (page: Page, data: unknown, headers = {}) =>
    page.request.post("/api/push/subscriptions", { data, headers });

  test("accept a known push service, and nothing else", async ({ memberPage: page }) => {
    const valid = service.subscribe();
    for (const endpoint of [
      "http://fcm.googleapis.com/fcm/send/a",
      "https://fcm.googleapis.com:8080/a",
      "https://169.254.169.254/latest/meta-data",
      "https://localhost/push",
      "http://127.0.0.1:5432/",
      "https://evil.example/push",
    ])
      expect((await subscribe(page, { ...valid, endpoint })).status(), endpoint).toBe(400);
    expect((await subscribe(page, { ...valid, endpoint: "https://fcm.googleapis.com/a" })).status()).toBe(
      201,
    );
    expect((await subscribe(page, { ...valid, more: "a".repeat(9000) })).status()).toBe(413);
    expect((await subscribe(page, valid, { "sec-fetch-site": "cross-site" })).status()).toBe(403);
  });

  test("answer a stranger with 404, and a request without a session with 401", async ({
    memberPage: page,
    browser,
  }) => {
    const { id } = await (await subscribe(page, service.subscribe())).json();
    const stranger = await browser.newPage();
    await signUp(stranger);
    const path = `/api/push/subscriptions/${id}`;
    expect((await stranger.request.post(`${path}/test`)).status()).toBe(404);
    expect((await stranger.request.delete(path)).status()).toBe(404);
    expect((await page.request.delete(path, { headers: { origin: "https://evil.example" } })).status()).toBe(
      403,
    );
    expect((await page.request.post(`${path}/test`)).status()).toBe(200);
    expect((await page.request.delete(path)).status()).toBe(204);
    expect((await page.request.delete(path)).status()).toBe(404);
    await stranger.context().clearCookies();
    expect((await subscribe(stranger, service.subscribe())).status()).toBe(401);
    expect((await stranger.request.post(`${path}/test`)).status()).toBe(401);
    await stranger.close();
  });
});

/** The service worker, as the browser starts it for a push. */
async function workerOf(page: Page): Promise<(data: string) => Promise<void>> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((found) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration) found(registration.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  const origin = new URL(page.url()).origin;
  return async (data) => {
    await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  };
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const { pushManager: _, ...registration } = {
      pushManager: null,
      ready: await navigator.serviceWorker.ready,
    };
    const notifications = await registration.ready.getNotifications();
    return notifications.map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data }));
  });

test("the service worker shows what is pushed, in the member's language, one for each subject", async ({
  memberPage: page,
}) => {
  await page.context().grantPermissions(["notifications"]);
  const deliver = await workerOf(page);
  const texts = { ko: { title: "소라", body: "안녕" }, en: { title: "Sora", body: "Hello" } };
  await deliver(JSON.stringify({ texts, locale: "en", url: "/me/reviews", tag: "one" }));
  await expect
    .poll(() => shown(page))
    .toEqual([{ title: "Sora", body: "Hello", tag: "one", lang: "en", data: { url: "/me/reviews" } }]);
  // A later push replaces an earlier one with the same tag. Without a chosen language the browser's is used.
  await deliver(JSON.stringify({ texts, locale: null, url: "/diary/2026-11-21", tag: "one" }));
  await expect.poll(() => shown(page)).toMatchObject([{ body: "안녕", lang: "ko" }]);
  // Anything is shown, because browsers require a notification for each push.
  await deliver("not JSON");
  await expect
    .poll(async () => (await shown(page)).map(({ title }) => title).toSorted())
    .toEqual(["Sora", "소라"]);
});

test("the service worker caches no page and handles no fetch", async ({ memberPage: page }) => {
  await page.context().grantPermissions(["notifications"]);
  await workerOf(page);
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.goto("/settings");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  const worker = await page.request.get("/sw.js");
  expect(worker.headers()["content-type"]).toContain("javascript");
  expect(await worker.text()).not.toContain('"fetch"');
});
