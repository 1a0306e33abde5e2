// The demo's gyms with their reviews, for the embedded database only.
import { createDataKeys } from "../../lib/crypto/data-key.ts";
import { type Tx, prisma } from "../../lib/db.ts";
import { type Locale, locales } from "../../lib/i18n/locale.ts";
import { writtenIn } from "../../lib/review/revision/written-in.ts";
import { demoReviews } from "./demo-reviews.ts";
import { gyms } from "./gyms.ts";
import { memberNames } from "./members.ts";
import { centreAndTheNorth } from "./reviews-centre-and-the-north.ts";
import { gangnamAndTheSouth } from "./reviews-gangnam-and-the-south.ts";
import { mapoAndTheWest } from "./reviews-mapo-and-the-west.ts";
import { theEastAndBeyond } from "./reviews-the-east-and-beyond.ts";
import { oneSeedAtATime } from "./one-seed-at-a-time.ts";
import { type SeedRevision, SeedRows, daysBefore } from "./seed-rows.ts";

const reviews = { ...mapoAndTheWest, ...gangnamAndTheSouth, ...centreAndTheNorth, ...theEastAndBeyond };
/** The period of the reviews. Recent days have more. */
const days = 18 * 30;

type Ids = Map<string, { id: string; trainers: Map<string, string>; listedDaysAgo: number }>;

/** Fills a database without gyms, in one transaction. */
export async function seedGyms({ asksForSummaries = false } = {}): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await oneSeedAtATime(tx);
      if ((await tx.gym.count()) > 0) return;
      const ids = await createGyms(tx);
      const authors = await createMembers(tx);
      const rows = new SeedRows();
      addReviews(rows, ids, authors);
      await addDemoReviews(tx, rows, ids);
      await rows.insert(tx);
      if (asksForSummaries) await askForSummaries(tx, ids);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function createGyms(tx: Tx): Promise<Ids> {
  const listed = gyms.map(({ trainers, listedDaysAgo, ...gym }, at) => ({
    gym: { id: crypto.randomUUID(), ...gym },
    trainers: trainers.map((trainer) => ({ id: crypto.randomUUID(), ...trainer })),
    listedDaysAgo: listedDaysAgo ?? days + 20 + at * 9,
  }));
  await tx.gym.createMany({
    data: listed.map(({ gym, listedDaysAgo }) => ({ ...gym, createdAt: daysBefore(listedDaysAgo) })),
  });
  await tx.trainer.createMany({
    data: listed.flatMap(({ gym, trainers, listedDaysAgo }) =>
      trainers.map((trainer) => ({ ...trainer, gymId: gym.id, createdAt: daysBefore(listedDaysAgo) })),
    ),
  });
  return new Map(
    listed.map(({ gym, trainers, listedDaysAgo }) => [
      gym.slug,
      { id: gym.id, trainers: new Map(trainers.map(({ slug, id }) => [slug, id])), listedDaysAgo },
    ]),
  );
}

/** Members without a password, by language. Reuses those of an earlier seed. */
async function createMembers(tx: Tx): Promise<Record<Locale, string[]>> {
  const members = locales.flatMap((locale) =>
    memberNames[locale].map((name, at) => ({
      locale,
      name,
      email: `reviewer-${locale}-${at + 1}@sora.test`,
    })),
  );
  const createdAt = daysBefore(days + 15);
  await tx.member.createMany({
    data: members.map((member) => ({ ...member, createdAt })),
    skipDuplicates: true,
  });
  const rows = await tx.member.findMany({
    where: { email: { in: members.map(({ email }) => email) } },
    select: { id: true, email: true, dataKey: { select: { memberId: true } } },
  });
  const withoutKey = rows.filter(({ dataKey }) => !dataKey).map(({ id }) => id);
  await createDataKeys(tx, withoutKey);
  const idOf = new Map(rows.map(({ email, id }) => [email, id]));
  const writersIn = (locale: Locale) =>
    members.filter((member) => member.locale === locale).map(({ email }) => idOf.get(email)!);
  return { ko: writersIn("ko"), en: writersIn("en") };
}

function addReviews(rows: SeedRows, ids: Ids, authors: Record<Locale, string[]>) {
  const turns = { ko: 0, en: 0 };
  let place = 0;
  for (const [slug, ofGym] of Object.entries(reviews)) {
    const { id: gymId, trainers, listedDaysAgo } = ids.get(slug)!;
    for (const { stars, trainer, text, before } of ofGym) {
      // In turn, so that nobody reviews a gym twice: no gym has as many reviews as a language has writers.
      const language = writtenIn(text);
      const authorId = authors[language][turns[language]++ % authors[language].length]!;
      // The golden ratio distributes them evenly and looks random. Deterministic.
      const scattered = (++place * 0.618_033_988_75) % 1;
      const daysAgo = 0.3 + (Math.min(days, listedDaysAgo) - 1) * scattered ** 1.4;
      const approved = { verdict: { decision: "APPROVE" } } as const;
      const revisions: SeedRevision[] = before
        ? [
            { ...approved, stars: before.stars, text: before.text, daysAgo },
            { ...approved, stars, text, daysAgo: daysAgo / 2 },
          ]
        : [{ ...approved, stars, text, daysAgo }];
      rows.add({ authorId, gymId, trainerId: trainer && trainers.get(trainer), revisions });
    }
  }
}

async function addDemoReviews(tx: Tx, rows: SeedRows, ids: Ids) {
  const member = await tx.member.findUnique({ where: { email: "demo@sora.test" }, select: { id: true } });
  if (!member) return;
  for (const { gym, trainer, revisions } of demoReviews) {
    const { id: gymId, trainers } = ids.get(gym)!;
    rows.add({ authorId: member.id, gymId, trainerId: trainer && trainers.get(trainer), revisions });
  }
}

/** In both languages, although no page was viewed yet. */
async function askForSummaries(tx: Tx, ids: Ids) {
  await tx.reviewSummary.createMany({
    data: [...ids.values()].flatMap(({ id: gymId }) =>
      locales.map((locale) => ({ gymId, locale, sentences: [], basedOn: [] })),
    ),
  });
}
