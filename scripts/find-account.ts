import type { Tx } from "../lib/db.ts";

export type Account = {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  emailVerifiedAt: Date | null;
};

/**
 * Finds and locks the account of an address. Anybody may have typed an unverified address, so the operator must name that
 * account by its id.
 * @throws {Error} with the next step
 */
export async function findAccount(
  tx: Tx,
  { email, id }: { email: string; id: string | null },
): Promise<Account> {
  await tx.$executeRaw`SELECT FROM member WHERE email = ${email} FOR NO KEY UPDATE`;
  const account = await tx.member.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, createdAt: true, emailVerifiedAt: true },
  });
  if (!account) throw new Error(`There is no member with the e-mail ${email}.`);
  if (account.emailVerifiedAt || account.id === id) return account;
  throw new Error(
    [
      `Nobody has verified ${email}: whoever signed up with it may not be who you mean. Its account:`,
      `  id      ${account.id}`,
      `  name    ${account.name}`,
      `  joined  ${account.createdAt.toISOString()}`,
      `If that is who you mean, run it again with  --id ${account.id}`,
    ].join("\n"),
  );
}
