import { describe, expect, test } from "vitest";

import { newScene } from "../../test/review-scene.ts";
import { prisma } from "../db.ts";
import type { DecidedBy, Decision } from "../generated/prisma/enums.ts";
import type { Span } from "../time/span.ts";
import { countAppeals, countDecidedAppeals } from "./appeal/metrics.ts";
import { countFailed, measureQueue } from "./desk/metrics.ts";
import { countJudged, countSubmitted, countVerdicts, measureWaits } from "./review-metrics.ts";

/** Three days in a year that no other test uses. */
const spanIn = (year: number): Span => ({
  edges: [1, 2, 3].map((day) => new Date(Date.UTC(year, 0, day))),
  until: new Date(Date.UTC(year, 0, 4)),
});
const at = (year: number, day: number, seconds = 3600) => new Date(Date.UTC(year, 0, day) + seconds * 1000);

async function newRevision(createdAt: Date) {
  const scene = await newScene();
  const review = await prisma.review.create({ data: { authorId: scene.authorId, gymId: scene.gymId } });
  const { id } = await prisma.reviewRevision.create({
    data: {
      reviewId: review.id,
      number: 1,
      stars: 4,
      body: "좋아요",
      bodyHash: crypto.randomUUID(),
      locale: "ko",
      createdAt,
    },
  });
  return { ...scene, id, createdAt };
}
type Revision = Awaited<ReturnType<typeof newRevision>>;

type NewVerdict = {
  createdAt: Date;
  attempt?: number;
  decision?: Decision;
  decidedBy?: DecidedBy;
  rule?: string;
  isFromCache?: boolean;
  undoneAt?: Date;
};
const judge = ({ id: revisionId }: Revision, verdict: NewVerdict) =>
  prisma.verdict.create({
    data: { attempt: 1, decision: "APPROVE", decidedBy: "MODEL", policyVersion: 1, ...verdict, revisionId },
  });

const openItem = (
  { id: revisionId, gymId }: Revision,
  openedAt: Date,
  closedAt: Date | null,
  reason: "HELD" | "FAILED" = "HELD",
) => prisma.moderationItem.create({ data: { revisionId, gymId, locale: "ko", reason, openedAt, closedAt } });

describe("what was sent and decided", () => {
  test("is counted in its bucket: a day includes its first moment and excludes the next day's", async () => {
    const span = spanIn(2001);
    for (const seconds of [0, 86_399.999]) await newRevision(at(2001, 2, seconds));
    await newRevision(at(2001, 4, 0));
    await newRevision(at(2001, 1, -0.001));
    expect(await countSubmitted(span)).toEqual([0, 2, 0]);
  });

  test("is counted by decider, without undone verdicts", async () => {
    const span = spanIn(2002);
    const [one, two, three] = await Promise.all([1, 2, 3].map((day) => newRevision(at(2002, day))));
    await judge(one!, { createdAt: at(2002, 1), decision: "REJECT", decidedBy: "RULE" });
    await judge(two!, { createdAt: at(2002, 2), isFromCache: true });
    await judge(three!, { createdAt: at(2002, 3), decision: "HOLD" });
    await judge(three!, { createdAt: at(2002, 3), attempt: 2, decidedBy: "MODERATOR", undoneAt: new Date() });
    await judge(three!, { createdAt: at(2002, 3), attempt: 3, decision: "REJECT", decidedBy: "MODERATOR" });
    const counts = await countVerdicts(span);
    expect(counts.toSorted((a, b) => a.bucket - b.bucket || a.decision.localeCompare(b.decision))).toEqual([
      { bucket: 0, decision: "REJECT", decidedWith: "RULE", count: 1 },
      { bucket: 1, decision: "APPROVE", decidedWith: "CACHE", count: 1 },
      { bucket: 2, decision: "HOLD", decidedWith: "MODEL", count: 1 },
      { bucket: 2, decision: "REJECT", decidedWith: "MODERATOR", count: 1 },
    ]);
  });
});

