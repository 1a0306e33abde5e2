import { DiaryPage, savedReplies } from "./diary-page.ts";
import { expect, newCredentials, onlyOn, sendCredentials, test, today } from "./fixtures.ts";

const pages = {
  "ko-KR": {
    begin: "첫 페이지 쓰기",
    body: "오늘은 발표를 망쳤다. 몇 주를 준비했는데 질문 하나에 머리가 하얘졌다.",
    script: /[가-힣]{2}/,
  },
  "en-US": {
    begin: "Write a first page",
    body: "I messed up the talk today. Weeks of work, and one question made my mind go blank.",
    script: /[a-z]{3}/i,
  },
};

for (const [locale, { begin, body, script }] of Object.entries(pages)) {
  test.describe(`in ${locale}`, onlyOn(locale === "ko-KR" ? "phone" : "desktop"), () => {
    test.use({ locale });

    test("from the front door to a saved reply, and back the next day", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("link", { name: begin }).first().click();
      await page.waitForURL("/signup");
      await sendCredentials(page, newCredentials());
      await page.waitForURL("/diary");

      const diary = new DiaryPage(page);
      await diary.write(body);
      await diary.ask("F");
      await diary.expectBegun("F");
      await diary.expectWhole("F");
      await expect(diary.text("F")).toHaveText(script);
      const [saved] = await savedReplies(page, today());
      expect(saved).toMatchObject({ tone: "F", status: "DONE", text: expect.stringMatching(script) });

      const onScreen = await diary.text("F").innerText();
      await page.reload();
      await expect(diary.paper).toHaveValue(body);
      await diary.expectWhole("F");
      expect(await diary.text("F").innerText()).toBe(onScreen);
    });
  });
}

test("both tones stand side by side, and say different things", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write("비가 와서 산책을 못 했다. 대신 오래 책을 읽었다.");
  await diary.ask("T");
  await page.getByRole("button", { name: /^F에게도 묻기$/ }).click();
  await diary.expectWhole("T");
  await diary.expectWhole("F");
  expect(await diary.text("T").innerText()).not.toBe(await diary.text("F").innerText());
  const [t, f] = [await diary.reply("T").boundingBox(), await diary.reply("F").boundingBox()];
  expect(f!.x).toBeGreaterThan(t!.x + t!.width - 1);
  expect(Math.abs(f!.y - t!.y)).toBeLessThan(2);
});

test("a tone can be asked again, and its earlier reply is kept", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write("다시 물어볼 하루. [[model delay=50 rate=400]]");
  await diary.ask("T");
  await diary.expectWhole("T");
  await diary.askAgain("T").click();
  await expect(diary.reply("T").getByText("이전 답장 1개")).toBeVisible();
  await diary.expectWhole("T");
  await page.reload();
  await expect(diary.reply("T").getByText("이전 답장 1개")).toBeVisible();
  expect((await savedReplies(page, today())).map(({ status }) => status)).toEqual(["DONE", "DONE"]);
});

test("a reply to an earlier version of the page says so, until the page is as it was or is asked about", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  const note = diary.reply("F").getByText("글을 고치기 전에 쓴 답장이에요.");
  const askAboutNew = diary.reply("F").getByRole("button", { name: "고친 글로 물어보기" });
  await diary.write("아침에 오래 걸었다. 바람이 차가웠다.");
  await diary.ask("F");
  await diary.expectWhole("F");
  await expect(note).toHaveCount(0);

  await diary.write("아침에 오래 걸었다. 그런데 저녁에는 눈이 왔다.");
  await expect(note).toBeVisible();
  await diary.write("아침에 오래 걸었다. 바람이 차가웠다.");
  await expect(note).toHaveCount(0);

  await diary.write("아침에 오래 걸었다. 그런데 저녁에는 눈이 왔다.");
  await page.reload();
  await expect(note).toBeVisible();
  await askAboutNew.click();
  await diary.expectWhole("F");
  await expect(note).toHaveCount(0);
  await diary.reply("F").getByText("이전 답장 1개").click();
  await expect(note).toBeVisible();
});

