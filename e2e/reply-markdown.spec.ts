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

test("Korean Markdown is drawn, and no raw mark is seen while it is written", async ({
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

  // Reloaded it is the same, as soon as its Markdown is drawn: until then its plain text holds the place.
  const live = await text.innerText();
  await page.reload();
  await expect.poll(() => text.innerText()).toBe(live);
  await expect(text.locator("strong")).toHaveCount(6);
});

test("a reply that no one could draw is shown as its words, and the page lives", async ({
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
