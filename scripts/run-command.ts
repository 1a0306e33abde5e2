import { leasePool, pool, prisma } from "../lib/db.ts";

export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    console.log(await work());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await prisma.$disconnect();
    await Promise.all([pool.end(), leasePool.end()]);
  }
}
