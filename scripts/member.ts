// npm run admin -- EMAIL            makes an existing member an admin
// npm run suspend -- EMAIL [--undo] signs a member out everywhere and keeps them out, or lets them in again
import "./command-settings.ts";
import { pool, prisma } from "../lib/db.ts";
import type { Prisma } from "../lib/generated/prisma/client.ts";

const [command, ...args] = process.argv.slice(2);
const isUndone = args.includes("--undo");
const email = args.find((arg) => !arg.startsWith("--"))?.toLowerCase();

function change(): { data: Prisma.MemberUpdateInput; done: string } | null {
  if (command === "admin") return { data: { role: "ADMIN" }, done: "is an admin now" };
  if (command !== "suspend") return null;
  if (isUndone) return { data: { suspendedAt: null }, done: "may sign in again" };
  // A raised session version ends the sessions that are open.
  return { data: { suspendedAt: new Date(), sessionVersion: { increment: 1 } }, done: "is suspended" };
}

async function run(): Promise<string> {
  const wanted = change();
  if (!wanted || !email)
    throw new Error("Usage: npm run admin -- EMAIL, or npm run suspend -- EMAIL [--undo]");
  const { count } = await prisma.member.updateMany({ where: { email }, data: wanted.data });
  if (count === 0) throw new Error(`There is no member with the e-mail ${email}.`);
  return `${email} ${wanted.done}.`;
}

try {
  console.log(await run());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await prisma.$disconnect();
  await pool.end();
}
