import { describe, expect, test } from "vitest";
import { inBulk } from "../../test/in-bulk.ts";
import { newGym, newTrainer } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import { fillSearch } from "../search/fill-search.ts";
import { updateGym } from "./gym-data.ts";
import { gymListQuerySchema } from "./gym-list-query.ts";
import { listDistricts } from "./list-districts.ts";
import { listGyms } from "./list-gyms.ts";
import { mergeGyms } from "../merge/merge-gyms.ts";

/** Random Korean letters, so that only this test's gyms have it. */
const newName = () =>
  Array.from(crypto.getRandomValues(new Uint16Array(3)), (n) =>
    String.fromCharCode(0xac00 + (n % 11_172)),
  ).join("");

async function search(q: string, district = "") {
  const { gyms, isSimilar } = await listGyms({ q, district, sort: "name", page: 1, locale: "ko" });
  return { ids: gyms.map(({ id }) => id), isSimilar };
}

const countFound = async (q: string) => (await listGyms({ q, sort: "name", page: 1, locale: "ko" })).count;

describe("a search forgives", () => {
  test.each([
    ["first letters alone", "물결짐", "ㅁㄱㅈ", false],
    ["first letters with a space", "바다 헬스", "ㅂㄷ ㅎㅅ", false],
    ["first letters that a keyboard joined", "강서짐", "ㄳㅈ", false],
    ["half a syllable", "물결짐", "물겨", false],
    ["another spelling", "노을 피트니스", "노을 휘트니스", false],
    ["another spelling in one word", "노을휘트니스", "노을피트니스", false],
    ["another language", "노을 피트니스", "노을 fitness", false],
    ["a wrong letter", "물결짐", "물견짐", true],
    ["a letter too many", "물결짐", "물결짐ㅁ", true],
    ["a missing letter", "달빛바벨클럽", "달빛바베클럽", true],
    ["two swapped letters", "Moonlight Barbell", "moonlihgt", true],
    ["two wrong letters of a long word", "달빛바벨클럽", "달빈바밸", true],
    ["accents and capitals", "Ünal Café", "unal CAFE", false],
    ["wide letters", "GYM 24", "ＧＹＭ２４", false],
    ["the other keyboard", "물결짐", "anfruf", true],
    ["the other keyboard, in English", "Moonlight", "ㅡㅐㅐㅜㅣㅑ호ㅅ", true],
    ["a word for what all of them are", "노을 짐", "노을 헬스장", true],
    ["a word for what all of them are, in one word", "노을공원", "노을공원헬스장", true],
  ])("%s: %s is found by %s", async (_, name, q, isSimilar) => {
    const district = newName();
    const { id } = await newGym({ name, district });
    expect(await search(q, district)).toEqual({ ids: [id], isSimilar });
  });

  test("by other fields than the name: address, station, district and trainers", async () => {
    const name = newName();
    const { id } = await newGym({
      name,
      district: "강남구",
      districtEn: "Gangnam-gu",
      address: "서울 강남구 테헤란로 33",
      nearby: "신논현역",
    });
    await newTrainer(id);
    for (const q of ["테헤란로33", "강남 테헤란로", "신논현역", "신논현", "gangnam", "한서연", "ㅎㅅㅇ"])
      expect([q, await search(`${name} ${q}`)]).toEqual([q, { ids: [id], isSimilar: false }]);
    expect(await search(`${name} 강남역`)).toEqual({ ids: [id], isSimilar: true });
    expect(await search(`${name} 부산역`)).toEqual({ ids: [], isSimilar: false });
  });

  test("nothing when there is an exact match", async () => {
    const district = newName();
    const { id } = await newGym({ name: "물견짐", district });
    await newGym({ name: "물결짐", district });
    expect(await search("물견짐", district)).toEqual({ ids: [id], isSimilar: false });
  });

  test("no final consonant for an initial one", async () => {
    const district = newName();
    await newGym({ name: "좋소", district, address: "-" });
    expect(await search("ㅎㅅ", district)).toEqual({ ids: [], isSimilar: false });
  });
});

