import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { newScene, submitted, until } from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { findRule } from "../../moderation/policy/data.ts";
import { findDraft, saveDraftRule } from "../../moderation/policy/draft.ts";
import { builtInPolicy } from "../../moderation/policy/rules.ts";
import { publishPolicy } from "../../moderation/policy/publish.ts";
import { createModerateQueue } from "./judge-job.ts";
import { moderateWaiting } from "./judge-waiting.ts";
import { findOwnReviews } from "../own-reviews.ts";

beforeAll(async () => createModerateQueue(await jobQueue()));
beforeEach(async () => {
  await prisma.policyDraft.deleteMany();
  await prisma.policyVersion.deleteMany();
  await prisma.review.deleteMany();
});
afterAll(async () => (await jobQueue()).stop());

async function publishTitle(title: string) {
  const adminId = await newMember();
  const rule = structuredClone(builtInPolicy.rules[0]!);
  rule.wording.ko.title = title;
  await saveDraftRule({ adminId, seen: "v1", rule, isNew: false });
  expect((await publishPolicy({ adminId, seen: (await findDraft())!.seen, note: "시험" })).ok).toBe(true);
}

const model = (path: string, init?: RequestInit) => fetch(new URL(path, env().OPENAI_BASE_URL), init);

test("a verdict has the version that was current when judging began, and is shown in that version's words", async () => {
  const word = crypto.randomUUID();
  const scene = await newScene();
  const { revisionId } = await submitted(scene, {
    body: `여기 씨발 별로예요 ${word} [[model until=${word}]]`,
  });
  const judging = moderateWaiting();
  await until(async () => {
    const { count } = (await (await model(`/control/calls?contains=${word}`)).json()) as { count: number };
    return count === 1;
  });
  await publishTitle("새 이름");
  await model("/control", { method: "POST", body: JSON.stringify({ release: word }) });
  await judging;

  expect(await prisma.verdict.findFirstOrThrow({ where: { revisionId } })).toMatchObject({
    decision: "REJECT",
    policyVersion: 1,
  });
  const [own] = await findOwnReviews(scene);
  const { rule, policyVersion } = own!.reasons!;
  expect((await findRule(rule!, policyVersion))?.wording.ko.title).toBe("욕설과 비속어");

  const other = await newScene();
  await submitted(other, { body: `여기 씨발 별로예요 ${crypto.randomUUID()}` });
  await moderateWaiting();
  const [later] = await findOwnReviews(other);
  expect(later!.reasons).toMatchObject({ rule: "profanity", policyVersion: 2 });
});
