import "server-only";

import { countFound } from "./list-gyms.ts";

type Narrow = { q: string; district: string };

const maxWords = 4;

/** For a search without results: similar searches with results, first without the district, then word by word. */
export async function widenSearch({ q, district }: Narrow): Promise<(Narrow & { count: number })[]> {
  const words = [...new Set(q.split(" "))].filter(Boolean).slice(0, maxWords);
  const wider = [
    ...(district ? [{ q, district: "" }] : []),
    ...(words.length > 1 ? words.map((word) => ({ q: word, district })) : []),
  ];
  const counted = await Promise.all(
    wider.map(async (asked) => ({ ...asked, count: await countFound(asked) })),
  );
  return counted.filter(({ count }) => count > 0);
}
