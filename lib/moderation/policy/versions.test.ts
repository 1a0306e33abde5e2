import { beforeEach, describe, expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { judgeTexts } from "../judge-texts.ts";
import { currentPolicy, findRule } from "./data.ts";
import { discardDraft, findDraft, restoreDraftRule, saveDraftRule, seenWithoutDraft } from "./draft.ts";
import { parsePolicyVersion } from "./version-href.ts";
import { findVersion, listVersions } from "./versions.ts";
import { type Policy, type Rule, builtInPolicy } from "./rules.ts";
import { judgeInstructions } from "../prompt.ts";
import { publishPolicy } from "./publish.ts";
import { readVerdicts } from "../read-verdicts.ts";
import { controlRuleIds, pickControlTexts } from "./control-items.ts";

beforeEach(async () => {
  await prisma.policyDraft.deleteMany();
  await prisma.policyVersion.deleteMany();
});

const profanity = builtInPolicy.rules[0]!;
const reworded = (title: string): Rule => ({
  ...profanity,
  wording: { ...profanity.wording, ko: { title, text: "욕은 쓸 수 없어요." } },
});
const refunds: Rule = { ...reworded("환불 이야기"), id: "refunds", forModel: 'Talk of "refunds".' };

const seenNow = async () => (await findDraft())?.seen ?? seenWithoutDraft(await currentPolicy());

async function save(rule: Rule, more: { isNew?: boolean; seen?: string } = {}) {
  const { isNew = false, seen = await seenNow() } = more;
  return saveDraftRule({ adminId: await newMember(), seen, rule, isNew });
}

async function publish(seen?: string) {
  return publishPolicy({ adminId: await newMember(), seen: seen ?? (await seenNow()), note: "더 또렷하게" });
}

test("uses the built-in policy when none is published", async () => {
  expect(await currentPolicy()).toEqual(builtInPolicy);
  expect(await listVersions({ count: 5 })).toEqual({
    versions: [
      {
        version: 1,
        rules: builtInPolicy.rules,
        changes: [],
        note: null,
        publishedAt: null,
        publishedById: null,
      },
    ],
    next: null,
  });
});

describe("a draft", () => {
  test("is based on the current policy and does not change it", async () => {
    expect((await save(reworded("욕"))).ok).toBe(true);
    const saved = await save(refunds, { isNew: true });
    const draft = await findDraft();
    expect(saved).toEqual({ ok: true, data: { seen: draft!.seen } });
    expect(draft).toMatchObject({ edit: 2, baseVersion: 1 });
    expect(draft!.rules.map(({ id }) => id)).toEqual([...builtInPolicy.rules.map(({ id }) => id), "refunds"]);
    expect(draft!.rules[0]!.wording.ko.title).toBe("욕");
    expect(await currentPolicy()).toEqual(builtInPolicy);
  });

  test("accepts one of two concurrent saves and reports CHANGED to the other", async () => {
    await save(reworded("욕"));
    const seen = await seenNow();
    const both = await Promise.all([save(reworded("하나"), { seen }), save(reworded("둘"), { seen })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: "CHANGED" });
    expect(await discardDraft(seen)).toBe(false);
    expect((await findDraft())?.edit).toBe(2);
  });

  test("is created once by two concurrent saves", async () => {
    const both = await Promise.all([
      save(reworded("하나"), { seen: "v1" }),
      save(reworded("둘"), { seen: "v1" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("is distinguished from a later draft with the same numbers", async () => {
    await save(reworded("하나"));
    const first = await seenNow();
    expect(await discardDraft(first)).toBe(true);
    await save(reworded("둘"));
    expect(await save(reworded("셋"), { seen: first })).toEqual({ ok: false, error: "CHANGED" });
    await publish();
    expect(await save(reworded("넷"), { seen: "v1" })).toEqual({ ok: false, error: "CHANGED" });
    expect((await save(reworded("넷"), { seen: "v2" })).ok).toBe(true);
  });

  test("refuses an id that is taken", async () => {
    expect(await save({ ...refunds, id: "fake" }, { isNew: true })).toEqual({ ok: false, error: "ID_TAKEN" });
    expect(await save(refunds)).toEqual({ ok: false, error: "NOT_FOUND" });
  });

  test("restores each rule separately", async () => {
    await save(reworded("욕"));
    await save(refunds, { isNew: true });
    const adminId = await newMember();
    await restoreDraftRule({ adminId, seen: await seenNow(), ruleId: "profanity" });
    await restoreDraftRule({ adminId, seen: await seenNow(), ruleId: "refunds" });
    expect((await findDraft())?.rules).toEqual(builtInPolicy.rules);
    expect(await publish()).toEqual({ ok: false, error: "CHANGED" });
  });
});

describe("publishing", () => {
  test("makes the draft the next version, and verdicts keep the wording of theirs", async () => {
    await save(reworded("욕"));
    await save({ ...refunds, isOff: true }, { isNew: true });
    expect(await publish()).toEqual({ ok: true, data: { version: 2 } });
    expect(await findDraft()).toBeNull();
    expect((await currentPolicy()).version).toBe(2);
    expect((await findRule("profanity", 1))?.wording.ko.title).toBe("욕설과 비속어");
    expect((await findRule("profanity", 2))?.wording.ko.title).toBe("욕");
    expect((await findRule("profanity"))?.wording.ko.title).toBe("욕");
    expect((await findRule("refunds"))?.isOff).toBe(true);
    expect(await findRule("rudeness")).toBeNull();
    const { versions } = await listVersions({ count: 5 });
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [2, "더 또렷하게"],
      [1, null],
    ]);
    const [entry] = await prisma.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 1 });
    expect(entry).toMatchObject({
      kind: "POLICY_PUBLISHED",
      subjectId: "2",
      data: { rules: ["profanity", "refunds"] },
    });
  });

  test("accepts only the draft that was shown, and only once", async () => {
    await save(reworded("욕"));
    const earlier = await seenNow();
    await save(reworded("욕설"));
    expect(await publish(earlier)).toEqual({ ok: false, error: "CHANGED" });
    const seen = await seenNow();
    const twice = await Promise.all([publish(seen), publish(seen)]);
    expect(twice).toContainEqual({ ok: true, data: { version: 2 } });
    expect(twice).toContainEqual({ ok: false, error: "CHANGED" });
    expect(await prisma.policyVersion.count()).toBe(1);
  });

  test("requires a rule with a control text", async () => {
    for (const rule of builtInPolicy.rules.filter(({ id }) => controlRuleIds.includes(id)))
      await save({ ...rule, isOff: true });
    expect(await publish()).toEqual({ ok: false, error: "NO_CONTROL" });
    await save(builtInPolicy.rules.find(({ id }) => id === "hate")!);
    expect(await publish()).toMatchObject({ ok: true });
    expect(pickControlTexts(await currentPolicy()).bad).toMatch(/짱깨|immigrant/);
  });
});

describe("earlier versions", () => {
  /** Version 2 rewords a rule, 3 adds one that is off, 4 switches it on. */
  async function publishThree() {
    for (const [rule, isNew] of [
      [reworded("욕"), false],
      [{ ...refunds, isOff: true }, true],
      [refunds, false],
    ] as const) {
      await save(rule, { isNew });
      await publish();
    }
  }

  test("are listed with their changes, page by page", async () => {
    await publishThree();
    const changesOf = ({ changes }: { changes: { before: Rule | null; after: Rule }[] }) =>
      changes.map(({ before, after }) => [before && [before.id, before.isOff], [after.id, after.isOff]]);
    const first = await listVersions({ count: 2 });
    expect(first.versions.map((one) => [one.version, changesOf(one)])).toEqual([
      [
        4,
        [
          [
            ["refunds", true],
            ["refunds", false],
          ],
        ],
      ],
      [3, [[null, ["refunds", true]]]],
    ]);
    expect(first.next).toBe(3);
    const second = await listVersions({ before: 3, count: 2 });
    expect(second.versions.map((one) => [one.version, changesOf(one)])).toEqual([
      [
        2,
        [
          [
            ["profanity", false],
            ["profanity", false],
          ],
        ],
      ],
      [1, []],
    ]);
    expect(second.next).toBeNull();
    expect(await listVersions({ before: 1, count: 2 })).toEqual({ versions: [], next: null });
    const inOne = await listVersions({ count: 4 });
    expect(inOne.versions.map((one) => one.version)).toEqual([4, 3, 2, 1]);
    expect(inOne.next).toBeNull();
  });

  test("can be read separately, in their own wording", async () => {
    await publishThree();
    const second = await findVersion(2);
    expect(second).toMatchObject({
      version: 2,
      note: "더 또렷하게",
      changes: [{ after: { id: "profanity" } }],
    });
    expect(second!.publishedAt).toBeInstanceOf(Date);
    expect(second!.publishedById).not.toBeNull();
    expect(second!.rules.map(({ id }) => id)).not.toContain("refunds");
    expect(await findVersion(1)).toMatchObject({ rules: builtInPolicy.rules, changes: [] });
    for (const none of [0, 5, 999_999_999]) expect([none, await findVersion(none)]).toEqual([none, null]);
  });

  test.each([
    ["1", 1],
    ["12", 12],
    ["0", null],
    ["01", null],
    ["-1", null],
    ["1.5", null],
    ["9999999999", null],
    ["x", null],
  ])("parse %j in an address as %j", (text, version) => expect(parsePolicyVersion(text)).toBe(version));
});

describe("a rule that is switched off", () => {
  test("is not sent to the model, and not accepted from it", async () => {
    await save({ ...profanity, isOff: true });
    await publish();
    const policy = await currentPolicy();
    expect(judgeInstructions(policy)).not.toContain("- profanity:");
    expect(judgeInstructions(policy)).toContain("Policy 2.");
    const items = [{ id: "a", text: "여기 씨발" }];
    const reason = { rule: "profanity", evidence: ["씨발"] };
    const verdict = { id: "a", decision: "REJECT", ...reason, alsoBroken: [], confidence: 1 };
    const read = (under: Policy) => readVerdicts(JSON.stringify([verdict]), items, under).verdicts.size;
    expect([read(builtInPolicy), read(policy)]).toEqual([1, 0]);
  });
});

test("caches verdicts per policy version, and none of a draft", async () => {
  const word = crypto.randomUUID().replaceAll(/[^a-f]/g, "");
  const next = {
    version: 2,
    rules: [...builtInPolicy.rules, { ...refunds, forModel: `Talk of "${word}".` }],
  };
  const judge = async (policy: typeof next, runKind?: "TRIAL") => {
    const outcomes = await judgeTexts([{ id: "a", text: `${word} 이야기` }], { policy, runKind });
    const outcome = outcomes.get("a")!;
    return outcome.ok && [outcome.data.rule, outcome.data.policyVersion, outcome.data.isFromCache];
  };
  const calls = async () => {
    const url = new URL(`/control/calls?contains=${word}%20`, env().OPENAI_BASE_URL);
    return ((await (await fetch(url)).json()) as { count: number }).count;
  };

  expect(await judge(next, "TRIAL")).toEqual(["refunds", 2, false]);
  expect(await judge(next, "TRIAL")).toEqual(["refunds", 2, false]);
  expect(await judge(builtInPolicy)).toEqual([null, 1, false]);
  expect(await judge(next)).toEqual(["refunds", 2, false]);
  expect(await judge(next)).toEqual(["refunds", 2, true]);
  expect(await judge(builtInPolicy)).toEqual([null, 1, true]);
  expect(await calls()).toBe(4);
});
