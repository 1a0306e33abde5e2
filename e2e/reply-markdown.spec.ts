import type { Page } from "@playwright/test";
import { DiaryPage } from "./diary-page";
import { expect, test } from "./fixtures";

const korean = `## 오늘의 **한 줄**

지금 필요한 건 **"잠깐 쉬기"**는 아닐까요? *천천히(느리게)*라는 말과 __밑줄__은 오래 남아요[^1].
하루 3~4회, 한 번에 10~15분이면 충분해요. ~~(취소)~~하고 3*4, 5*6회는 그대로예요.

2026. 11. 30.은 힘든 하루였죠.

1. **물(한 잔)**을 마시기
   - 천천히
2. [이 글](https://sora.test/a)을 읽거나 https://sora.test에서 찾아보기

| 때 | 할 일 |
|---|---|
| **아침(7시)**에 | 3~4회 |

> **「쉼」**이라는 말

[^1]: 호흡을 말해요.`;

test("Korean Markdown is rendered, and no raw mark is visible while it streams", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write(`[[model delay=100 rate=60]] [[reply]]\n${korean}`);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector("article [lang]")?.textContent;
      if (text && text !== seen.at(-1)) seen.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await diary.ask("F");
  await diary.expectWhole("F");

  const text = diary.text("F");
  await expect(text.locator("strong")).toHaveText([
    "한 줄",
    '"잠깐 쉬기"',
    "밑줄",
    "물(한 잔)",
    "아침(7시)",
    "「쉼」",
  ]);
  await expect(text.getByRole("link", { name: "https://sora.test", exact: true })).toHaveAttribute(
    "href",
    "https://sora.test",
  );
  await expect(text.getByRole("listitem")).toHaveCount(3);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(10);
  for (const shown of seen) expect(shown).not.toMatch(/\*\*|__|~~|\]\(|\[\^|\|/);

  // After a reload it is the same in the first bytes: nothing is replaced later.
  const live = await text.innerText();
  await page.reload({ waitUntil: "commit" });
  await expect(text.locator("strong")).toHaveCount(6);
  expect(await text.innerText()).toBe(live);
});

/** Above 12.8 kB, the HTML that React sends in one piece even where it may send two. */
const items = Array.from(
  { length: 55 },
  (_, index) => `- **${index}번째**로 ${"하나씩 해 보면 돼요. ".repeat(5)}`,
);
const long = `**처음**의 말\n\n${items.join("\n")}\n\n*끝*의 말`;

test("a saved reply is rendered in the server's HTML, and without script", async ({
  memberPage: page,
  browser,
}) => {
  const diary = new DiaryPage(page);
  await diary.write(`[[model delay=100 rate=2000]] [[reply]]\n${long}`);
  await diary.ask("F");
  await diary.expectWhole("F");
  const live = await diary.text("F").innerText();

  const html = await (await page.request.get("/diary")).text();
  const article = /<article id="reply-F".*?<\/article>/s.exec(html)![0];
  expect(article).toContain("<strong>처음</strong>의 말");
  expect(article).toContain("<strong>54번째</strong>로");
  expect(article).toContain("<em>끝</em>");
  expect(article).not.toMatch(/<template|\*\*/);

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    locale: "ko-KR",
  });
  const still = await context.newPage();
  await still.goto(page.url());
  const text = new DiaryPage(still).text("F");
  await expect(text.locator("strong")).toHaveCount(56);
  expect(await text.innerText()).toBe(live);
  await context.close();
});

const faults = {
  "whose reader does not reach the browser": (page: Page) =>
    page.route(/\/_next\/static\/chunks\//, (route) => route.abort()),
  "that this browser cannot draw": (page: Page) =>
    page.evaluate(() => void Object.assign(String.prototype, { matchAll: undefined })),
};
for (const [kind, breakBrowser] of Object.entries(faults)) {
  test(`a reply ${kind} is shown as plain text, and the page works`, async ({ memberPage: page }) => {
    const diary = new DiaryPage(page);
    const entry = "[[model delay=100 rate=2000]] [[reply]]\n**앞**의 말\n\n- 하나";
    await diary.write(entry);
    await breakBrowser(page);
    await diary.ask("F");
    await diary.expectWhole("F");
    await expect(diary.text("F")).toHaveText("**앞**의 말\n\n- 하나", { useInnerText: true });
    await diary.write(`${entry}\n한 줄 더`);

    await page.unrouteAll();
    await page.reload();
    await expect(diary.text("F").locator("strong")).toHaveText("앞");
  });
}

test("a reply that can not be rendered is shown as plain text, and the page works", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write(
    `[[model delay=100 rate=2000]] [[reply]]\n**앞**의 말\n\n${"> ".repeat(1500)}깊은 말\n\n**뒤**의 말`,
  );
  await diary.ask("T");
  await diary.expectWhole("T");
  const text = diary.text("T");
  await expect(text).toContainText("> > > 깊은 말");
  await expect(text.locator("strong")).toHaveText(["앞", "뒤"]);
  expect((await page.reload())!.status()).toBe(200);
  await expect(text).toContainText("> > > 깊은 말");
  await expect(text.locator("strong")).toHaveText(["앞", "뒤"]);
});