describe("a search finds at once", () => {
  test("a gym under its new and former names, and under those of gyms merged into it", async () => {
    const adminId = await newMember();
    const [old, now, other] = [newName(), newName(), newName()];
    const gym = await newGym({ name: old! });
    const { district, address } = gym;
    await updateGym(gym.id, {
      adminId,
      name: now!,
      nameEn: null,
      district,
      districtEn: null,
      address,
      addressEn: null,
    });
    for (const name of [old, now]) expect(await countFound(name!)).toBe(1);
    const into = await newGym({ name: other! });
    await mergeGyms({ adminId, gymId: gym.id, intoId: into.id });
    for (const q of [old, now, other, `${old} ${other}`]) expect(await countFound(q!)).toBe(1);
  });

  test("trainers who are added, also at the same moment, renamed, moved and deleted", async () => {
    const gym = await newGym();
    const names = Array.from({ length: 8 }, newName);
    await Promise.all(
      names.map((name, at) =>
        prisma.trainer.create({ data: { gymId: gym.id, slug: `t-${at}`, name, specialty: "-" } }),
      ),
    );
    expect(await countFound(names.slice(0, 6).join(" "))).toBe(1);
    expect(await countFound(names.slice(2).join(" "))).toBe(1);
    const [first, second] = await prisma.trainer.findMany({
      where: { gymId: gym.id },
      orderBy: { slug: "asc" },
    });
    const renamed = newName();
    await prisma.trainer.update({ where: { id: first!.id }, data: { name: renamed } });
    expect([await countFound(renamed), await countFound(first!.name)]).toEqual([1, 0]);
    const other = await newGym();
    await prisma.trainer.update({ where: { id: second!.id }, data: { gymId: other.id } });
    expect([await countFound(second!.name), await countFound(`${second!.name} ${names[2]}`)]).toEqual([1, 0]);
    await prisma.trainer.deleteMany({ where: { id: { in: [first!.id, second!.id] } } });
    expect([await countFound(renamed), await countFound(second!.name)]).toEqual([0, 0]);
  });

  test("rows that were inserted without triggers, once they are filled in: all of them, and only missing ones", async () => {
    const [name, member] = [newName(), crypto.randomUUID()];
    await inBulk([
      `INSERT INTO gym (id, slug, name, district, address) SELECT gen_random_uuid(), gen_random_uuid(), '${name}', '중구', '-'
         FROM generate_series(1, 501)`,
      `INSERT INTO member (id, email, name) VALUES ('${member}', '${member}@fill.test', '소라')`,
    ]);
    expect(await countFound(name)).toBe(0);
    expect(await fillSearch()).toBe(502);
    expect(await countFound(name)).toBe(501);
    expect(await fillSearch()).toBe(0);
  });
});

test("a district narrows the list, and every district with a gym is offered", async () => {
  const [name, one, other] = [newName(), newName(), newName()];
  await newGym({ name, district: one!, districtEn: "One-gu" });
  await newGym({ name, district: other! });
  await newGym({ district: other! });
  const inDistrict = async (q: string, district: string) => (await search(q, district)).ids.length;
  expect(await inDistrict(name!, one!)).toBe(1);
  expect(await inDistrict("", other!)).toBe(2);
  expect(await inDistrict(name!, "없는구")).toBe(0);
  const districts = await listDistricts();
  expect(districts).toContainEqual({ district: one, districtEn: "One-gu" });
  expect(districts).toContainEqual({ district: other, districtEn: null });
  expect(new Set(districts.map(({ district }) => district)).size).toBe(districts.length);
});

test.each([
  "ㅎ".repeat(2000),
  "%".repeat(2000),
  "가 ".repeat(1000),
  "🏋️".repeat(500),
  "피트니스 휘트니스 헬스 짐 gym 헬스장".repeat(50),
  "\\",
  "|",
  "-",
  "\ud800",
])("a hostile search is read and answered: %.12s", async (q) => {
  expect(await listGyms({ ...gymListQuerySchema.parse({ q }), locale: "ko" })).toBeDefined();
});