test("a reply can be called helpful, and it is still so tomorrow", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write("Thumbs. [[model delay=50 rate=400]]");
  await diary.ask("T");
  await diary.expectWhole("T");
  const helped = diary.reply("T").getByRole("button", { name: "좋았어요" });
  await helped.click();
  await expect(helped).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => (await savedReplies(page, today()))[0]).toMatchObject({ feedback: "UP" });
  await page.reload();
  await expect(helped).toHaveAttribute("aria-pressed", "true");
  await helped.click();
  await expect.poll(async () => (await savedReplies(page, today()))[0]).toMatchObject({ feedback: null });
});

test("the page follows a reply, lets go when its reader scrolls up, and covers nothing else", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  const follow = page.getByRole("button", { name: "따라가며 읽기" });
  const writing = diary.reply("T").getByText("T가 답장을 쓰고 있어요…").first();
  await diary.write("길게 답해 줘요. [[model delay=50 rate=70 tokens=3000]]");
  await diary.ask("T");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  await expect(writing).toBeInViewport();
  await expect(follow).toBeHidden();

  await page.mouse.wheel(0, -300);
  await expect(follow).toBeInViewport();
  // The last of a scroll is told with the next frame, after the press. (A click of Playwright's would first scroll to where
  // the button would be if it did not stick.)
  await follow.evaluate((button: HTMLElement) => {
    window.scrollBy(0, -20);
    button.click();
  });
  await expect(follow).toBeHidden();
  await expect(writing).toBeInViewport();

  // Back at the top of a page that came in mid-reply. A little further down there is the button again.
  await page.reload();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(follow).toBeVisible();
  const whatItCovers = await page.evaluate(() => {
    const button = [...document.querySelectorAll("button")].find(
      (one) => one.textContent === "따라가며 읽기",
    )!;
    const others = [...document.querySelectorAll("textarea, fieldset, main button")].filter(
      (one) => one !== button,
    );
    const covers = (one: Element) => {
      const [a, b] = [button.getBoundingClientRect(), one.getBoundingClientRect()];
      return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
    };
    return Array.from({ length: 60 }, (_, step) => {
      window.scrollTo(0, step * 15);
      return others.filter(covers).map((one) => one.textContent);
    }).flat();
  });
  expect(whatItCovers).toEqual([]);
});

test("all of it works from the keyboard", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.paper.focus();
  await page.keyboard.type("손을 마우스에 대지 않은 하루. [[model delay=50 rate=400]]");
  await diary.expectSaved();
  const tone = page.getByRole("radio", { name: /^T ·/ });
  await tone.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: /^F ·/ })).toBeChecked();
  await diary.paper.focus();
  await page.keyboard.press("Control+Enter");
  await diary.expectWhole("F");
  expect(await savedReplies(page, today())).toEqual([expect.objectContaining({ tone: "F", status: "DONE" })]);
});

test("past days are listed ten at a time, newest first, and open", async ({ memberPage: page }) => {
  for (let day = 1; day <= 12; day += 1) {
    const date = `2026-09-${String(day).padStart(2, "0")}`;
    await page.request.put(`/api/diary/${date}`, { data: { body: `구월 ${day}일의 이야기` } });
  }
  await page.reload();
  const days = page.getByRole("complementary", { name: "지난 날들" });
  await expect(days.getByText("의 이야기")).toHaveCount(10);
  await expect(days.getByText("의 이야기").first()).toHaveText("구월 12일의 이야기");
  await days.getByRole("button", { name: "더 보기" }).click();
  await expect(days.getByText("의 이야기")).toHaveCount(12);
  await days.getByText("구월 3일의 이야기").click();
  await page.waitForURL("/diary/2026-09-03");
  await expect(new DiaryPage(page).paper).toHaveValue("구월 3일의 이야기");
});

test("a day that does not exist says so in plain words", async ({ memberPage: page }) => {
  for (const date of ["2026-02-30", "9999-12-31", "yesterday"]) {
    const response = await page.goto(`/diary/${date}`);
    expect(response?.status(), date).toBe(404);
    await expect(page.getByRole("heading", { name: "펼칠 수 없는 날이에요" })).toBeVisible();
  }
});

test("words that frighten us bring the help lines at once, without the model", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.paper.fill("요즘은 그냥 다 끝내고 싶고 죽고 싶다는 생각만 든다.");
  for (const number of ["109", "1577-0199", "1388"]) {
    await expect(page.getByRole("link", { name: new RegExp(number) })).toHaveAttribute("href", /^tel:/);
  }
});
