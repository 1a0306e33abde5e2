import "server-only";

import { prisma } from "../db.ts";

export type PlaceName = { name: string; nameEn: string | null; adminPath: string };

export async function findPlaceNames(ids: string[]): Promise<Map<string, PlaceName>> {
  const named = { id: true, slug: true, name: true, nameEn: true } as const;
  const where = { id: { in: ids } };
  const [gyms, trainers] = await Promise.all([
    prisma.gym.findMany({ where, select: named }),
    prisma.trainer.findMany({ where, select: { ...named, gym: { select: { slug: true } } } }),
  ]);
  return new Map<string, PlaceName>([
    ...gyms.map(
      ({ id, slug, name, nameEn }) => [id, { name, nameEn, adminPath: `/admin/gyms/${slug}` }] as const,
    ),
    ...trainers.map(
      ({ id, slug, name, nameEn, gym }) =>
        [id, { name, nameEn, adminPath: `/admin/gyms/${gym.slug}/trainers/${slug}` }] as const,
    ),
  ]);
}
