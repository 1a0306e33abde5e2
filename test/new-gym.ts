import { prisma } from "../lib/db.ts";
import { newMember } from "./new-member.ts";

export async function newGym(more: Partial<Parameters<typeof prisma.gym.create>[0]["data"]> = {}) {
  const slug = `gym-${crypto.randomUUID()}`;
  const data = { slug, name: "파도소리 짐", district: "마포구", address: "서울 마포구 양화로 45", ...more };
  return prisma.gym.create({ data });
}

export async function newTrainer(gymId: string, slug = "han-seoyeon") {
  return prisma.trainer.create({ data: { gymId, slug, name: "한서연", specialty: "재활과 자세 교정" } });
}

export async function publishReview(input: {
  gymId: string;
  trainerId?: string;
  stars: number;
  body?: string;
  at?: Date;
  number?: number;
}) {
  const {
    gymId,
    trainerId = null,
    stars,
    body = "아침에 한산해서 좋아요.",
    at = new Date(),
    number = 1,
  } = input;
  const authorId = await newMember();
  const review = await prisma.review.create({ data: { authorId, gymId, trainerId } });
  const revision = await prisma.reviewRevision.create({
    data: { reviewId: review.id, number, stars, body, bodyHash: body, locale: "ko", status: "APPROVED" },
  });
  return prisma.review.update({
    where: { id: review.id },
    data: { publishedRevisionId: revision.id, publishedStars: stars, publishedAt: at },
  });
}
