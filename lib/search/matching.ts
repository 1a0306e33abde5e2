import type { Choice } from "./choices.ts";
import { gramsOf, likeOf } from "./pattern.ts";

/** Where documents are, and the column with the id of what they are of. */
const documents = {
  gym: { table: "gym_search", id: "gym_id" },
  member: { table: "member_search", id: "member_id" },
};

/** Between texts: in no form (`search_form`). */
const mark = "|";

/**
 * In SQL, the ids of what fits one of the choices, as an array, and its two values. The index finds what has all the grams
 * of a choice, however many there are; LIKE looks whether they stand in a row. When a choice is too short for the index,
 * every document is read: some 40 ms for 100,000. An array, for the planner believes that one row is found, and would join
 * thousands as it joins one.
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
  // Written out one by one: the planner then knows how much each finds.
  const read = `ARRAY (
    SELECT ${id} AS id FROM ${table}
     WHERE ${grams} IS NOT NULL AND (${choices.map((_, at) => fits(`(${likes})[${at + 1}]`)).join(" OR ")}))`;
  return {
    text: isIndexed ? indexed : read,
    values: [gramsOfAll.map((of) => of.join(mark)), choices.map((choice) => choice.map(likeOf).join(mark))],
  };
}
