import "server-only";

import { cache } from "react";
import { z } from "zod";
import { pool, prisma } from "../db.ts";
import type { Role } from "../generated/prisma/enums.ts";
import type { Choice } from "../search/choices.ts";
import { firstFound } from "../search/first-found.ts";
import { matching } from "../search/matching.ts";
import { isReviewingSuspended, shownEmail } from "./policy.ts";
import type { PeopleGroup, PeopleQuery } from "./people-query.ts";

const perPage = 30;

export type Person = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  createdAt: Date;
  /** False for a suspended account, which can still sign in to read, export and delete. */
  isActive: boolean;
  noReviewsUntil: Date | null;
};

type Row = Omit<Person, "isActive"> & { email: string; suspendedAt: Date | null };

const groups: Record<PeopleGroup, string> = {
  everyone: "true",
  team: "role <> 'MEMBER'",
  suspended: "(no_reviews_until > now() OR suspended_at IS NOT NULL)",
};

/** Keyset page; the extra row shows whether another page follows. */
function peopleQuery(choices: Choice[], { group, after }: Pick<PeopleQuery, "group" | "after">) {
  const found = matching("member", choices, 3);
  return {
    text: `
      SELECT id, name, email, role, created_at AS "createdAt", suspended_at AS "suspendedAt",
             no_reviews_until AS "noReviewsUntil"
        FROM member
       WHERE ${groups[group]} AND ($1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid))
         AND ${found.text}
       ORDER BY created_at DESC, id DESC LIMIT ${perPage + 1}`,
    values: [after?.at ?? null, after?.id ?? null, ...found.values],
  };
}

/**
 * Members with every word of `q` in their name or e-mail, newest first; if there are none, the most similar ones.
 * `next`: the cursor of the next page, or null. `isSimilar`: no member has all the words as typed.
 */
export async function listPeople({ q, group, after }: PeopleQuery) {
  const find = async (choices: Choice[]) =>
    (await pool.query<Row>(peopleQuery(choices, { group, after }))).rows;
  const { found: rows, isSimilar } = await firstFound(q, find, ({ length }) => length > 0);
  const people = rows.slice(0, perPage).map(toPerson);
  const last = people.at(-1);
  return {
    people,
    next: last && rows.length > perPage ? { at: last.createdAt, id: last.id } : null,
    isSimilar,
  };
}

export const findPerson = cache(async (id: string): Promise<Person | null> => {
  if (!z.guid().safeParse(id).success) return null;
  const row = await prisma.member.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      suspendedAt: true,
      noReviewsUntil: true,
    },
  });
  return row && toPerson(row);
});

export async function findNames(ids: string[]): Promise<Map<string, string>> {
  const rows = await prisma.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toPerson({ suspendedAt, ...row }: Row): Person {
  return {
    ...row,
    email: shownEmail(row.email),
    isActive: suspendedAt === null,
    noReviewsUntil: isReviewingSuspended(row) ? row.noReviewsUntil : null,
  };
}
