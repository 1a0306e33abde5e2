import "server-only";

import { pool } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import type { GymListQuery, GymSort } from "./gym-list-query.ts";

export const gymsPerPage = 12;

export type GymCard = {
  id: string;
  slug: string;
  name: string;
  nameEn: string | null;
  district: string;
  districtEn: string | null;
  reviewCount: number;
  starSum: number;
};

/** Also without its spaces: one person writes 바다 헬스, the next 바다헬스. */
const haystack =
  "lower(concat_ws(' ', name, replace(name, ' ', ''), name_en, district, district_en)) LIKE ALL ($1::text[])";

/** By code point, which is the order of the alphabet for Korean syllables, and does not depend on the server's locale. */
const nameOrder: Record<Locale, string> = {
  ko: `lower(name) COLLATE "C"`,
  en: `lower(coalesce(name_en, name)) COLLATE "C"`,
};

const orders: Record<GymSort, (locale: Locale) => string> = {
  // As if everyone began with five reviews of three and a half: one with five stars does not lead.
  rating: () => "(star_sum + 5 * 3.5) / (review_count + 5) DESC, review_count DESC, id",
  reviews: () => "review_count DESC, star_sum DESC, id",
  newest: () => "created_at DESC, id DESC",
  name: (locale) => `${nameOrder[locale]}, id`,
};

/** A page of the gyms in which every word of `q` is found, in either language; the last one when `page` is beyond it. */
export async function listGyms({ q, sort, page, locale }: GymListQuery & { locale: Locale }) {
  const patterns = q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const counted = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM gym WHERE ${haystack}`,
    [patterns],
  );
  const count = counted.rows[0]?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(count / gymsPerPage));
  const shownPage = Math.min(page, pageCount);

  const { rows: gyms } = await pool.query<GymCard>(
    `SELECT id, slug, name, name_en AS "nameEn", district, district_en AS "districtEn",
            review_count AS "reviewCount", star_sum AS "starSum"
       FROM gym WHERE ${haystack} ORDER BY ${orders[sort](locale)} LIMIT $2 OFFSET $3`,
    [patterns, gymsPerPage, (shownPage - 1) * gymsPerPage],
  );
  return { gyms, count, page: shownPage, pageCount };
}
