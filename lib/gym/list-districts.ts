import "server-only";

import { pool } from "../db.ts";

export type District = { district: string; districtEn: string | null };

/** There are some 250 in Korea. */
const maxDistricts = 500;

/** Steps from one district to the next in their index, whatever number of gyms is in each. */
export const districtsQuery = {
  text: `
    WITH RECURSIVE step AS (
      (SELECT district, district_en FROM gym ORDER BY district, district_en LIMIT 1)
      UNION ALL
      SELECT following.* FROM step CROSS JOIN LATERAL (
        SELECT district, district_en FROM gym WHERE gym.district > step.district ORDER BY district, district_en LIMIT 1
      ) following
    )
    SELECT district, district_en AS "districtEn" FROM step LIMIT ${maxDistricts}`,
};

/** The districts that have gyms. Where one has several English names, one of them. */
export async function listDistricts(): Promise<District[]> {
  return (await pool.query<District>(districtsQuery)).rows;
}
