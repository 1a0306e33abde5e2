import { beforeAll, expect, test } from "vitest";
import { inBulk } from "../../e2e/support/in-bulk.ts";
import { manyGyms } from "../../e2e/support/many-gyms.ts";
import { explain, rowsRead } from "../../e2e/support/vitest/explain.ts";
import { pool } from "../db.ts";
import { readSearch } from "../search/choices.ts";
import { districtsQuery } from "./list-districts.ts";
import { gymPageQuery } from "./list-gyms.ts";

beforeAll(() => inBulk(manyGyms(100_000)), 120_000);

test("the seeded gyms have the same search columns as the triggers would write", async () => {
  const { rows } = await pool.query(
    `SELECT form, gym_document(gym) AS document FROM gym JOIN gym_search ON gym_id = gym.id
      WHERE slug = ANY ('{many-1,many-777,many-99999}')`,
  );
  expect(rows.map(({ form }) => form)).toEqual(rows.map(({ document }) => document));
});

test.each([
  ["a name", "달빛물결", 0],
  ["first letters", "ㄷㅂㅁㄱㅈ", 0],
  ["a spelling", "달빛물결 휘트니스", 0],
  ["a slip", "달빈물결", -1],
  ["a slip in one of two words", "서초구 달빈물결", -1],
])("among 100,000 gyms %s is looked up in the index", async (_, q, meaning) => {
  const choices = readSearch(q).at(meaning)!;
  const query = gymPageQuery({ district: "", choices }, { sort: "rating", locale: "ko", page: 1 });
  const { rows } = await pool.query(query);
  expect(rows).not.toEqual([]);
  const nodes = await explain(query);
  expect(nodes.map((node) => node["Index Name"])).toContain("gym_search_grams");
  expect(nodes.filter((node) => node["Node Type"].includes("Seq Scan"))).toEqual([]);
  // A look-up also reads gyms that have the same letters elsewhere.
  expect(rowsRead(nodes, "gym_search")).toBeLessThan(100 * choices.length + 20 * rows[0].count);
});

test("the list of districts reads one gym for each district", async () => {
  const nodes = await explain(districtsQuery);
  expect(rowsRead(nodes, "gym")).toBeLessThan(100);
});
