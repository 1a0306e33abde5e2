import pg from "pg";

import { DiaryPage } from "./diary-page.ts";
import { expect, main, signUpByForm, test } from "./fixtures.ts";
import { answerWell, refuseKey, startFakeOpenai } from "./support/fake-openai.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { OwnServers } from "./support/own-servers.ts";
import { newWindow } from "./support/people.ts";

// A separate server, whose model refuses the key until the test ends.
test.describe.configure({ timeout: 120_000 });

const servers = new OwnServers();
test.beforeAll(() => servers.open());
test.afterAll(() => servers.close());

test("a refused key: the operator sees the setting, the member that Sora is being repaired, and later that it works again", async ({
  page: member,
}) => {
  const fake = await startFakeOpenai();
  fake.answer = refuseKey;
  const server = await servers.start({
    OPENAI_BASE_URL: fake.url,
    OPENAI_API_KEY: "sk-secret",
    OPENAI_REPLY_MODEL: "sora-writer",
    OPENAI_MODERATION_MODEL: "sora-writer",
  });
  const host = new URL(fake.url).host;

  // One line in the console.
  await expect
    .poll(() => server.said)
    .toMatch(
      new RegExp(
        `^The model sora-writer at ${host} \\(replies, .*\\) refuses the key \\(401 .*OPENAI_API_KEY`,
        "m",
      ),
    );
  expect(server.said).not.toContain("sk-secret");

  await signUpByForm(member, server.url);
  const diary = new DiaryPage(member);
  await diary.write("열쇠가 맞지 않는 밤.");
  await diary.ask("T");
  await expect(diary.reply("T").getByText("지금 소라를 고치고 있어요.").first()).toBeVisible();
  await expect(diary.askAgain("T")).toBeEnabled();
  await expectAccessible(member);

  // A banner on every page of /admin; for moderators without the name of the setting.
  const admin = await newWindow(member, {});
  const { email } = await signUpByForm(admin, server.url);
  const setRole = (role: string) =>
    inOwnDatabase(`UPDATE member SET role = $1::"Role" WHERE email = $2`, [role, email]);
  await setRole("MODERATOR");
  await admin.goto(`${server.url}/admin`);
  const banner = admin.getByRole("region", { name: "작동하지 않는 모델" });
  await expect(banner).toContainText(
    new RegExp(`모델 sora-writer\\(${host}\\)의 호출이 실패해요\\(답장.*\\): 키가 거절됐어요 \\(401\\)`),
  );
  await expect(banner).not.toContainText("OPENAI_API_KEY");
  await setRole("ADMIN");
  await admin.goto(`${server.url}/admin/metrics?range=day`);
  await expect(banner).toContainText("OPENAI_API_KEY 설정을 고치고");
  const causes = main(admin).getByRole("table", { name: "원인별 실패한 호출" });
  await expect(causes.getByRole("row", { name: /키가 거절됐어요/ })).toBeVisible();
  await expectAccessible(admin);

  // A successful call for any member ends the failure.
  fake.answer = answerWell;
  const other = await newWindow(member, {});
  await signUpByForm(other, server.url);
  const theirs = new DiaryPage(other);
  await theirs.write("열쇠를 찾은 밤.");
  await theirs.ask("F");
  await theirs.expectWhole("F");

  await expect(async () => {
    await member.goto(`${server.url}/notices`);
    await expect(main(member).getByText(/소라가 다시 답장을 쓸 수 있어요/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await main(member)
    .getByRole("link", { name: /소라가 다시 답장을 쓸 수 있어요/ })
    .click();
  await expect(
    diary
      .reply("T")
      .getByText(/다시 답장을 쓸 수 있어요. 한 번 더 보내 주세요/)
      .first(),
  ).toBeVisible();
  await diary.askAgain("T").click();
  await diary.expectWhole("T");
  await expect(diary.text("T")).toHaveText("괜찮아요.");
  await expect(async () => {
    await admin.reload();
    await expect(banner).not.toContainText("답장", { timeout: 1000 });
  }).toPass();
  await server.stop();
  await fake.close();
});

async function inOwnDatabase(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: servers.databaseUrl });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
