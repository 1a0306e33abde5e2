import "server-only";

import { prisma } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import { writtenLine } from "../written-text.ts";
import { findPlace } from "./find-place.ts";
import { type GymCard, listGyms } from "./list-gyms.ts";
import { localText } from "./local-text.ts";

/** Suggestions before anything is typed. The search by name has no such limit. */
const maxOffered = 200;

type Named = Pick<GymCard, "slug" | "name" | "nameEn" | "district" | "districtEn">;

/** The text of a suggestion. The name is for people; the slug makes it unique. */
const choiceOf = ({ slug, name, nameEn, district, districtEn }: Named, locale: Locale) =>
  `${localText(locale, name, nameEn)} · ${localText(locale, district, districtEn)} (${slug})`;

export async function listGymChoices(locale: Locale): Promise<string[]> {
  const gyms = await prisma.gym.findMany({
    select: { slug: true, name: true, nameEn: true, district: true, districtEn: true },
    orderBy: [{ reviewCount: "desc" }, { id: "asc" }],
    take: maxOffered,
  });
  return gyms.map((gym) => choiceOf(gym, locale));
}

/**
 * Accepts a suggestion, a slug (also a former one) or a part of the name.
 * @returns `choices` when several gyms match
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
  // A gym that is only similar to the typed text must be confirmed.
  return others.length === 0 && !isSimilar
    ? { slug: gym.slug }
    : { choices: [gym, ...others].map((one) => choiceOf(one, locale)) };
}
