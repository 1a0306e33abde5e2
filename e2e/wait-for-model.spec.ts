import { expect, test } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newModeratorPage } from "./support/people.ts";
import { newQueue, statesOf } from "./support/queue.ts";

/** As if the model had failed for them an hour ago, and no retry were due before tomorrow. */
async function newWaitingQueue(count: number) {
  const queue = await newQueue(count);
  await inDatabase(
    "DELETE FROM verdict WHERE revision_id IN (SELECT revision_id FROM moderation_item WHERE gym_id = $1)",
    [queue.gymId],
  );
  await inDatabase(
    `WITH item AS (
       UPDATE moderation_item SET reason = 'FAILED', waits_for_model = true, category = NULL, decided_by = NULL,
              opened_at = now() - interval '1 hour'
        WHERE gym_id = $1 RETURNING revision_id
     )
     UPDATE review_revision SET status = 'FAILED', decided_at = now() - interval '1 hour', retry_at = now() + interval '1 day'
       FROM item WHERE id = item.revision_id`,
    [queue.gymId],
  );
  return queue;
}

test("what waits for the model is listed separately from what needs a person, and can be judged again in bulk", async ({
  page: size,
}) => {
  const { page } = await newModeratorPage(size);
  const { gymId } = await newWaitingQueue(4);
  const rows = page.getByRole("list", { name: "목록" }).getByRole("listitem");
  const statuses = async () => (await statesOf(gymId)).map(({ status }) => status).toSorted();

  await page.goto(`/admin/moderation?gym=${gymId}`);
  await expect(rows).toHaveCount(0);
  await page.getByRole("link", { name: /^모델 대기/ }).click();
  await expect(rows).toHaveCount(4);
  await expect(page.getByText("오래된 것부터 저절로 다시 확인")).toBeVisible();
  await expect(page.getByRole("article")).toContainText("모델 대기");
  await expectAccessible(page);

  await rows.nth(0).getByRole("checkbox").check();
  await rows.nth(1).getByRole("checkbox").check();
  await page.getByRole("form", { name: "고른 것" }).getByRole("button", { name: "다시 판단" }).click();
  await expect.poll(statuses).toEqual(["APPROVED", "APPROVED", "FAILED", "FAILED"]);

  await page.getByRole("button", { name: "지금 모두 다시 확인" }).click();
  await expect.poll(statuses).toEqual(Array(4).fill("APPROVED"));
  await page.reload();
  await expect(rows).toHaveCount(0);
  await page.context().close();
});
