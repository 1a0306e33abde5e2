import "server-only";

import { createHash } from "node:crypto";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import { type NoticeKind, noticeKinds } from "./schema.ts";
import type { PushTarget } from "./send-push.ts";

export const maxDevices = 20;

/** The endpoint itself is secret: anybody who knows it can push. */
const fingerprintOf = (endpoint: string) => createHash("sha256").update(endpoint).digest("hex");

type Device = { id: string; name: string; createdAt: Date; fingerprint: string };

export async function listDevices(memberId: UserId): Promise<Device[]> {
  const rows = await prisma.pushSubscription.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, device: true, createdAt: true, endpoint: true },
  });
  return rows.map(({ endpoint, device: name, ...row }) => ({
    ...row,
    name,
    fingerprint: fingerprintOf(endpoint),
  }));
}

type NewSubscription = PushTarget & {
  memberId: UserId;
  device: string;
  sessionId?: string | null;
  replaces?: string | undefined;
  /** The old endpoint may be unknown: if so, the next push to it fails and removes it. */
  replacesFingerprint?: string | undefined;
};

/**
 * Saves a browser's subscription. A browser has one, so that of another member becomes this member's.
 * @returns its id, or null when `replaces` is not the member's
 */
export async function saveSubscription(input: NewSubscription): Promise<string | null> {
  const { memberId, endpoint, p256dh, auth, device, sessionId = null, replaces, replacesFingerprint } = input;
  return prisma.$transaction(async (tx) => {
    // Serialises calls per member, to enforce `maxDevices`.
    await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if (replaces !== undefined) {
      const { count } = await tx.pushSubscription.deleteMany({ where: { memberId, endpoint: replaces } });
      if (count === 0) return null;
    }
    if (replacesFingerprint !== undefined) {
      const present = await tx.pushSubscription.findMany({
        where: { memberId },
        select: { id: true, endpoint: true },
      });
      const before = present.filter((row) => fingerprintOf(row.endpoint) === replacesFingerprint);
      await tx.pushSubscription.deleteMany({ where: { id: { in: before.map((row) => row.id) } } });
    }
    const { id } = await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { memberId, endpoint, p256dh, auth, device, sessionId },
      update: { memberId, p256dh, auth, device, sessionId, createdAt: new Date() },
      select: { id: true },
    });
    const surplus = await tx.pushSubscription.findMany({
      where: { memberId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: maxDevices,
      select: { id: true },
    });
    await tx.pushSubscription.deleteMany({ where: { id: { in: surplus.map((row) => row.id) } } });
    return id;
  });
}

export async function isDeviceOf(memberId: UserId, fingerprint: string): Promise<boolean> {
  const devices = await listDevices(memberId);
  return devices.some((device) => device.fingerprint === fingerprint);
}

export async function removeDevice({ memberId, id }: { memberId: UserId; id: string }): Promise<boolean> {
  const { count } = await prisma.pushSubscription.deleteMany({ where: { memberId, id } });
  return count === 1;
}

export async function forgetEndpoint(subscription: { memberId: UserId; endpoint: string }): Promise<void> {
  await prisma.pushSubscription.deleteMany({ where: subscription });
}

/** The browser has ended this subscription. Compares the endpoint too, because the row may hold a new one. */
export async function removeGone({ id, endpoint }: { id: string; endpoint: string }): Promise<void> {
  await prisma.pushSubscription.deleteMany({ where: { id, endpoint } });
}

export async function findDevice({ memberId, id }: { memberId: UserId; id: string }) {
  return prisma.pushSubscription.findFirst({
    where: { memberId, id },
    select: { id: true, endpoint: true, p256dh: true, auth: true },
  });
}

export async function listOptOuts(memberId: UserId): Promise<NoticeKind[]> {
  const rows = await prisma.pushOptOut.findMany({ where: { memberId }, select: { kind: true } });
  return rows.map(({ kind }) => kind);
}

export async function savePushKinds({ memberId, wanted }: { memberId: UserId; wanted: NoticeKind[] }) {
  const unwanted = noticeKinds.filter((kind) => !wanted.includes(kind));
  await prisma.$transaction([
    prisma.pushOptOut.deleteMany({ where: { memberId, kind: { in: wanted } } }),
    prisma.pushOptOut.createMany({
      data: unwanted.map((kind) => ({ memberId, kind })),
      skipDuplicates: true,
    }),
  ]);
}
