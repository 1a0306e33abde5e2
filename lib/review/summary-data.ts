import "server-only";

import { pool } from "../db.ts";
import type { Locale } from "../i18n/locale.ts";
import {
  type Summary,
  type SummarySentence,
  type SummaryTarget,
  minSummarisedReviews,
  summarySentencesSchema,
} from "./summary-schema.ts";

type SummaryRow = { targetId: string; sentences: unknown; builtAt: Date | null; published: string[] };

/** What Sora says about the published reviews of a gym or a trainer; null while there is nothing to say. */
export async function findSummary(target: SummaryTarget, locale: Locale): Promise<Summary | null> {
  const [kind, id] =
    "gymId" in target ? (["gym", target.gymId] as const) : (["trainer", target.trainerId] as const);
  return (await readSummaries(kind, [id], locale)).get(id) ?? null;
}

/** For each gym that has a summary, the sentence that most reviews stand behind. */
export async function oneLineSummaries(gymIds: string[], locale: Locale): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const [gymId, { sentences }] of await readSummaries("gym", gymIds, locale)) {
    const [strongest] = sentences.toSorted((a, b) => b.count - a.count);
    if (strongest) lines.set(gymId, strongest.text);
  }
  return lines;
}

async function readSummaries(kind: "gym" | "trainer", ids: string[], locale: Locale) {
  const other = kind === "gym" ? "trainer" : "gym";
  const { rows } = await pool.query<SummaryRow>(
    `SELECT ${kind}_id AS "targetId", sentences, built_at AS "builtAt",
            ARRAY (SELECT published_revision_id::text FROM review
                    WHERE published_revision_id = ANY (review_summary.based_on)) AS published
       FROM review_summary WHERE ${kind}_id = ANY ($1::uuid[]) AND ${other}_id IS NULL AND locale = $2`,
    [ids, locale],
  );
  const known = new Set(rows.map(({ targetId }) => targetId));
  await askForSummaries(
    kind,
    ids.filter((id) => !known.has(id)),
    locale,
  );

  const summaries = new Map<string, Summary>();
  for (const { targetId, sentences, builtAt, published } of rows) {
    const standing = stillStanding(summarySentencesSchema.parse(sentences), published);
    if (builtAt && standing.length > 0) summaries.set(targetId, { sentences: standing, builtAt });
  }
  return summaries;
}

/**
 * What may be shown of a stored summary now. A sentence may rest on any of its reviews: when one of them was hidden,
 * edited or deleted the sentence goes at once, and the next rebuild finds new words.
 */
function stillStanding(stored: SummarySentence[], published: string[]) {
  if (published.length < minSummarisedReviews) return [];
  const isPublished = new Set(published);
  return stored
    .map(({ text, revisionIds }) => ({ text, cited: [...new Set(revisionIds)] }))
    .filter(({ cited }) => cited.every((id) => isPublished.has(id)))
    .map(({ text, cited }) => ({ text, count: cited.length, of: published.length }));
}

/** From now on there is one: a summary is made only where, and in the language in which, someone has looked. */
async function askForSummaries(kind: "gym" | "trainer", ids: string[], locale: Locale) {
  if (ids.length === 0) return;
  await pool.query(
    `INSERT INTO review_summary (id, ${kind}_id, locale, sentences, based_on)
     SELECT gen_random_uuid(), id, $2, '[]', '{}' FROM ${kind} WHERE id = ANY ($1::uuid[])
     ON CONFLICT DO NOTHING`,
    [ids, locale],
  );
}
