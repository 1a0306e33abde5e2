import "server-only";

import { randomUUID } from "node:crypto";

import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { type SealingKey, fingerprint, hasVersion, seal, unseal } from "../crypto/seal.ts";
import { openSealed } from "../crypto/open-sealed.ts";
import { pool, prisma } from "../db.ts";
import { type Result, err, ok } from "../result.ts";
import { mayWriteVersions } from "../servers/envelope-format.ts";
import { fromDbDate, toDbDate } from "../time/local-date.ts";
import type { Entry } from "./schema.ts";

const context = (authorId: string, entryId: string) => ["member", authorId, "entry", entryId, "body"];

type EntryRow = {
  id: string;
  authorId: string;
  date: Date;
  body: Uint8Array;
  fingerprint: string | null;
  bodyVersion: string | null;
  updatedAt: Date;
};

export const entryFingerprint = (key: SealingKey, authorId: string, entryId: string, body: string) =>
  fingerprint(key, body, ["member", authorId, "entry", entryId, "fingerprint"]);

/**
 * Opens an entry's text with its author's key.
 * @throws {Error} when it is damaged, belongs to another row, or is an earlier text of this row (docs/decisions/0036)
 */
export function openEntryBody(
  key: SealingKey,
  row: Pick<EntryRow, "authorId" | "id" | "body" | "fingerprint" | "bodyVersion">,
): string {
  const { authorId, id, body, bodyVersion } = row;
  const text = unseal(key, body, context(authorId, id), bodyVersion).toString();
  // The row has a version, but its envelope has none: written in the first week of versions, or later by an earlier
  // release. Each write stores the fingerprint of its text, so the fingerprint detects an earlier text.
  const isUnversioned = bodyVersion !== null && !hasVersion(body);
  if (isUnversioned && row.fingerprint !== entryFingerprint(key, authorId, id, text))
    throw new Error("an earlier text of this page");
  return text;
}

export function toEntry(key: SealingKey, row: EntryRow): Entry {
  const opened = openSealed(() => openEntryBody(key, row), { entryId: row.id });
  const body = opened ?? "";
  return {
    date: fromDbDate(row.date),
    body,
    ...(opened === null && { isSealed: true as const }),
    fingerprint: row.fingerprint ?? entryFingerprint(key, row.authorId, row.id, body),
    updatedAt: row.updatedAt.toISOString(),
  };
}

type SaveOutcome =
  | Result<{ entry: Entry; isNew: boolean }, "UNAUTHENTICATED">
  | { ok: false; error: "CONFLICT"; entry: Entry };

/**
 * Creates or updates the author's page of a day. `baseUpdatedAt` is the version that the text is based on (null: no
 * page yet). If the page has another version, nothing is written and the result is CONFLICT with the current page.
 * Without `baseUpdatedAt` the text is always written. A page that was deleted in between is created again.
 */
export async function saveEntry(input: {
  authorId: UserId;
  date: string;
  body: string;
  baseUpdatedAt?: string | null | undefined;
}): Promise<SaveOutcome> {
  const { authorId, body, baseUpdatedAt } = input;
  const key = await findDataKey(authorId);
  if (!key) return err("UNAUTHENTICATED");

  const date = toDbDate(input.date);
  // Retry: another tab may create, change or delete the page between the read and the write.
  for (let tries = 0; tries < maxTries; tries += 1) {
    const current = await prisma.entry.findUnique({ where: { authorId_date: { authorId, date } } });
    const currentVersion = current?.updatedAt.toISOString() ?? null;

    if (current && baseUpdatedAt !== undefined && baseUpdatedAt !== currentVersion) {
      const entry = toEntry(key, current);
      // The same text is a retry whose first response was lost, not a conflict.
      if (entry.body === body) return ok({ entry, isNew: false });
      return { ok: false, error: "CONFLICT", entry };
    }

    const id = current?.id ?? randomUUID();
    const bodyVersion = randomUUID();
    const isVersioned = await mayWriteVersions();
    const sealed = seal(key, body, context(authorId, id), isVersioned ? bodyVersion : null);
    const mark = entryFingerprint(key, authorId, id, body);
    const updatedAt = current
      ? await overwrite({
          id,
          authorId,
          sealed,
          bodyVersion,
          mark,
          version: baseUpdatedAt === undefined ? null : currentVersion,
        })
      : await write({ id, authorId, date, sealed, bodyVersion, mark });
    if (updatedAt)
      return ok({
        entry: { date: input.date, body, fingerprint: mark, updatedAt: updatedAt.toISOString() },
        isNew: !current,
      });
  }
  throw new Error("an entry came and went too often while it was being saved");
}

const maxTries = 10;

type Written = {
  id: string;
  authorId: UserId;
  sealed: Uint8Array<ArrayBuffer>;
  bodyVersion: string;
  mark: string;
};

async function write({
  id,
  authorId,
  sealed,
  bodyVersion,
  mark,
  date,
}: Written & { date: Date }): Promise<Date | undefined> {
  const updatedAt = new Date();
  const data = [{ id, authorId, date, body: sealed, bodyVersion, fingerprint: mark, updatedAt }];
  const { count } = await prisma.entry.createMany({ data, skipDuplicates: true });
  return count === 1 ? updatedAt : undefined;
}

/**
 * Overwrites the given version of a page, or any version if null: concurrent writers then queue for the row, and the
 * last one wins. `updatedAt` is the version, so two writes within one millisecond must differ.
 * @returns the time of the write, or undefined if that version no longer exists
 */
async function overwrite(input: Written & { version: string | null }) {
  const { id, authorId, sealed, bodyVersion, mark, version } = input;
  const { rows } = await pool.query<{ updatedAt: Date }>(
    `UPDATE entry SET body = $3, body_version = $7, fingerprint = $6,
            updated_at = greatest($4::timestamptz, updated_at + interval '1 millisecond')
      WHERE id = $1 AND author_id = $2 AND ($5::timestamptz IS NULL OR updated_at = $5)
     RETURNING updated_at AS "updatedAt"`,
    [id, authorId, sealed, new Date(), version, mark, bodyVersion],
  );
  return rows[0]?.updatedAt;
}

/** Another person's page reads as missing. */
export async function findEntry({ authorId, date }: { authorId: UserId; date: string }) {
  const [row, key] = await Promise.all([
    prisma.entry.findUnique({ where: { authorId_date: { authorId, date: toDbDate(date) } } }),
    findDataKey(authorId),
  ]);
  return row && key ? { id: row.id, entry: toEntry(key, row) } : null;
}

export async function listEntries(input: { authorId: UserId; before?: string | undefined; limit: number }) {
  const { authorId, before, limit } = input;
  const [rows, key] = await Promise.all([
    prisma.entry.findMany({
      where: { authorId, ...(before ? { date: { lt: toDbDate(before) } } : {}) },
      orderBy: { date: "desc" },
      take: limit + 1,
      include: { replies: { distinct: ["tone"], select: { tone: true } } },
    }),
    findDataKey(authorId),
  ]);
  if (!key) return { entries: [], nextBefore: null };
  const entries = rows.slice(0, limit).map((row) => ({
    ...toEntry(key, row),
    tones: row.replies.map(({ tone }) => tone).toSorted(),
  }));
  return { entries, nextBefore: rows.length > limit ? entries.at(-1)!.date : null };
}

export async function deleteEntry({ authorId, date }: { authorId: UserId; date: string }): Promise<boolean> {
  const { count } = await prisma.entry.deleteMany({ where: { authorId, date: toDbDate(date) } });
  return count === 1;
}