test("a text counts as judged once: not again when a person decides it or when it is judged again", async () => {
  const span = spanIn(2010);
  const [byModel, byPattern, byPerson, earlier] = await Promise.all(
    [1, 1, 1, 1].map((day) => newRevision(at(2010, day))),
  );
  await judge(byModel!, { createdAt: at(2010, 1) });
  await judge(byModel!, { createdAt: at(2010, 2), attempt: 100 });
  await judge(byPattern!, { createdAt: at(2010, 2), decidedBy: "RULE", undoneAt: at(2010, 3) });
  await judge(byPerson!, { createdAt: at(2010, 2), decidedBy: "MODERATOR" });
  await judge(earlier!, { createdAt: at(2009, 1) });
  await judge(earlier!, { createdAt: at(2010, 1), attempt: 100 });
  expect(await countJudged(span)).toBe(2);
});

describe("the time to a verdict", () => {
  test("is that of the first verdict that was not undone, in percentiles for each day and overall", async () => {
    const span = spanIn(2003);
    for (let seconds = 1; seconds <= 21; seconds += 1) {
      const revision = await newRevision(at(2003, 2));
      await judge(revision, { createdAt: at(2003, 2, 3600 + seconds) });
      // A later verdict is not part of the author's wait.
      if (seconds % 10 === 0)
        await judge(revision, { createdAt: at(2003, 2, 40_000), attempt: 2, decidedBy: "MODERATOR" });
    }
    const { perBucket, overall } = await measureWaits(span);
    expect(perBucket).toEqual([null, { p50: 11, p95: 20, p99: expect.closeTo(20.8) }, null]);
    expect(overall).toEqual({ p50: 11, p95: 20, p99: expect.closeTo(20.8) });
  });

  test("is null where nothing was decided", async () => {
    expect(await measureWaits(spanIn(1999))).toEqual({ perBucket: [null, null, null], overall: null });
  });
});

describe("the queue", () => {
  test("has the length of what was open at the end of each day, including items from before the span", async () => {
    const span = spanIn(1801);
    const open = async (from: Date, to: Date | null) => openItem(await newRevision(from), from, to);
    await open(new Date(Date.UTC(1800, 11, 1)), at(1801, 2));
    await open(at(1801, 1), at(1801, 1, 7200));
    await open(at(1801, 1), at(1801, 3, 0));
    const stays = await open(at(1801, 2), null);
    expect(await measureQueue(span)).toEqual([2, 2, 1]);
    await prisma.moderationItem.delete({ where: { id: stays.id } });
  });

  test("counts what the model could not be asked about", async () => {
    await openItem(await newRevision(at(2004, 1)), at(2004, 1), at(2004, 1, 7200), "FAILED");
    await openItem(await newRevision(at(2004, 1)), at(2004, 1), at(2004, 1, 7200));
    expect(await countFailed(spanIn(2004))).toEqual([1, 0, 0]);
  });
});

test("appeals are counted when they are made and, by rule, when they are decided", async () => {
  const span = spanIn(2005);
  const cases = [
    ["profanity", "OVERTURNED", 2],
    ["profanity", "UPHELD", 2],
    ["hate", "UPHELD", 3],
    ["hate", null, null],
  ] as const;
  for (const [rule, outcome, day] of cases) {
    const revision = await newRevision(at(2005, 1));
    const verdict = await judge(revision, { createdAt: at(2005, 1), decision: "REJECT", rule });
    const decidedAt = day && at(2005, day);
    await prisma.appeal.create({
      data: {
        verdictId: verdict.id,
        authorId: revision.authorId,
        text: "다시 봐 주세요.",
        createdAt: at(2005, 1),
        outcome,
        decidedAt,
      },
    });
  }
  expect(await countAppeals(span)).toEqual([4, 0, 0]);
  expect(await countDecidedAppeals(span)).toEqual([
    { bucket: 1, rule: "profanity", upheld: 1, overturned: 1 },
    { bucket: 2, rule: "hate", upheld: 1, overturned: 0 },
  ]);
});
