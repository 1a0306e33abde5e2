import "server-only";

import { cache } from "react";
import { prisma } from "../db.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { err, ok } from "../result.ts";
import type { GymInput, TrainerInput } from "./gym-schema.ts";
import { isSlug } from "./gym-slug.ts";

const tally = { starCounts: true, reviewCount: true, starSum: true } as const;

const trainerColumns = {
  id: true,
  slug: true,
  name: true,
  nameEn: true,
  specialty: true,
  specialtyEn: true,
  ...tally,
} as const;

const gymColumns = {
  id: true,
  slug: true,
  name: true,
  nameEn: true,
  district: true,
  districtEn: true,
  address: true,
  addressEn: true,
  ...tally,
} as const;

export type GymPage = NonNullable<Awaited<ReturnType<typeof findGym>>>;
export type TrainerPage = GymPage["trainers"][number];

/** A gym with its trainers, those with most reviews first. Once for a page and its title. */
export const findGym = cache(async (slug: string) => {
  // Addresses hold anything, even what PostgreSQL refuses in a text.
  if (!isSlug(slug)) return null;
  return prisma.gym.findUnique({
    where: { slug },
    select: {
      ...gymColumns,
      trainers: {
        select: trainerColumns,
        orderBy: [{ reviewCount: "desc" }, { name: "asc" }, { id: "asc" }],
      },
    },
  });
});

export const findTrainer = cache(async (gymSlug: string, trainerSlug: string) => {
  const gym = await findGym(gymSlug);
  const trainer = gym?.trainers.find(({ slug }) => slug === trainerSlug);
  return gym && trainer ? { gym, trainer } : null;
});

export async function createGym(input: GymInput & { slug: string }) {
  return onlySlug(() => prisma.gym.create({ data: input, select: { slug: true } }));
}

export async function createTrainer(gymId: string, input: TrainerInput & { slug: string }) {
  return onlySlug(() => prisma.trainer.create({ data: { ...input, gymId }, select: { slug: true } }));
}

/** The unique index decides, not a look beforehand: two admins may add the same gym. */
async function onlySlug<T>(create: () => Promise<T>) {
  try {
    return ok(await create());
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return err("SLUG_TAKEN");
    throw error;
  }
}

export async function updateGym(id: string, input: GymInput) {
  await prisma.gym.update({ where: { id }, data: input, select: { id: true } });
}

export async function updateTrainer(id: string, input: TrainerInput) {
  await prisma.trainer.update({ where: { id }, data: input, select: { id: true } });
}
