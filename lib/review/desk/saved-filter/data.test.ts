import { expect, test } from "vitest";

import { newModerator } from "../../../../test/desk-scene.ts";
import { prisma } from "../../../db.ts";
import { queueHref } from "../queue-query.ts";
import { deleteFilter, listSavedFilters, renameFilter, saveFilter } from "./data.ts";
import { maxSavedFilters, newFilterSchema } from "./schema.ts";

const done = { ok: true, data: null };
const here = queueHref({ state: "REPORTED", language: "ko", q: "욕설" });
const namesOf = async (moderatorId: Awaited<ReturnType<typeof newModerator>>) =>
  (await listSavedFilters(moderatorId)).map(({ name }) => name);

test("a filter is saved as a link to the same part of the queue, without the item and the page", async () => {
  const moderatorId = await newModerator();
  const item = crypto.randomUUID();
  const after = { rank: 0, at: new Date(), id: item };
  const open = queueHref({ state: "REPORTED", language: "ko", q: "욕설", item, after });
  expect(await saveFilter({ moderatorId, name: "한국어 신고", here: open })).toEqual(done);
  expect(await listSavedFilters(moderatorId)).toMatchObject([{ name: "한국어 신고", href: here }]);
  // Any input leads into the queue.
  await saveFilter({ moderatorId, name: "elsewhere", here: "https://evil.test/?state=decided&x=1" });
  expect((await listSavedFilters(moderatorId))[1]!.href).toBe(queueHref({ state: "decided" }));
});

test("a filter can be renamed and deleted only by its moderator", async () => {
  const [owner, stranger] = [await newModerator(), await newModerator()];
  await saveFilter({ moderatorId: owner, name: "신고", here });
  await saveFilter({ moderatorId: stranger, name: "신고", here });
  const { id } = (await listSavedFilters(owner))[0]!;
  expect(await renameFilter({ moderatorId: stranger, id, name: "mine" })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });
  await deleteFilter({ moderatorId: stranger, id });
  expect(await namesOf(owner)).toEqual(["신고"]);

  expect(await renameFilter({ moderatorId: owner, id, name: "신고 먼저" })).toEqual(done);
  expect(await renameFilter({ moderatorId: owner, id, name: "신고 먼저" })).toEqual(done);
  expect(await namesOf(owner)).toEqual(["신고 먼저"]);
  await deleteFilter({ moderatorId: owner, id });
  await deleteFilter({ moderatorId: owner, id });
  expect([await namesOf(owner), await namesOf(stranger)]).toEqual([[], ["신고"]]);
});

test("names are unique, also when two tabs save at once", async () => {
  const moderatorId = await newModerator();
  const save = (name: string) => saveFilter({ moderatorId, name, here });
  const saved = await Promise.all([save("신고"), save("신고")]);
  expect(saved).toContainEqual(done);
  expect(saved).toContainEqual({ ok: false, error: "NAME_TAKEN" });
  await save("다른 것");
  const other = (await listSavedFilters(moderatorId)).find(({ name }) => name === "다른 것")!;
  expect(await renameFilter({ moderatorId, id: other.id, name: "신고" })).toEqual({
    ok: false,
    error: "NAME_TAKEN",
  });
});

test("the number of filters is limited, also when two tabs save the last one", async () => {
  const moderatorId = await newModerator();
  await prisma.savedFilter.createMany({
    data: Array.from({ length: maxSavedFilters - 1 }, (_, at) => ({
      moderatorId,
      name: `${at}`,
      search: "",
    })),
  });
  const saved = await Promise.all(["a", "b"].map((name) => saveFilter({ moderatorId, name, here })));
  expect(saved).toContainEqual(done);
  expect(saved).toContainEqual({ ok: false, error: "FULL" });
  await prisma.member.delete({ where: { id: moderatorId } });
  expect(await prisma.savedFilter.count({ where: { moderatorId } })).toBe(0);
});

test.each([
  ["", "NAME_MISSING"],
  [" \u3164 ", "NAME_MISSING"],
  ["가".repeat(41), "NAME_TOO_LONG"],
])("no name is %j", (name, error) => {
  expect(newFilterSchema.safeParse({ name, here }).error?.issues[0]?.message).toBe(error);
});
