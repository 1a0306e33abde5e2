import type { Locator, Page, Route } from "@playwright/test";
import { DiaryPage } from "./diary-page.ts";
import { expect, test, today } from "./fixtures.ts";

// The target of a press must not move between pointer down and up, whatever happens in between.

type Answer = (route: Route) => Promise<void>;
const pass: Answer = (route) => route.continue();
const fail: Answer = (route) => route.abort();
const signOut: Answer = (route) =>
  route.fulfill({ status: 401, json: { error: { code: "UNAUTHENTICATED" } } });

/** The saves of a page: answered at once, or held until released. */
class Saves {
  answer = pass;
  #held: Route[] | null = null;

  static async of(page: Page): Promise<Saves> {
    const saves = new Saves();
    await page.route("**/api/diary/2*", (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      return saves.#held ? void saves.#held.push(route) : saves.answer(route);
    });
    return saves;
  }

  hold(): void {
    this.#held = [];
  }

  async isHeld(): Promise<void> {
    await expect.poll(() => this.#held!.length).toBeGreaterThan(0);
  }

  async letGo(): Promise<void> {
    const held = this.#held ?? [];
    this.#held = null;
    await Promise.all(held.map(this.answer));
  }
}

async function middleOf(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox())!;
  return [x + width / 2, y + height / 2] as const;
}

/** Until React and the browser have rendered. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 60)));

/** A slow press: down, `meanwhile`, up at the same point. */
async function press(page: Page, target: Locator, meanwhile: () => Promise<unknown> = async () => {}) {
  await page.mouse.move(...(await middleOf(target)));
  const before = await target.boundingBox();
  await page.mouse.down();
  await meanwhile();
  await drawn(page);
  // A pressed button moves down by one pixel.
  const after = await target.boundingBox();
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs(after![side] - before![side]), side).toBeLessThan(2);
  await page.mouse.up();
}

for (const width of [390, 500]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: true });
    test.setTimeout(90_000);

    test("Send, the tone and the bar's own buttons stay under the pointer in every state of the bar", async ({
      memberPage: page,
    }) => {
      const diary = new DiaryPage(page);
      const saves = await Saves.of(page);
      const label = (tone: "T" | "F") => page.locator("label", { hasText: `${tone} · ` });
      const radio = (tone: "T" | "F") => page.getByRole("radio", { name: new RegExp(`^${tone} ·`) });
      const stateIs = (words: string) => expect(diary.saveState).toContainText(words);
      const problemIs = (words: string) => expect(page.getByRole("alert").getByText(words)).toBeVisible();

      await press(page, diary.send);
      await problemIs("먼저 한 줄이라도 적어 주세요.");
      await diary.write("비워질 글");
      await diary.paper.fill("");
      await stateIs("빈 페이지는 저장하지 않아요");
      await press(page, page.getByRole("button", { name: "저장된 글 다시 보기" }));
      await expect(diary.paper).toHaveValue("비워질 글");

      await diary.paper.fill("가".repeat(5003));
      await stateIs("3자 넘쳐서");
      await press(page, diary.send);
      await problemIs("한 페이지는 5,000자까지예요");

      // After a failure, losing the focus starts a retry, which runs during the press.
      saves.answer = fail;
      await diary.paper.fill("닿지 못한 글");
      const whileTrying = async (target: Locator, how: (target: Locator) => Promise<unknown>) => {
        await stateIs("아직 저장하지 못했어요");
        await diary.paper.focus();
        saves.hold();
        await how(target);
        await saves.letGo();
      };
      const slowly = (target: Locator) => press(page, target, () => saves.isHeld());
      const withAFinger = async (target: Locator) => page.touchscreen.tap(...(await middleOf(target)));
      for (const how of [slowly, withAFinger]) {
        await whileTrying(diary.send, how);
        await problemIs("아직 저장하지 못해서 보내지 않았어요");
        for (const tone of ["F", "T"] as const) {
          await whileTrying(label(tone), how);
          await expect(radio(tone)).toBeChecked();
        }
      }
      saves.answer = pass;
      await whileTrying(page.getByRole("button", { name: "지금 다시 저장" }), slowly);
      await diary.expectSaved();

      saves.answer = signOut;
      await diary.paper.fill("로그인이 끝난 뒤의 글 [[model delay=20 rate=400]]");
      await stateIs("로그인이 끝났어요");
      await diary.paper.focus();
      await press(page, diary.send);
      await problemIs("로그인이 끝나서 보내지 못했어요");
      saves.answer = pass;
      await press(page, diary.send);
      await diary.expectWhole("T");

      // A conflict: the choice appears above the button.
      await page.request.put(`/api/diary/${today()}`, { data: { body: "다른 기기에서 쓴 글" } });
      saves.hold();
      await diary.paper.fill("이 기기에서 쓴 글");
      await press(page, diary.send, async () => {
        await saves.isHeld();
        const answered = page.waitForResponse("**/api/diary/2*");
        await saves.letGo();
        await answered;
      });
      await problemIs("먼저 위에서 어느 글을 남길지 골라 주세요.");
      await press(page, page.getByRole("button", { name: "내 글 남기기" }));
      await diary.expectSaved();

      // Offline, then online during the press: the message changes its length.
      await page.context().setOffline(true);
      await diary.paper.fill("끊긴 글 [[model delay=20 rate=400]]");
      await stateIs("연결이 끊겼어요");
      await diary.paper.focus();
      await press(page, diary.send, async () => {
        const saved = page.waitForResponse("**/api/diary/2*");
        await page.context().setOffline(false);
        await saved;
      });
      await expect(diary.reply("T").getByText("이전 답장 1개")).toBeVisible();
    });
  });
}
