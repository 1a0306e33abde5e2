// npm run account -- reset-link EMAIL [--id ID] prints a link that sets a new password, for a server that sends no mail
// npm run account -- verify-link EMAIL [--id ID] prints a link that verifies the address, for its member to open
import "./command-settings.ts";
import { parseArgs } from "node:util";
import { createLink } from "../lib/auth/link/data.ts";
import { linkToken } from "../lib/crypto/link-token.ts";
import { prisma } from "../lib/db.ts";
import { publicUrl } from "../lib/public-url.ts";
import { findAccount } from "./find-account.ts";
import { runCommand } from "./run-command.ts";

const links = {
  // No address: a link that was not mailed verifies no address (lib/auth/reset/reset-password.ts).
  "reset-link": { kind: "RESET_PASSWORD", page: "reset", isMailed: false },
  "verify-link": { kind: "VERIFY_EMAIL", page: "verify", isMailed: true },
} as const;

await runCommand(async () => {
  const [command = "", ...args] = process.argv.slice(2);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { id: { type: "string" } },
  });
  const email = positionals[0]?.toLowerCase();
  if (!Object.hasOwn(links, command) || !email)
    throw new Error("Usage: npm run account -- reset-link EMAIL, or npm run account -- verify-link EMAIL");

  const { kind, page, isMailed } = links[command as keyof typeof links];
  const link = await prisma.$transaction(async (tx) => {
    const account = await findAccount(tx, { email, id: values.id ?? null });
    return createLink(tx, { kind, memberId: account.id, email: isMailed ? account.email : "" });
  });
  return `${publicUrl()}/${page}/${linkToken(link.id)}\nIt works once, until ${link.expiresAt.toISOString()}.`;
});
