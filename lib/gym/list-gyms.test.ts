import { describe, expect, test } from "vitest";
import { newGym, publishReview } from "../../test/new-gym.ts";
import { prisma } from "../db.ts";
import type { GymListQuery } from "./gym-list-query.ts";
import { gymsPerPage, listGyms } from "./list-gyms.ts";

const newWord = () => `w${crypto.randomUUID().replaceAll("-", "")}`;

async function namesFound(query: Partial<GymListQuery>, locale: "ko" | "en" = "ko") {
  const { gyms } = await listGyms({ q: "", sort: "name", page: 1, ...query, locale });
  return gyms.map(({ name }) => name);
}

describe("a search", () => {
  test("finds by name and district, in either language, whatever the case", async () => {
    const word = newWord();
    await newGym({ name: `파도 ${word}`, nameEn: "Wave Gym", district: "마포구", districtEn: "Mapo-gu" });
    await newGym({ name: `바위 ${word}`, district: "강남구", address: "서울 강남구 테헤란로 33" });
    for (const q of [`${word} 파도`, `wave ${word}`, `${word.toUpperCase()} MAPO`, `마포 ${word}`])
      expect(await namesFound({ q })).toEqual([`파도 ${word}`]);
    expect(await namesFound({ q: word })).toEqual([`바위 ${word}`, `파도 ${word}`]);
    expect(await namesFound({ q: `${word} 부산` })).toEqual([]);
  });

  test("finds a name that was typed without its spaces", async () => {
    const word = newWord();
    await newGym({ name: `바다 헬스 ${word}` });
    expect(await namesFound({ q: `바다헬스${word}` })).toHaveLength(1);
  });

  test.each(["takes %s literally", "_", "\\", "'"])("takes %s for what it is", async (mark) => {
    const word = newWord();
    await newGym({ name: `100 ${word}` });
    expect(await namesFound({ q: `${mark}${word}` })).toEqual([]);
    await newGym({ name: `100 ${mark}${word}` });
    expect(await namesFound({ q: `${mark}${word}` })).toEqual([`100 ${mark}${word}`]);
  });
});

describe("the order", () => {
  test("by rating is not headed by a single review with five stars", async () => {
    const word = newWord();
    const [one, many, poor, none] = await Promise.all(
      ["one", "many", "poor", "none"].map((name) => newGym({ name: `${name} ${word}` })),
    );
    await publishReview({ gymId: one!.id, stars: 5 });
    for (const stars of [5, 5, 4, 5, 5, 4]) await publishReview({ gymId: many!.id, stars });
    await publishReview({ gymId: poor!.id, stars: 1 });
    const found = await namesFound({ q: word, sort: "rating" });
    expect(found).toEqual([many, one, none, poor].map((gym) => gym!.name));
    expect(await namesFound({ q: word, sort: "reviews" })).toEqual(
      [many, one, poor, none].map((gym) => gym!.name),
    );
  });

  test("by name is the reader's alphabet; newest is the last one added", async () => {
    const word = newWord();
    const day = (date: number) => new Date(Date.UTC(2026, 0, date));
    await newGym({ name: `하늘 ${word}`, nameEn: "Air", createdAt: day(2) });
    await newGym({ name: `가람 ${word}`, nameEn: "zoo", createdAt: day(3) });
    await newGym({ name: `나무 ${word}`, nameEn: "Bark", createdAt: day(1) });
    const initials = async (sort: GymListQuery["sort"], locale?: "en") =>
      (await namesFound({ q: word, sort }, locale)).map(([initial]) => initial).join("");
    expect(await initials("name")).toBe("가나하");
    expect(await initials("name", "en")).toBe("하나가");
    expect(await initials("newest")).toBe("가하나");
  });
});

test("pages hold every gym once; a page beyond the last one shows the last one", async () => {
  const word = newWord();
  const count = gymsPerPage * 2 + 1;
  // All equal: only the tie-breaker orders them.
  await prisma.gym.createMany({
    data: Array.from({ length: count }, () => ({
      slug: `gym-${crypto.randomUUID()}`,
      name: word,
      district: "종로구",
      address: "-",
      createdAt: new Date(0),
    })),
  });
  for (const sort of ["rating", "reviews", "newest", "name"] as const) {
    const pages = await Promise.all([1, 2, 3].map((page) => listGyms({ q: word, sort, page, locale: "ko" })));
    expect(pages.map(({ gyms }) => gyms.length)).toEqual([gymsPerPage, gymsPerPage, 1]);
    expect(new Set(pages.flatMap(({ gyms }) => gyms.map(({ id }) => id))).size).toBe(count);
    const beyond = await listGyms({ q: word, sort, page: 99, locale: "ko" });
    expect(beyond).toEqual({ ...pages[2], page: 3, pageCount: 3, count });
  }
});
