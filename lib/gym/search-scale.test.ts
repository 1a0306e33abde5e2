import { beforeAll, describe, expect, test } from "vitest";
import { inBulk } from "../../test/in-bulk.ts";
import { manyGyms } from "../../test/many-gyms.ts";
import { explain, rowsRead } from "../../test/explain.ts";
import { pool } from "../db.ts";
import { readSearch } from "../search/choices.ts";
import { countQuery } from "../search/matching.ts";
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

describe("among 100,000 gyms a search too short for the index", () => {
  const planOf = async (q: string) => {
    const choices = readSearch(q)[0]!;
    const found: number = (await pool.query(countQuery("gym", choices)!)).rows[0].count;
    const query = gymPageQuery({ district: "", choices, found }, { sort: "rating", locale: "ko", page: 1 });
    return { found, rows: (await pool.query(query)).rows, nodes: await explain(query) };
  };

  test("that most fit tries gyms in the order of the list until the page is full", async () => {
    const { found, rows, nodes } = await planOf("ㅏ");
    expect(found).toBeGreaterThan(50_000);
    expect(rows).toHaveLength(12);
    expect(rows[0].count).toBe(found);
    expect(nodes.map((node) => node["Index Name"])).toContain("gym_by_rating");
    expect(rowsRead(nodes, "gym") + rowsRead(nodes, "gym_search")).toBeLessThan(200);
  });

  test("that few fit reads each document once", async () => {
    const { found, nodes } = await planOf("z");
    expect(found).toBeLessThan(2_000);
    expect(rowsRead(nodes, "gym_search")).toBeLessThan(110_000);
    expect(rowsRead(nodes, "gym")).toBeLessThan(2 * found + 20);
  });
});

test("the list of districts reads one gym for each district", async () => {
  const nodes = await explain(districtsQuery);
  expect(rowsRead(nodes, "gym")).toBeLessThan(100);
});
