import { DiaryPage } from "./diary-page.ts";
import { expect, signIn, signUp, test, today } from "./fixtures.ts";
import { endSession } from "./support/people.ts";

const saves = "**/api/diary/2*";

test("while the server is unreachable, the text is kept on this device, and is saved when the server is back", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await page.route(saves, (route) => route.abort());
  await diary.paper.fill("끊긴 밤에 쓴 글");
  await expect(diary.saveState).toContainText("이 기기에 보관");
  await page.unroute(saves);
  await page.getByRole("button", { name: "지금 다시 저장" }).click();
  await diary.expectSaved();
  const { entry } = await (await page.request.get(`/api/diary/${today()}`)).json();
  expect(entry.body).toBe("끊긴 밤에 쓴 글");
});

test("text that was never saved is restored on the next visit", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await page.route(saves, (route) => route.abort());
  await diary.paper.fill("창을 닫아도 남는 글");
  await expect(diary.saveState).toContainText("이 기기에 보관");
  await page.reload();
  await expect(diary.paper).toHaveValue("창을 닫아도 남는 글");
  await page.unroute(saves);
  await page.reload();
  await diary.expectSaved();
  const { entry } = await (await page.request.get(`/api/diary/${today()}`)).json();
  expect(entry.body).toBe("창을 닫아도 남는 글");
});

test("a session that ends while writing loses no text", async ({ memberPage: page, member }) => {
  const diary = new DiaryPage(page);
  await endSession(page);
  await diary.paper.fill("로그인이 끝난 뒤에 쓴 글");
  await expect(diary.saveState).toContainText("로그인이 끝났어요");
  await page.getByRole("link", { name: "다시 로그인하기" }).first().click();
  await page.waitForURL(/\/signin\?next=/);
  await signIn(page, member);
  await expect(diary.paper).toHaveValue("로그인이 끝난 뒤에 쓴 글");
  await diary.expectSaved();
});

test("a page left open by one member never writes into the diary of the next", async ({
  memberPage: page,
  browser,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("첫 번째 사람의 일기");
  // Someone else signs in, in another tab of the same browser.
  const guest = await browser.newPage();
  await signUp(guest);
  await endSession(page);
  await page.context().addCookies(await guest.context().cookies());

  await diary.paper.fill("첫 번째 사람의 일기, 이어서 쓴 글");
  await expect(diary.saveState).toContainText("로그인이 끝났어요");
  expect((await guest.request.get(`/api/diary/${today()}`)).status()).toBe(404);
  await guest.close();
});

test("two devices on one page: nothing is overwritten, and the writer chooses", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("처음 쓴 글");
  await page.request.put(`/api/diary/${today()}`, { data: { body: "다른 기기에서 쓴 글" } });
  await diary.paper.fill("처음 쓴 글에 덧붙인 글");
  const choice = page.getByText("다른 기기에서 이 페이지가 바뀌었어요");
  await expect(choice).toBeVisible();
  await expect(page.getByText("다른 기기에서 쓴 글", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "내 글 남기기" }).click();
  await diary.expectSaved();
  await expect(choice).toBeHidden();
  const { entry } = await (await page.request.get(`/api/diary/${today()}`)).json();
  expect(entry.body).toBe("처음 쓴 글에 덧붙인 글");
});

test("a text that is too long is neither cut nor saved, and its writer sees why", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("짧은 글");
  await diary.paper.fill("가".repeat(5003));
  await expect(diary.saveState).toContainText("3자 넘쳐서");
  await expect(diary.paper).toHaveValue("가".repeat(5003));
  const { entry } = await (await page.request.get(`/api/diary/${today()}`)).json();
  expect(entry.body).toBe("짧은 글");
  await diary.write("가".repeat(5000));
});

test("an emptied page is not saved; deleting needs a confirmation, and can be undone", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("지울까 말까");
  await diary.paper.fill("");
  await expect(diary.saveState).toContainText("빈 페이지는 저장하지 않아요");
  await page.getByRole("button", { name: "저장된 글 다시 보기" }).click();
  await expect(diary.paper).toHaveValue("지울까 말까");

  const remove = async () => {
    await page.getByRole("button", { name: "이 페이지 지우기" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "페이지 지우기" }).click();
  };
  await remove();
  await page.getByRole("button", { name: "되돌리기" }).click();
  await expect(diary.paper).toHaveValue("지울까 말까");
  expect((await page.request.get(`/api/diary/${today()}`)).status()).toBe(200);

  await remove();
  await expect
    .poll(async () => (await page.request.get(`/api/diary/${today()}`)).status(), { timeout: 15_000 })
    .toBe(404);
});

test("composing a Korean syllable is not disturbed: no letter is lost, and Enter does not send", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  const keyboard = await page.context().newCDPSession(page);
  await diary.paper.focus();
  await page.keyboard.insertText("오늘은 ");
  // Like an input method: the syllable changes under the cursor, then is committed.
  for (const text of ["ㅂ", "바", "반", "바"]) {
    await keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await diary.paper.dispatchEvent("keydown", {
    key: "Enter",
    ctrlKey: true,
    isComposing: true,
    keyCode: 229,
  });
  await keyboard.send("Input.insertText", { text: "바" });
  await page.keyboard.insertText("다");
  await expect(diary.paper).toHaveValue("오늘은 바다");
  await diary.expectSaved();
  const { entry, replies } = await (await page.request.get(`/api/diary/${today()}`)).json();
  expect(entry.body).toBe("오늘은 바다");
  expect(replies).toEqual([]);
});
