import type { Choice } from "./choices.ts";
import { gramsOf, likeOf } from "./pattern.ts";

/** The table of documents, and the column with the id of the row that a document describes. */
const documents = {
  gym: { table: "gym_search", id: "gym_id" },
  member: { table: "member_search", id: "member_id" },
};

/** Separates texts. `search_form` never contains it. */
const mark = "|";

/**
 * The SQL condition that a row's document fits one of the choices, and its two values. Without choices every row fits.
 *
 * The index finds documents with all grams of a choice, in any order; LIKE checks that they are adjacent. If a choice is too
 * short for the index, all documents are read: about 40 ms for 100,000. The ids are an array because the planner expects
 * one row and would choose a nested loop for thousands.
 */
export function matching(kind: keyof typeof documents, choices: Choice[], from: number) {
  const { table, id } = documents[kind];
  const [grams, likes] = [`$${from}::text[]`, `$${from + 1}::text[]`];
  const gramsOfAll = choices.map((choice) => [...new Set(choice.flatMap(gramsOf))]);
  const isIndexed = gramsOfAll.every((of) => of.length > 0);
  const fits = (likesOfOne: string) => `form LIKE ALL (string_to_array(${likesOfOne}, '${mark}'))`;
  const indexed = `ARRAY (
    SELECT document.id FROM unnest(${grams}, ${likes}) AS choice (grams, likes)
     CROSS JOIN LATERAL (
       SELECT ${id} AS id FROM ${table}
        WHERE search_grams(form) @> string_to_array(choice.grams, '${mark}') AND ${fits("choice.likes")}) document)`;
  // One condition for each choice: with an array the planner cannot estimate them.
  const read = `ARRAY (
    SELECT ${id} AS id FROM ${table}
     WHERE ${grams} IS NOT NULL AND (${choices.map((_, at) => fits(`(${likes})[${at + 1}]`)).join(" OR ")}))`;
  const text =
    choices.length > 0
      ? `id = ANY (${isIndexed ? indexed : read})`
      : `(${grams} IS NOT NULL AND ${likes} IS NOT NULL)`;
  return {
    text,
    values: [gramsOfAll.map((of) => of.join(mark)), choices.map((choice) => choice.map(likeOf).join(mark))],
  };
}
