import "server-only";

import { pool } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import { type Choice, readSearch } from "../search/choices.ts";
import { firstFound } from "../search/first-found.ts";
import { countQuery, matching } from "../search/matching.ts";
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
  // Bayesian mean: everyone starts with five reviews of 3.5 stars, so that a single five-star review does not lead. float8:
  // dividing 100,000 numerics takes 120 ms more.
  rating: () => "(star_sum + 5 * 3.5::float8) / (review_count + 5) DESC, review_count DESC, id",
  reviews: () => "review_count DESC, star_sum DESC, id",
  newest: () => "created_at DESC, id DESC",
  name: (locale) => `${nameOrder[locale]}, id`,
};

/** The columns that each order needs, besides the id. */
const orderColumns: Record<GymSort, string> = {
  rating: "review_count, star_sum",
  reviews: "review_count, star_sum",
  newest: "created_at",
  name: "name, name_en",
};

type Narrowed = Pick<GymListQuery, "district"> & {
  choices: Choice[];
  /** The number of matching gyms in all districts, when the choices are too short for the index. */
  found?: number | null;
};

/** With this many matches, gyms are tried in list order until a page of 12 is full. */
const manyGyms = 2_000;

function conditions({ district, choices, found }: Narrowed) {
  const { text, values } = matching("gym", choices, 1, areMany(found));
  return { text: `${text} AND ($3 = '' OR district = $3)`, values: [...values, district] };
}

const areMany = (found: number | null | undefined) => typeof found === "number" && found >= manyGyms;

/**
 * Each row contains the total count. The search may match every gym, so the first step reads only the order's columns,
 * and the rest is read for the page.
 */
export function gymPageQuery(narrowed: Narrowed, shown: { sort: GymSort; locale: Locale; page: number }) {
  const { text, values } = conditions(narrowed);
  const { choices, district, found } = narrowed;
  const isTried = areMany(found);
  const order = orders[shown.sort](shown.locale);
  const count = isTried && district === "" ? found : "(SELECT count(*) FROM found)::int";
  return {
    text: `
      WITH found AS ${choices.length > 0 && !isTried ? "" : "NOT"} MATERIALIZED (
        SELECT id, ${orderColumns[shown.sort]} FROM gym WHERE ${text}
      )
      SELECT id, slug, name, name_en AS "nameEn", district, district_en AS "districtEn", nearby, nearby_en AS "nearbyEn",
             review_count AS "reviewCount", star_sum AS "starSum", ${count} AS count
        FROM gym WHERE id = ANY (ARRAY (SELECT id FROM found ORDER BY ${order} LIMIT $4 OFFSET $5))
       ORDER BY ${order}`,
    values: [...values, gymsPerPage, (shown.page - 1) * gymsPerPage],
  };
}

async function countGyms(asked: Narrowed): Promise<number> {
  const narrowed = { ...asked, found: asked.found ?? (await countShort(asked.choices)) };
  if (narrowed.found !== null && narrowed.district === "") return narrowed.found;
  const { text, values } = conditions(narrowed);
  const { rows } = await pool.query<{ count: number }>({
    text: `SELECT count(*)::int AS count FROM gym WHERE ${text}`,
    values,
  });
  return rows[0]?.count ?? 0;
}

/** The value of `Narrowed.found`; null when the index finds them. */
async function countShort(choices: Choice[]): Promise<number | null> {
  const query = countQuery("gym", choices);
  return query && (await pool.query<{ count: number }>(query)).rows[0]!.count;
}

async function findPage(asked: Narrowed, shown: { sort: GymSort; locale: Locale; page: number }) {
  const narrowed = { ...asked, found: await countShort(asked.choices) };
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
