import "server-only";

import { pool } from "../../db.ts";
import type { Locale } from "../../i18n/locale.ts";
import { sentenceKey } from "./sentence-key.ts";
import { type Summary, type SummaryTarget, minSummarisedReviews, summarySentencesSchema } from "./schema.ts";

type SummaryRow = { targetId: string; sentences: unknown; builtAt: Date | null; published: string[] };

export async function findSummary(target: SummaryTarget, locale: Locale): Promise<Summary | null> {
  const [kind, id] = kindAndId(target);
  return (await readSummaries(kind, [id], locale)).get(id) ?? null;
}

export async function oneLineSummaries(gymIds: string[], locale: Locale): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const [gymId, { sentences }] of await readSummaries("gym", gymIds, locale)) {
    const [strongest] = sentences.toSorted((a, b) => b.count - a.count);
    if (strongest) lines.set(gymId, strongest.text);
  }
  return lines;
}

export async function findSentence(target: SummaryTarget, locale: Locale, key: string) {
  const [kind, id] = kindAndId(target);
  const { rows } = await pool.query<SummaryRow>(summaryQuery(kind, [id], locale));
  const standing = rows.flatMap(standingSentences);
  return standing.find(({ text }) => sentenceKey(text) === key) ?? null;
}

const kindAndId = (target: SummaryTarget) =>
  "gymId" in target ? (["gym", target.gymId] as const) : (["trainer", target.trainerId] as const);

function summaryQuery(kind: "gym" | "trainer", ids: string[], locale: Locale) {
  const other = kind === "gym" ? "trainer" : "gym";
  return {
    text: `SELECT ${kind}_id AS "targetId", sentences, built_at AS "builtAt",
                  ARRAY (SELECT published_revision_id::text FROM review
                          WHERE published_revision_id = ANY (review_summary.based_on)) AS published
             FROM review_summary WHERE ${kind}_id = ANY ($1::uuid[]) AND ${other}_id IS NULL AND locale = $2`,
    values: [ids, locale],
  };
}

async function readSummaries(kind: "gym" | "trainer", ids: string[], locale: Locale) {
  const { rows } = await pool.query<SummaryRow>(summaryQuery(kind, ids, locale));
  const known = new Set(rows.map(({ targetId }) => targetId));
  await askForSummaries(
    kind,
    ids.filter((id) => !known.has(id)),
    locale,
  );

  const summaries = new Map<string, Summary>();
  for (const row of rows) {
    const sentences = standingSentences(row).map(({ text, cited }) => ({
      text,
      count: cited.length,
      of: row.published.length,
    }));
    if (row.builtAt && sentences.length > 0) summaries.set(row.targetId, { sentences, builtAt: row.builtAt });
  }
  return summaries;
}

/**
 * The sentences that may be shown now. A sentence is hidden at once when one of its reviews was hidden, edited or
 * deleted.
 */
function standingSentences({ sentences, published }: SummaryRow) {
  if (published.length < minSummarisedReviews) return [];
  const isPublished = new Set(published);
  return summarySentencesSchema
    .parse(sentences)
    .map(({ text, revisionIds }) => ({ text, cited: [...new Set(revisionIds)] }))
    .filter(({ cited }) => cited.every((id) => isPublished.has(id)));
}

/** Summaries are written only for places, and in languages, that somebody has viewed. */
async function askForSummaries(kind: "gym" | "trainer", ids: string[], locale: Locale) {
  if (ids.length === 0) return;
  await pool.query(
    `INSERT INTO review_summary (id, ${kind}_id, locale, sentences, based_on)
     SELECT gen_random_uuid(), id, $2, '[]', '{}' FROM ${kind} WHERE id = ANY ($1::uuid[])
     ON CONFLICT DO NOTHING`,
    [ids, locale],
  );
}
