import "server-only";

import { prisma } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import { writtenLine } from "../written-text.ts";
import { findPlace } from "./find-place.ts";
import { type GymCard, listGyms } from "./list-gyms.ts";
import { localText } from "./local-text.ts";

/** So many are offered before anything is typed; every gym is found by its name. */
const maxOffered = 200;

type Named = Pick<GymCard, "slug" | "name" | "nameEn" | "district" | "districtEn">;

/** A gym as a field offers it, and takes it back: its name for who reads it, its slug for which of that name is meant. */
const choiceOf = ({ slug, name, nameEn, district, districtEn }: Named, locale: Locale) =>
  `${localText(locale, name, nameEn)} · ${localText(locale, district, districtEn)} (${slug})`;

/** What a field where a gym is chosen suggests, those with most reviews first. */
export async function listGymChoices(locale: Locale): Promise<string[]> {
  const gyms = await prisma.gym.findMany({
    select: { slug: true, name: true, nameEn: true, district: true, districtEn: true },
    orderBy: [{ reviewCount: "desc" }, { id: "asc" }],
    take: maxOffered,
  });
  return gyms.map((gym) => choiceOf(gym, locale));
}

/**
 * The gym that is meant by what was chosen or typed: a suggestion, a slug (also a former one), or enough of its name.
 * @returns in `choices` those that it may mean, when they are several.
 */
export async function findChosenGym(
  text: string,
  locale: Locale,
): Promise<{ slug: string } | { choices: string[] } | null> {
  const typed = writtenLine(text);
  const [, slug = typed] = /\(([a-z0-9-]+)\)$/.exec(typed) ?? [];
  const place = await findPlace(slug, "");
  if (place) return { slug: place.gymSlug };
  const { gyms, isSimilar } = await listGyms({ q: typed, sort: "name", page: 1, locale });
  const named = gyms.filter(({ name, nameEn }) => [name, nameEn].includes(typed));
  const [gym, ...others] = named.length > 0 ? named : gyms;
  if (!gym) return null;
  // One that only resembles what was typed is asked about first.
  return others.length === 0 && !isSimilar
    ? { slug: gym.slug }
    : { choices: [gym, ...others].map((one) => choiceOf(one, locale)) };
}
