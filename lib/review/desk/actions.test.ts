import { beforeEach, expect, test, vi } from "vitest";

import { judgedReview, newModerator, rowsOf, seenOf } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { hold, openItemsOf, revisionOf } from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { decideAction, decideAppealAction, decideManyAction, undoAction } from "./actions.ts";

const asked = vi.hoisted(() => ({ by: null as string | null }));
vi.mock("../../auth/viewer.ts", () => ({
  async requireModerator() {
    const { prisma: db } = await import("../../db.ts");
    const member = asked.by && (await db.member.findUnique({ where: { id: asked.by } }));
    if (!member || member.role === "MEMBER") throw new Error("not found");
    return member;
  },
}));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next/server", () => ({ after: () => undefined }));

startWithoutReviews();
beforeEach(async () => void (asked.by = await newModerator()));

function formOf(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value);
  return form;
}

/** The redirect target of an action. */
const goesTo = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return (error as { digest?: string } | null)?.digest?.split(";")[2];
};

test("a decision by form returns the act, which undo reverts", async () => {
  const judged = await judgedReview(hold);
  const { revisionId } = judged;
  const before = await rowsOf(judged);
  const form = formOf({
    revisionId,
    kind: "REJECT",
    rule: "hate",
    note: " 다시\r\n봐요 ",
    seen: await seenOf(revisionId),
  });
  const { done } = await decideAction({}, form);
  expect(done).toMatchObject({ revisionId, kind: "REJECT" });
  expect(await prisma.verdict.findFirst({ where: { act: { id: done!.actId } } })).toMatchObject({
    rule: "hate",
    note: "다시\n봐요",
  });
  expect(await undoAction({}, formOf({ actId: done!.actId }))).toEqual({ done: { undone: 1, kept: 0 } });
  expect(await rowsOf(judged)).toEqual(before);
  expect(await undoAction({}, formOf({ actId: done!.actId }))).toEqual({ error: "ALREADY_UNDONE" });
});

test("without a script the form redirects, with the act to undo in the URL", async () => {
  const { revisionId } = await judgedReview(hold);
  const next = "/admin/moderation?state=HELD";
  const fields = { revisionId, kind: "APPROVE", seen: await seenOf(revisionId), next };
  const where = await goesTo(decideAction({}, formOf(fields)));
  const act = await prisma.moderatorAct.findFirstOrThrow({ where: { revisionId } });
  expect(where).toBe(`${next}&act=${act.id}`);
  expect(await goesTo(undoAction({}, formOf({ actId: act.id, next })))).toBe(next);
});

test("errors of a form are returned for their fields, and the input is kept", async () => {
  const { revisionId } = await judgedReview(hold);
  const seen = await seenOf(revisionId);
  const fields = { revisionId, kind: "REJECT", note: "메모", seen };
  expect(await decideAction({}, formOf(fields))).toEqual({
    fields: { rule: "RULE_MISSING" },
    values: { kind: "REJECT", rule: "", note: "메모", quotes: "" },
  });
  const quotes = "운동하기\r\n\r\n 없는 말 \r\n";
  expect(await decideAction({}, formOf({ ...fields, rule: "hate", quotes }))).toEqual({
    fields: { quotes: "QUOTE_NOT_FOUND" },
    values: { kind: "REJECT", rule: "hate", note: "메모", quotes },
    notFound: "없는 말",
  });
  const tooMany = { ...fields, rule: "hate", quotes: "운\n동\n하\n기\n좋\n은" };
  expect(await decideAction({}, formOf(tooMany))).toMatchObject({ fields: { quotes: "QUOTES_TOO_MANY" } });
  const tooLong = { ...fields, rule: "hate", note: "가".repeat(1001) };
  expect(await decideAction({}, formOf(tooLong))).toMatchObject({ fields: { note: "NOTE_TOO_LONG" } });
  const bad: Record<string, string>[] = [
    {},
    { kind: "APPROVE" },
    { ...fields, revisionId: "x" },
    { ...fields, kind: "DELETE" },
  ];
  for (const one of bad)
    expect(await decideAction({}, formOf(one))).toMatchObject({ form: { error: "NOT_FOUND" } });
  expect(await undoAction({}, formOf({ actId: "x" }))).toEqual({ error: "NOT_FOUND" });
  expect(await decideManyAction({}, formOf({ kind: "APPROVE", item: "x" }))).toMatchObject({
    form: { error: "NOT_FOUND" },
  });
  expect(
    await decideAppealAction({}, formOf({ appealId: crypto.randomUUID(), outcome: "x", answer: "네", seen })),
  ).toEqual({
    fields: { outcome: "OUTCOME_MISSING", answer: "ANSWER_TOO_SHORT" },
    values: { outcome: "x", answer: "네" },
  });
  expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
});

