import "server-only";

import { fromPrisma } from "pg-boss";
import { cache } from "react";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { err, ok } from "../result.ts";
import { formerNamesOf } from "./former-names.ts";
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
  nearby: true,
  nearbyEn: true,
  ...tally,
} as const;

export type GymPage = NonNullable<Awaited<ReturnType<typeof findGym>>>;
export type TrainerPage = GymPage["trainers"][number];

/** Trainers with most reviews first. Cached for one request: the page and its title use it. */
export const findGym = cache(async (slug: string) => {
  // URLs contain anything, even characters that PostgreSQL refuses.
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

type Admin = { adminId: UserId };

/** SLUG_TAKEN also for a slug that a merged gym had: other people's links use it. */
export async function createGym({ adminId, ...input }: Admin & GymInput & { slug: string }) {
  return onlySlug(async (tx) => {
    if (await isFormerSlug(tx, input.slug, "")) return null;
    const { id, slug } = await tx.gym.create({ data: input, select: { id: true, slug: true } });
    await appendAudit(fromPrisma(tx), { actorId: adminId, kind: "GYM_ADDED", subjectId: id, data: { slug } });
    return { slug };
  });
}

export async function createTrainer(
  gym: { id: string; slug: string },
  { adminId, ...input }: Admin & TrainerInput & { slug: string },
) {
  return onlySlug(async (tx) => {
    if (await isFormerSlug(tx, gym.slug, input.slug)) return null;
    const data = { ...input, gymId: gym.id };
    const { id, slug } = await tx.trainer.create({ data, select: { id: true, slug: true } });
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "TRAINER_ADDED",
      subjectId: id,
      data: { gymId: gym.id, slug },
    });
    return { slug };
  });
}

async function isFormerSlug(tx: Tx, gymSlug: string, trainerSlug: string) {
  return (await tx.formerSlug.count({ where: { gymSlug, trainerSlug } })) > 0;
}

/**
 * The unique index decides, not an earlier check: two admins may add the same gym. `create` returns null for a taken
 * slug.
 */
async function onlySlug<T>(create: (tx: Tx) => Promise<T | null>) {
  try {
    const created = await prisma.$transaction(create);
    return created ? ok(created) : err("SLUG_TAKEN");
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    if (code === "P2002") return err("SLUG_TAKEN");
    // The gym was merged into another one after it was found.
    if (code === "P2003") return err("NOT_FOUND");
    throw error;
  }
}

/** Unchanged input writes no audit record. @returns false when the gym does not exist (merged) */
export async function updateGym(id: string, { adminId, ...input }: Admin & GymInput): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const before = await tx.gym.findUnique({ where: { id } });
    if (!before) return false;
    const fields = changedFields(before, input);
    if (fields.length === 0) return true;
    const formerNames = formerNamesOf([...before.formerNames, before.name, before.nameEn], input);
    const { count } = await tx.gym.updateMany({ where: { id }, data: { ...input, formerNames } });
    if (count === 0) return false;
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "GYM_EDITED",
      subjectId: id,
      data: { fields },
    });
    return true;
  });
}

export async function updateTrainer(
  id: string,
  { adminId, ...input }: Admin & TrainerInput,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const before = await tx.trainer.findUnique({ where: { id } });
    if (!before) return false;
    const fields = changedFields(before, input);
    if (fields.length === 0) return true;
    const { count } = await tx.trainer.updateMany({ where: { id }, data: input });
    if (count === 0) return false;
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "TRAINER_EDITED",
      subjectId: id,
      data: { gymId: before.gymId, fields },
    });
    return true;
  });
}

function changedFields<Input extends object>(before: Input, input: Input): string[] {
  const isChanged = (name: keyof Input) => input[name] !== undefined && before[name] !== input[name];
  return Object.keys(input).filter((name) => isChanged(name as keyof Input));
}
