import type { Page } from "@playwright/test";
import { DiaryPage, savedReplies } from "./diary-page.ts";
import { expect, newCredentials, onlyOn, sendCredentials, signUp, test, today } from "./fixtures.ts";
import { holdScripts, measureTraffic } from "./page-weight.ts";

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

    test("from the start page to a saved reply, and back the next day", async ({ page }) => {
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
      await diary.expectWhole("F");
      expect(await diary.text("F").innerText()).toBe(onScreen);

      // The page is read-only; one press leads to editing, behind the last word.
      await expect(diary.read).toHaveText(body);
      await expect(diary.paper.or(diary.send)).toHaveCount(0);
      await diary.writeOn.click();
      await page.keyboard.type(" ✎");
      await expect(diary.paper).toHaveValue(`${body} ✎`);
      await expect(diary.send).toBeVisible();
      await diary.expectSaved();
    });
  });
}

test("one tone has the whole width, two are side by side, and their texts differ", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("비가 와서 산책을 못 했다. 대신 오래 책을 읽었다.");
  await diary.ask("T");
  await diary.expectBegun("T");
  const width = async () => (await diary.reply("T").boundingBox())!.width;
  const section = (await page.getByRole("region", { name: "소라의 답장" }).boundingBox())!;
  expect(await width()).toBe(section.width);
  await page.getByRole("button", { name: /^F에게도 묻기$/ }).click();
  await diary.expectWhole("T");
  await diary.expectWhole("F");
  expect(await diary.text("T").innerText()).not.toBe(await diary.text("F").innerText());
  const [t, f] = [await diary.reply("T").boundingBox(), await diary.reply("F").boundingBox()];
  expect(f!.x).toBeGreaterThan(t!.x + t!.width - 1);
  expect(Math.abs(f!.y - t!.y)).toBeLessThan(2);
});

