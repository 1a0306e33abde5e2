// The demo, which runs on the embedded database only: the passwords of its accounts are known to everyone.
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
 * Makes the accounts that are missing, gyms, reviews and a queue if there are none, and closes the connections it opened.
 * With the sample model, which costs nothing, every gym's summary is asked for: the list has its lines soon after the first
 * start. With a real one a summary is written where someone looks (docs/decisions/0007).
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
