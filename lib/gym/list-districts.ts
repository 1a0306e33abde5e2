import "server-only";

import { pool } from "../db.ts";

export type District = { district: string; districtEn: string | null };

/** Korea has about 250. */
const maxDistricts = 500;

/** A skip scan: reads one index entry for each district, whatever its number of gyms. */
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

export async function listDistricts(): Promise<District[]> {
  return (await pool.query<District>(districtsQuery)).rows;
}
