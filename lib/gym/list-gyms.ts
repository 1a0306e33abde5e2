import "server-only";

import { pool } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import { type Choice, readSearch } from "../search/choices.ts";
import { firstFound } from "../search/first-found.ts";
import { matching } from "../search/matching.ts";
import type { GymListQuery, GymSort } from "./gym-list-query.ts";

export const gymsPerPage = 12;

export type GymCard = {
  id: string;
  slug: string;
  name: string;
  nameEn: string | null;
  district: string;
  districtEn: string | null;
  nearby: string | null;
  nearbyEn: string | null;
  reviewCount: number;
  starSum: number;
};

/** By code point: for Korean syllables that is alphabetical, and it does not depend on the server's locale. */
const nameOrder: Record<Locale, string> = {
  ko: `lower(name) COLLATE "C"`,
  en: `lower(coalesce(name_en, name)) COLLATE "C"`,
};

const orders: Record<GymSort, (locale: Locale) => string> = {
  // Bayesian mean: everyone starts with five reviews of 3.5 stars, so that a single five-star review does not lead.
  rating: () => "(star_sum + 5 * 3.5) / (review_count + 5) DESC, review_count DESC, id",
  reviews: () => "review_count DESC, star_sum DESC, id",
  newest: () => "created_at DESC, id DESC",
  name: (locale) => `${nameOrder[locale]}, id`,
};

type Narrowed = Pick<GymListQuery, "district"> & { choices: Choice[] };

function conditions({ district, choices }: Narrowed) {
  const found = matching("gym", choices, 1);
  return { text: `${found.text} AND ($3 = '' OR district = $3)`, values: [...found.values, district] };
}

export function gymPageQuery(narrowed: Narrowed, shown: { sort: GymSort; locale: Locale; page: number }) {
  const { text, values } = conditions(narrowed);
  return {
    text: `
      WITH found AS ${narrowed.choices.length > 0 ? "" : "NOT"} MATERIALIZED (
        SELECT id, slug, name, name_en, district, district_en, nearby, nearby_en, review_count, star_sum, created_at
          FROM gym WHERE ${text}
      )
      SELECT id, slug, name, name_en AS "nameEn", district, district_en AS "districtEn", nearby, nearby_en AS "nearbyEn",
             review_count AS "reviewCount", star_sum AS "starSum", (SELECT count(*) FROM found)::int AS count
        FROM found ORDER BY ${orders[shown.sort](shown.locale)} LIMIT $4 OFFSET $5`,
    values: [...values, gymsPerPage, (shown.page - 1) * gymsPerPage],
  };
}

async function countGyms(narrowed: Narrowed): Promise<number> {
  const { text, values } = conditions(narrowed);
  const { rows } = await pool.query<{ count: number }>({
    text: `SELECT count(*)::int AS count FROM gym WHERE ${text}`,
    values,
  });
  return rows[0]?.count ?? 0;
}

async function findPage(narrowed: Narrowed, shown: { sort: GymSort; locale: Locale; page: number }) {
  const ask = async (page: number) =>
    (await pool.query<GymCard & { count: number }>(gymPageQuery(narrowed, { ...shown, page }))).rows;
  const pagesOf = (count: number) => Math.max(1, Math.ceil(count / gymsPerPage));
  let { page } = shown;
  let rows = await ask(page);
  if (rows.length === 0 && page > 1) {
    page = pagesOf(await countGyms(narrowed));
    rows = await ask(page);
  }
  const count = rows[0]?.count ?? 0;
  return { gyms: rows.map(({ count: _, ...gym }): GymCard => gym), count, page, pageCount: pagesOf(count) };
}

/**
 * Gyms with every word of `q` in their names, district, address, station or trainers. A `page` after the last one gives
 * the last one.
 * @returns `isSimilar`: no gym has all the words as typed; these are the most similar
 */
export async function listGyms(
  query: Omit<GymListQuery, "district"> & { district?: string; locale: Locale },
) {
  const { q, district = "", ...shown } = query;
  const find = (choices: Choice[]) => findPage({ district, choices }, shown);
  const { found, isSimilar } = await firstFound(q, find, ({ count }) => count > 0);
  return { ...found, isSimilar };
}

export const countFound = ({ q, district }: { q: string; district: string }): Promise<number> =>
  countGyms({ district, choices: readSearch(q)[0] ?? [] });