test("the slower moderator sees the name of the faster one", async () => {
  const { revisionId } = await judgedReview(hold);
  const form = formOf({ revisionId, kind: "APPROVE", seen: await seenOf(revisionId) });
  asked.by = await newModerator("민준");
  await decideAction({}, form);
  asked.by = await newModerator();
  expect(await decideAction({}, form)).toMatchObject({ form: { error: "CHANGED" }, first: "민준" });

  // A moderator whose act is older than the page does not count.
  const late = formOf({ revisionId, kind: "HOLD", seen: await seenOf(revisionId) });
  await prisma.reviewRevision.update({ where: { id: revisionId }, data: { status: "SUPERSEDED" } });
  expect(await decideAction({}, late)).toMatchObject({ form: { error: "CHANGED" }, first: null });
});

test("a batch decides each revision separately, and is undone at once", async () => {
  const all = [await judgedReview(hold), await judgedReview(hold), await judgedReview(hold)];
  const item = await Promise.all(
    all.map(async ({ revisionId }) => `${revisionId} ${await seenOf(revisionId)}`),
  );
  const [first, late] = all;
  await decideAction(
    {},
    formOf({ revisionId: late!.revisionId, kind: "APPROVE", seen: item[1]!.split(" ")[1]! }),
  );
  expect(await decideManyAction({}, formOf({ kind: "REJECT", item }))).toMatchObject({
    fields: { rule: "RULE_MISSING" },
  });

  // In two parts, like a page that shows its progress.
  const { batchId } = await decideManyAction({}, formOf({ kind: "REJECT", rule: "fake", item: item[0]! }));
  const more = formOf({ kind: "REJECT", rule: "fake", batchId: batchId!, item: item.slice(1) });
  expect(await decideManyAction({}, more)).toMatchObject({
    batchId,
    items: [
      { revisionId: late!.revisionId, ok: false, error: "CHANGED", first: "지우" },
      { revisionId: all[2]!.revisionId, ok: true },
    ],
  });
  expect(await openItemsOf(first!.reviewId)).toEqual([]);
  expect(await undoAction({}, formOf({ batchId: batchId! }))).toEqual({ done: { undone: 2, kept: 0 } });
  expect(await revisionOf(first!.revisionId)).toMatchObject({ status: "HELD" });
  expect(await revisionOf(late!.revisionId)).toMatchObject({ status: "APPROVED" });
});

test("a page that was open when the moderator's role was withdrawn can not decide", async () => {
  const judged = await judgedReview(hold);
  const { revisionId } = judged;
  const seen = await seenOf(revisionId);
  const { done } = await decideAction({}, formOf({ revisionId, kind: "APPROVE", seen }));
  await prisma.member.update({ where: { id: asked.by! }, data: { role: "MEMBER" } });
  const before = await rowsOf(judged);
  const now = { revisionId, kind: "HOLD", seen: await seenOf(revisionId) };
  const tries = [
    decideAction({}, formOf(now)),
    decideManyAction({}, formOf({ kind: "HOLD", item: `${revisionId} ${now.seen}` })),
    undoAction({}, formOf({ actId: done!.actId })),
    decideAppealAction(
      {},
      formOf({ appealId: crypto.randomUUID(), outcome: "UPHELD", answer: "그대로예요. 네.", seen }),
    ),
  ];
  for (const attempt of await Promise.allSettled(tries)) expect(attempt.status).toBe("rejected");
  expect(await rowsOf(judged)).toEqual(before);
});
