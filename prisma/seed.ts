// The demo. Only for the embedded database: its passwords are public.
import { createMember } from "../lib/auth/create-member.ts";
import { hashPassword } from "../lib/auth/password.ts";
import { pool, prisma } from "../lib/db.ts";
import { seedGyms } from "./seed/seed-gyms.ts";
import { seedQueue } from "./seed/seed-queue.ts";

export const demoAccounts = [
  { email: "demo@sora.test", password: "sora-demo-1", name: "Demo", role: "MEMBER" },
  { email: "admin@sora.test", password: "sora-admin-1", name: "Admin", role: "ADMIN" },
] as const;

/**
 * Idempotent. Creates missing accounts, and gyms, reviews and a queue when there are none. Closes its connections.
 * The sample model is free, so with it every gym's summary is requested at once. With a real model a summary is written
 * after a page view (docs/decisions/0007).
 */
export async function seedDemo({ usesSampleModel }: { usesSampleModel: boolean }) {
  for (const { password, ...account } of demoAccounts) {
    const exists = await prisma.member.count({ where: { email: account.email } });
    if (!exists) {
      const passwordHash = await hashPassword(password);
      await createMember({ ...account, passwordHash, emailVerifiedAt: new Date() });
    }
  }
  await seedGyms({ asksForSummaries: usesSampleModel });
  await seedQueue();
  await prisma.$disconnect();
  await pool.end();
}
