import "server-only";

import { cache } from "react";

import { prisma } from "../../db.ts";
import { type RuleChange, changedRules } from "./changes.ts";
import { type Rule, builtInPolicy } from "./rules.ts";
import { rulesSchema } from "./schema.ts";

export type PolicyVersion = {
  version: number;
  rules: Rule[];
  changes: RuleChange[];
  note: string | null;
  publishedAt: Date | null;
  publishedById: string | null;
};

type Row = Omit<PolicyVersion, "changes">;

const builtIn: Row = { ...builtInPolicy, note: null, publishedAt: null, publishedById: null };

/** Keyset page, newest first, of versions below `before`. `next`: the next `before`; null on the last page. */
export async function listVersions({
  before,
  count,
}: {
  before?: number | undefined;
  count: number;
}): Promise<{ versions: PolicyVersion[]; next: number | null }> {
  const found = await prisma.policyVersion.findMany({
    where: before === undefined ? {} : { version: { lt: before } },
    orderBy: { version: "desc" },
    take: count + 1,
    select: { version: true, rules: true, note: true, publishedAt: true, publishedById: true },
  });
  const rows: Row[] = found.map((row) => ({ ...row, rules: rulesSchema.parse(row.rules) }));
  if (rows.length <= count && (before === undefined || before > builtIn.version)) rows.push(builtIn);
  const versions = rows.slice(0, count).map((row, at) => {
    const earlier = rows[at + 1];
    return { ...row, changes: earlier ? changedRules(earlier.rules, row.rules) : [] };
  });
  return { versions, next: rows.length > count ? versions.at(-1)!.version : null };
}

export const findVersion = cache(async (version: number): Promise<PolicyVersion | null> => {
  const { versions } = await listVersions({ before: version + 1, count: 1 });
  return versions.find((found) => found.version === version) ?? null;
});
