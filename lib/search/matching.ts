import type { Choice } from "./choices.ts";
import { gramsOf, likeOf } from "./pattern.ts";

const documents = {
  gym: { table: "gym_search", id: "gym_id" },
  member: { table: "member_search", id: "member_id" },
};

/** Separates texts. `search_form` never contains it. */
const mark = "|";

const isIndexed = (choices: Choice[]) =>
  choices.every((choice) => choice.some((pattern) => gramsOf(pattern).length > 0));

/** In SQL: whether a document fits one of the choices, whose LIKE patterns are the parameter `likes`. */
const fitsOne = (choices: Choice[], likes: string) =>
  // One condition for each choice: with an array the planner cannot estimate them.
  choices.map((_, at) => fitsAll(`(${likes}::text[])[${at + 1}]`)).join(" OR ");
const fitsAll = (likesOfOne: string) => `form LIKE ALL (string_to_array(${likesOfOne}, '${mark}'))`;
const likesOf = (choices: Choice[]) => choices.map((choice) => choice.map(likeOf).join(mark));

/**
 * The SQL condition that a row's document fits one of the choices, and its two values. Without choices every row fits.
 * The index finds documents with all grams of a choice, in any order; LIKE checks that they are adjacent. The ids are an
 * array because the planner expects one row and would choose a nested loop for thousands.
 * If a choice is too short for the index, all documents are read. `areMany`: most documents fit, so rows should be tried
 * in index order until a page is full, or all be joined. The planner chooses that only for the CASE, of which it expects
 * half to fit; of a LIKE it expects 1 in 200.
 */
export function matching(kind: keyof typeof documents, choices: Choice[], from: number, areMany = true) {
  const { table, id } = documents[kind];
  const [grams, likes] = [`$${from}::text[]`, `$${from + 1}::text[]`];
  const indexed = `id = ANY (ARRAY (
    SELECT document.id FROM unnest(${grams}, ${likes}) AS choice (grams, likes)
     CROSS JOIN LATERAL (
       SELECT ${id} AS id FROM ${table}
        WHERE search_grams(form) @> string_to_array(choice.grams, '${mark}') AND ${fitsAll("choice.likes")}) document))`;
  const fits = fitsOne(choices, `$${from + 1}`);
  const tried = `EXISTS (
    SELECT FROM ${table} WHERE ${table}.${id} = ${kind}.id AND CASE WHEN ${fits} THEN true ELSE false END)`;
  const read = `id = ANY (ARRAY (SELECT ${id} FROM ${table} WHERE ${fits}))`;
  const everything = `(${grams} IS NOT NULL AND ${likes} IS NOT NULL)`;
  const short = `(${grams} IS NOT NULL AND ${areMany ? tried : read})`;
  const some = isIndexed(choices) ? indexed : short;
  const gramsOfAll = choices.map((choice) => [...new Set(choice.flatMap(gramsOf))].join(mark));
  return { text: choices.length > 0 ? some : everything, values: [gramsOfAll, likesOf(choices)] };
}

/**
 * Counts the documents that fit a choice, when the choices are too short for the index. Reads all documents: about 30 ms
 * for 100,000. Null when the index finds them.
 */
export function countQuery(kind: keyof typeof documents, choices: Choice[]) {
  if (choices.length === 0 || isIndexed(choices)) return null;
  const text = `SELECT count(*)::int AS count FROM ${documents[kind].table} WHERE ${fitsOne(choices, "$1")}`;
  return { text, values: [likesOf(choices)] };
}
