import { expect, test } from "vitest";

import { newGym } from "../../test/new-gym.ts";
import { prisma } from "../db.ts";
import { findChosenGym, listGymChoices } from "./gym-choice.ts";

const newWord = () => `w${crypto.randomUUID().slice(0, 8)}`;

async function named(name: string, more: { nameEn?: string; reviewCount?: number } = {}) {
  const { id, slug } = await newGym();
  await prisma.gym.update({
    where: { id },
    data: { name, nameEn: null, district: "마포구", districtEn: "Mapo-gu", ...more },
  });
  return slug;
}

test("a gym is found by its suggestion, by its slug, by a former slug, and by enough of its name", async () => {
  const word = newWord();
  const slug = await named(`물결 짐 ${word}`, { nameEn: `Wave ${word}`, reviewCount: 1_000_000 });
  const { id } = await prisma.gym.findUniqueOrThrow({ where: { slug } });
  await prisma.formerSlug.create({ data: { gymSlug: `old-${word}`, gymId: id } });
  const [inKorean] = await listGymChoices("ko");
  const [inEnglish] = await listGymChoices("en");
  expect(inKorean).toBe(`물결 짐 ${word} · 마포구 (${slug})`);
  expect(inEnglish).toBe(`Wave ${word} · Mapo-gu (${slug})`);
  for (const typed of [inKorean!, inEnglish!, slug, `old-${word}`, `물결짐 ${word}`, `wave ${word}`, word])
    expect([typed, await findChosenGym(typed, "ko")]).toEqual([typed, { slug }]);
});

test("all matching gyms are offered, unless one has exactly that name; no match gives null", async () => {
  const word = newWord();
  const one = await named(`${word} 짐`);
  const other = await named(`${word} 짐 2호점`);
  expect(await findChosenGym(word, "ko")).toEqual({
    choices: [`${word} 짐 · 마포구 (${one})`, `${word} 짐 2호점 · 마포구 (${other})`],
  });
  expect(await findChosenGym(`${word} 짐`, "ko")).toEqual({ slug: one });
  for (const typed of [`${word} 없음`, "no-such-gym", "어딘가 (no-such-gym)", "((()", "짐\u0000없음"])
    expect([typed, await findChosenGym(typed, "ko")]).toEqual([typed, null]);
});
