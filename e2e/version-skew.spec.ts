import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import pg from "pg";

import { buildActionKey } from "../lib/crypto/action-key.ts";
import { freePort } from "../scripts/ports.ts";
import { projectPath } from "../scripts/project.ts";
import { DiaryPage } from "./diary-page.ts";
import { expect, main, newCredentials, sendCredentials, signUpByForm, test } from "./fixtures.ts";
import type { OwnServer } from "./support/own-server.ts";
import { OwnServers } from "./support/own-servers.ts";
import { makeOtherBuild } from "./support/other-build.ts";

// A deploy under open tabs: servers of two builds, one after the other on one port.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const servers = new OwnServers();
const otherBuild = `.next-other-${process.env.E2E_PORT ?? 3200}`;
let PORT: string;

test.beforeAll(async () => {
  await servers.open();
  PORT = String(await freePort());
  makeOtherBuild(otherBuild);
});
test.afterAll(async () => {
  await servers.close();
  rmSync(projectPath(otherBuild), { recursive: true, force: true });
});

const startOld = () => servers.start({ PORT });
const startNew = () => servers.start({ PORT, NEXT_DIST_DIR: otherBuild });

/** As in a deploy, nobody answers in between. */
async function deploy(old: OwnServer): Promise<OwnServer> {
  await old.stop();
  return startNew();
}

const updated = (page: Page) => page.getByRole("status", { name: "업데이트" });

function countLoads(page: Page) {
  const loads = { count: 0 };
  page.on("domcontentloaded", () => (loads.count += 1));
  return loads;
}

test("a build's action ids and name depend only on the sources, so two builds of the same sources share them", () => {
  const built = (name: string) =>
    readFileSync(projectPath(`${process.env.NEXT_DIST_DIR || ".next"}/${name}`), "utf8");
  type Action = { filename: string; exportedName: string };
  const actions = JSON.parse(built("server/server-reference-manifest.json")).node as Record<string, Action>;
  const named = Object.values(actions).map(({ filename, exportedName }) =>
    createHash("sha1").update(`${buildActionKey}${filename}:${exportedName}`).digest("hex"),
  );
  expect(named.length).toBeGreaterThan(50);
  // Next puts two digits before the hash: the arguments that the action uses.
  expect(Object.keys(actions).map((id) => id.slice(2))).toEqual(named);
  expect(Object.values(actions).filter(({ filename }) => !/^(app|components|lib)\//.test(filename))).toEqual(
    [],
  );
  expect(built("BUILD_ID")).toBe(built("sources.sha256").slice(0, 16));
});

test("the diary: the text is kept, the first reply is readable without its script, and the page later reloads once", async ({
  page,
}) => {
  const old = await startOld();
  await signUpByForm(page, old.url);
  const diary = new DiaryPage(page);
  await diary.write("배포 전의 일기. [[model delay=10 rate=60 tokens=40]]");
  const loads = countLoads(page);
  const current = await deploy(old);

  await expect(updated(page)).toContainText("소라가 새로워졌어요", { timeout: 20_000 });
  await diary.paper.press("Control+End");
  await diary.paper.pressSequentially(" 배포 뒤에 쓴 말.");
  await diary.expectSaved();
  await diary.ask("F");
  await diary.expectWhole("F");
  await expect(diary.text("F")).toHaveText(/.{20,}/s);
  await expect(diary.paper).toHaveValue(/배포 뒤에 쓴 말\.$/);
  expect(loads.count).toBe(0);

  await expect.poll(() => loads.count, { timeout: 30_000 }).toBe(1);
  await expect(diary.read).toContainText(/배포 뒤에 쓴 말\.$/);
  await expect(diary.text("F")).toHaveText(/.{20,}/s);
  await expect(updated(page)).toBeEmpty();

  // Back to the previous build: one more reload, and then no further one (components/update/reload.test.ts).
  await current.stop();
  const again = await startOld();
  await expect.poll(() => loads.count, { timeout: 40_000 }).toBe(2);
  await expect(diary.read).toContainText(/배포 뒤에 쓴 말\.$/);
  await again.stop();
});

test("forms: the input is kept and sent after a reload; a running reply is read to its end", async ({
  page,
  browser,
}) => {
  const old = await startOld();
  const newContext = () => browser.newContext({ locale: "ko-KR", timezoneId: "Asia/Seoul" });
  const [signingUp, signingIn, reviewing] = await Promise.all(
    [newContext(), newContext(), newContext()].map(async (context) => (await context).newPage()),
  );
  const member = await signUpByForm(page, old.url);
  await signUpByForm(reviewing!, old.url);
  const slug = await newGym();
  await reviewing!.goto(`${old.url}/gyms/${slug}/review`);
  const words = "기구가 많고 아침에 한산해서 좋아요. 샤워실도 깨끗했어요.";
  await reviewing!.getByRole("radio", { name: /^별 4개/ }).check({ force: true });
  await reviewing!.getByRole("textbox", { name: "리뷰" }).fill(words);
  const newcomer = newCredentials();
  await signingUp!.goto(`${old.url}/signup`);
  await signingIn!.goto(`${old.url}/signin`);

  const diary = new DiaryPage(page);
  await diary.write("마지막 주문. [[model delay=10 rate=40 tokens=120]]");
  await diary.ask("T");
  await diary.expectBegun("T");
  const current = await deploy(old);
  await diary.expectWhole("T");
  await expect(diary.reply("T").getByRole("alert")).toHaveCount(0);

  for (const [form, typed] of [
    [signingUp!, newcomer],
    [signingIn!, { email: member.email, password: member.password }],
  ] as const) {
    await sendCredentials(form, typed);
    await expect(main(form).getByRole("alert")).toContainText("소라가 새로워졌어요");
    await main(form).getByRole("button", { name: "새로 불러오기" }).click();
    await expect(form.getByLabel("이메일", { exact: true })).toHaveValue(typed.email);
    await expect(form.getByLabel("비밀번호", { exact: true })).toHaveValue("");
    const kept = await form.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain(typed.password);
    await sendCredentials(form, { password: typed.password });
    await form.waitForURL(/\/diary/);
  }

  await reviewing!.getByRole("button", { name: /^리뷰 보내기$/ }).click();
  await expect(main(reviewing!).getByRole("alert")).toContainText("소라가 새로워졌어요");
  await main(reviewing!).getByRole("button", { name: "새로 불러오기" }).click();
  await expect(reviewing!.getByRole("textbox", { name: "리뷰" })).toHaveValue(words);
  await reviewing!.getByRole("button", { name: /^리뷰 보내기$/ }).click();
  await reviewing!.waitForURL(`**/gyms/${slug}`);
  await current.stop();
  for (const form of [signingUp, signingIn, reviewing]) await form!.context().close();
});

async function newGym(): Promise<string> {
  const slug = `gym-${crypto.randomUUID()}`;
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  await database.query(
    `INSERT INTO gym (id, slug, name, district, address)
     VALUES (gen_random_uuid(), $1, '파도소리 짐', '마포구', '서울 마포구 양화로 45')`,
    [slug],
  );
  await database.end();
  return slug;
}
