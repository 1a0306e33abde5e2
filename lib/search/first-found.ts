import { type Choice, readSearch } from "./choices.ts";

/**
 * Runs a search for each meaning of `q`, the likeliest first, until one has results. Without `q` it runs once, with no choices.
 * @returns `isSimilar`: the results are not for the words as typed. When no meaning has results: the first answer.
 */
export async function firstFound<Found>(
  q: string,
  find: (choices: Choice[]) => Promise<Found>,
  hasResults: (found: Found) => boolean,
): Promise<{ found: Found; isSimilar: boolean }> {
  const [exact = [], ...others] = readSearch(q);
  const found = await find(exact);
  if (hasResults(found)) return { found, isSimilar: false };
  for (const choices of others) {
    const similar = await find(choices);
    if (hasResults(similar)) return { found: similar, isSimilar: true };
  }
  return { found, isSimilar: false };
}
