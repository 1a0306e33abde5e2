import { describe, expect, test } from "vitest";
import { newGym, newTrainer, publishReview } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import { createGym, createTrainer, findGym, findTrainer, updateGym, updateTrainer } from "./gym-data.ts";
import {
  closeSuggestion,
  countOpenSuggestions,
  createSuggestion,
  listOpenSuggestions,
} from "./suggestion-data.ts";
import { averageStars } from "./tally.ts";

const adminId = await newMember();
const gymInput = {
  adminId,
  name: "파도소리 짐",
  nameEn: null,
  district: "마포구",
  districtEn: null,
  address: "양화로 45",
  addressEn: null,
};
const trainerInput = { adminId, name: "한서연", nameEn: null, specialty: "재활", specialtyEn: null };
const { adminId: _admin, ...gymColumns } = gymInput;
const newSlug = () => `s-${crypto.randomUUID()}`;

describe("a gym", () => {
  test("is found by its slug, with its trainers and its tallies", async () => {
    const slug = newSlug();
    expect(await createGym({ ...gymInput, slug })).toEqual({ ok: true, data: { slug } });
    const gym = (await findGym(slug))!;
    const [kim, han] = [await newTrainer(gym.id, "kim"), await newTrainer(gym.id, "han")];
    await publishReview({ gymId: gym.id, stars: 2 });
    await publishReview({ gymId: gym.id, trainerId: han.id, stars: 5 });

    const found = (await findGym(slug))!;
    expect(found).toMatchObject({ ...gymColumns, starCounts: [0, 1, 0, 0, 1], reviewCount: 2, starSum: 7 });
    expect(averageStars(found)).toBe(3.5);
    expect(found.trainers.map(({ id }) => id)).toEqual([han.id, kim.id]);
    expect(averageStars(found.trainers[1]!)).toBeNull();
    expect((await findTrainer(slug, "han"))?.trainer).toMatchObject({ reviewCount: 1, starSum: 5 });
  });

  test("that does not exist is null, whatever the address contains", async () => {
    for (const slug of ["nowhere", "%00", "\u0000", "../x", "", "헬스"]) {
      expect(await findGym(slug)).toBeNull();
      expect(await findTrainer(slug, slug)).toBeNull();
    }
    const gym = await newGym();
    expect(await findTrainer(gym.slug, "\u0000")).toBeNull();
  });

  test("shares its slug with no other, even when two are added at once", async () => {
    const slug = newSlug();
    const made = await Promise.all([1, 2, 3].map(() => createGym({ ...gymInput, slug })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, error: "SLUG_TAKEN" });
  });

  test("can be changed, except for its slug", async () => {
    const gym = await newGym();
    await updateGym(gym.id, { ...gymInput, nameEn: "Waves" });
    expect(await findGym(gym.slug)).toMatchObject({ nameEn: "Waves" });
  });
});

describe("a trainer", () => {
  test("shares their slug with nobody in the same gym, but may with one in another", async () => {
    const [one, other] = [await newGym(), await newGym()];
    const input = { ...trainerInput, slug: "han" };
    expect((await createTrainer(one, input)).ok).toBe(true);
    expect(await createTrainer(one, input)).toEqual({ ok: false, error: "SLUG_TAKEN" });
    expect((await createTrainer(other, input)).ok).toBe(true);
  });

  test("is changed where they are", async () => {
    const gym = await newGym();
    const { id, slug } = await newTrainer(gym.id);
    await updateTrainer(id, { ...trainerInput, specialty: "달리기" });
    expect((await findTrainer(gym.slug, slug))?.trainer.specialty).toBe("달리기");
  });
});

test("suggestions wait, the oldest first, until they are closed", async () => {
  const authorId = await newMember();
  const mine = async () =>
    (await listOpenSuggestions(1_000))
      .filter(({ text }) => text.endsWith(authorId))
      .map(({ text }) => text[0]);
  const before = await countOpenSuggestions();
  for (const text of [`1 ${authorId}`, `2 ${authorId}`]) await createSuggestion({ authorId, text });
  expect(await mine()).toEqual(["1", "2"]);
  expect(await countOpenSuggestions()).toBe(before + 2);

  const [first] = (await listOpenSuggestions(1_000)).filter(({ text }) => text === `1 ${authorId}`);
  await closeSuggestion(first!.id, adminId);
  await closeSuggestion(first!.id, adminId);
  expect(await mine()).toEqual(["2"]);
  expect(await countOpenSuggestions()).toBe(before + 1);
});