test("a tone can be requested again, and its earlier reply is kept", async ({ memberPage: page }) => {
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

test("a reply to an earlier version of the page is marked, until the page is restored or has a new reply", async ({
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

test("a reply can be marked as helpful, and the mark is kept", async ({ memberPage: page }) => {
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

test("the page follows a reply, stops when its reader scrolls up, and covers nothing else", async ({
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
  // The last scroll event fires in the next frame, after the press. (Playwright's click would first scroll to the place
  // where the button would be if it were not sticky.)
  await follow.evaluate((button: HTMLElement) => {
    window.scrollBy(0, -20);
    button.click();
  });
  await expect(follow).toBeHidden();
  await expect(writing).toBeInViewport();

  // At the top of a page that was opened in mid-reply. A little further down the button is visible again.
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

test("everything works by keyboard", async ({ memberPage: page }) => {
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

async function writeDays(page: Page, ...dates: string[]) {
  for (const date of dates) {
    await page.request.put(`/api/diary/${date}`, { data: { body: `${date}의 이야기` } });
  }
}
const november = Array.from({ length: 10 }, (_, n) => `2025-11-${String(3 * n + 1).padStart(2, "0")}`);

test("past days: any month is two presses away, the open day is in view, and arrows lead to written days", async ({
  memberPage: page,
}) => {
  await writeDays(page, "2024-03-05", "2024-03-09", ...november, "2026-09-01");
  await page.reload();
  const past = page.getByRole("complementary", { name: "지난 날들" });
  const { paper } = new DiaryPage(page);
  await expect(past.getByRole("heading", { level: 3 })).toHaveText(["2026년 9월", "2025년 11월"]);
  await expect(past.getByText("의 이야기")).toHaveCount(11);

  await past.getByRole("button", { name: "2024년", exact: true }).click();
  await expect(past.getByRole("button", { name: "2024년 4월, 글 없음" })).toBeDisabled();
  await past.getByRole("button", { name: "2024년 3월, 글 2개" }).click();
  await expect(past.getByText("의 이야기")).toHaveText(["2024-03-09의 이야기", "2024-03-05의 이야기"]);
  await past.getByText("2024-03-09의 이야기").click();
  await expect(paper).toHaveValue("2024-03-09의 이야기");
  await expect(past.getByRole("link", { name: /2024-03-09/ })).toHaveAttribute("aria-current", "page");
  await expect(past.getByRole("link", { name: /2024-03-05/ })).toBeInViewport();

  // By key, by a press, and not while arrow keys move the caret.
  await page.keyboard.press("ArrowRight");
  await expect(paper).toHaveValue("2025-11-01의 이야기");
  await expect(past.getByRole("link", { name: /2025-11-01의/ })).toBeInViewport();
  await paper.focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("link", { name: "이전에 쓴 날, 2024년 3월 9일" }).click();
  await expect(paper).toHaveValue("2024-03-09의 이야기");
  await page.goto("/diary/2026-09-01");
  await page.getByRole("link", { name: /^다음에 쓴 날/ }).click();
  await expect(page).toHaveURL("/diary");

  await past.getByLabel("날짜로 찾기").fill("2025-12-24");
  await past.getByRole("button", { name: "펼치기" }).click();
  await expect(page).toHaveURL("/diary/2025-12-24");
  await expect(paper).toHaveValue("");
});

test("on a phone navigation works by thumb, and the list of past days keeps its scroll position @phone-only @phone", async ({
  memberPage: page,
}) => {
  await writeDays(page, "2024-03-05", ...november);
  const thumb = page.getByRole("navigation", { name: "주 메뉴" });
  const past = page.getByRole("main");
  await thumb.getByRole("link", { name: "지난 날" }).click();
  await past.getByRole("button", { name: "2024년", exact: true }).click();
  await past.getByRole("button", { name: "2024년 3월, 글 1개" }).click();
  await past.getByText("2024-03-05의 이야기").click();
  await expect(page).toHaveURL("/diary/2024-03-05");
  await page.goBack();
  await expect(past.getByRole("link", { name: /2024-03-05/ })).toHaveAttribute("aria-current", "true");
  await past.getByText("2024-03-05의 이야기").click();
  await page.getByRole("link", { name: /^다음에 쓴 날/ }).click();
  await expect(page).toHaveURL("/diary/2025-11-01");
  await thumb.getByRole("link", { name: "지난 날" }).click();
  await expect(past.getByRole("link", { name: /2025-11-01의/ })).toBeInViewport();
  await thumb.getByRole("button", { name: "내 계정" }).click();
  await expect(page.getByRole("link", { name: "설정" })).toBeInViewport();
  await page.keyboard.press("Escape");
  await thumb.getByRole("link", { name: "헬스장" }).click();
  await expect(page).toHaveURL("/gyms");
});

test("with a phone's keyboard open, the save state, the tone and Send remain visible @phone-only @phone", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  const bar = page.getByRole("group", { name: "저장과 보내기" });
  const thumb = page.getByRole("navigation", { name: "주 메뉴" });
  await expect(thumb).toBeInViewport();
  for (const [text, how] of [
    ["짧은 글. [[model delay=20 rate=400]]", "short"],
    [`${"길게 쓰는 하루. ".repeat(600).slice(0, 4950)} [[model delay=20 rate=400]]`, "a whole page"],
  ] as const) {
    await page.setViewportSize({ width: 390, height: 844 });
    await diary.paper.fill(text);
    await diary.paper.press("End");
    await page.setViewportSize({ width: 390, height: 430 });
    await expect(bar.getByText("저장했어요"), how).toBeInViewport();
    await expect(bar.getByRole("button", { name: "보내기" })).toBeInViewport();
    await expect(thumb).toBeHidden();
    // The text ends above the bar, and the bar is slim.
    const [paper, slim] = [(await diary.paper.boundingBox())!, (await bar.boundingBox())!];
    expect(paper.y + paper.height).toBeLessThanOrEqual(slim.y + 1);
    expect(slim.height).toBeLessThan(70);
    expect(Math.round(slim.y + slim.height)).toBe(430);
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n한 줄 더");
    const grown = (await diary.paper.boundingBox())!;
    expect(grown.y + grown.height).toBeLessThanOrEqual(slim.y + 1);
  }

  // Safari puts its keyboard over the page: the bar moves to the visible part.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(bar).toBeHidden();
  await page.evaluate(() => {
    const seen = window.visualViewport!;
    Object.defineProperty(seen, "height", { value: 430 });
    seen.dispatchEvent(new Event("resize"));
  });
  await expect(bar).toBeVisible();
  const lifted = (await bar.boundingBox())!;
  expect(Math.round(lifted.y + lifted.height)).toBe(430);

  await bar.getByRole("button", { name: "F · 마음" }).tap();
  await expect(diary.paper).toBeFocused();
  await bar.getByRole("button", { name: "보내기" }).tap();
  await expect(bar).toBeHidden();
  await diary.expectWhole("F");
});

test("the caret starts behind the text, today's editor has the focus, and midnight changes the day", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await expect(diary.paper).toBeFocused();
  await writeDays(page, "2026-09-01");
  await page.goto("/diary/2026-09-01");
  await expect(diary.paper).not.toBeFocused();
  await page.getByRole("link", { name: /^다음에 쓴 날/ }).focus();
  await page.keyboard.press("Tab");
  await expect(diary.paper).toBeFocused();
  await page.keyboard.type(" 그리고");
  await expect(diary.paper).toHaveValue("2026-09-01의 이야기 그리고");
  await diary.expectSaved();

  await page.goto("/diary");
  const main = page.getByRole("main");
  await expect(main.getByText(/· 오늘$/)).toBeVisible();
  const tomorrow = new Date(Date.now() + 24 * 3600_000);
  await page.clock.setFixedTime(tomorrow);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(main.getByText(/· 어제$/)).toBeVisible();
  await expect(main.getByRole("link", { name: "오늘 페이지 열기" })).toBeVisible();
});

test("a day with both replies is printed on one page", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write(
    `${"오늘은 바닷가를 오래 걸었다. 파도 소리가 좋았다.\n".repeat(12)}[[model delay=20 rate=2000]]`,
  );
  await diary.ask("T");
  await diary.expectWhole("T");
  await page.getByRole("button", { name: /^F에게도 묻기$/ }).click();
  await diary.expectWhole("F");
  const printed = async () =>
    (await page.pdf({ format: "A4", preferCSSPageSize: true }))
      .toString("latin1")
      .match(/\/Type\s*\/Page\b/g);
  expect(await printed()).toHaveLength(1);
  await page.reload();
  await expect(diary.read).toBeVisible();
  expect(await printed()).toHaveLength(1);
});

test("a day that does not exist is explained in plain words", async ({ memberPage: page }) => {
  for (const date of ["2026-02-30", "9999-12-31", "yesterday"]) {
    const response = await page.goto(`/diary/${date}`);
    expect(response?.status(), date).toBe(404);
    await expect(page.getByRole("heading", { name: "펼칠 수 없는 날이에요" })).toBeVisible();
  }
});

test("words of danger show the help lines at once, without the model", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.paper.fill("요즘은 그냥 다 끝내고 싶고 죽고 싶다는 생각만 든다.");
  for (const number of ["109", "1577-0199", "1388"]) {
    await expect(page.getByRole("link", { name: new RegExp(number) })).toHaveAttribute("href", /^tel:/);
  }
});

test("text written before the script has loaded is kept and saved, with its caret", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  const savedText = async () => (await (await page.request.get(`/api/diary/${today()}`)).json()).entry?.body;
  let scripts = await holdScripts(page);
  await page.goto("/diary", { waitUntil: "commit" });
  await diary.paper.click();
  await page.keyboard.insertText("아침 산책.");
  await page.keyboard.press("ArrowLeft");
  scripts.release();
  await diary.expectSaved();
  await page.keyboard.insertText("과 커피");
  await expect(diary.paper).toHaveValue("아침 산책과 커피.");
  await expect.poll(savedText).toBe("아침 산책과 커피.");

  // The page is left before the script has loaded.
  await holdScripts(page);
  await page.goto("/diary", { waitUntil: "commit" });
  await diary.paper.press("Control+End");
  await page.keyboard.insertText(" 비.");
  await page.goto("/gyms", { waitUntil: "commit" });
  await expect.poll(savedText).toBe("아침 산책과 커피. 비.");
  await page.unrouteAll({ behavior: "ignoreErrors" });

  // On a page with a text, in the middle of a syllable.
  scripts = await holdScripts(page);
  await page.goto("/diary", { waitUntil: "commit" });
  await expect(diary.paper).toHaveValue("아침 산책과 커피. 비.");
  await diary.paper.press("Control+End");
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose("ㅂ");
  await compose("바");
  scripts.release();
  await expect.poll(savedText).toBe("아침 산책과 커피. 비.바");
  await compose("반");
  await compose("바");
  await keyboard.send("Input.insertText", { text: "바" });
  await page.keyboard.insertText("다");
  await expect(diary.paper).toHaveValue("아침 산책과 커피. 비.바다");
  await expect.poll(savedText).toBe("아침 산책과 커피. 비.바다");
});

test("a first visit is light, and its fonts load after the page can be edited", async ({ page }) => {
  const traffic = await measureTraffic(page);
  await signUp(page);
  const diary = new DiaryPage(page);
  await diary.write("오늘은 발표를 망쳤다. 몇 주를 준비했는데 질문 하나에 머리가 하얘졌다.");
  await expect(page.locator("html")).toHaveAttribute("data-fonts", /serif/);
  await page.evaluate(() => document.fonts.ready);

  const { requests, kB, byKind } = traffic.sum();
  const told = JSON.stringify(byKind);
  expect(requests, told).toBeLessThanOrEqual(25);
  expect(kB, told).toBeLessThanOrEqual(400);
  expect(byKind.Font?.kB ?? 0, told).toBeLessThanOrEqual(120);
  expect(traffic.firstFontAt()).toBeGreaterThan(traffic.lastScriptAt());
});
