// pg_dump and pg_restore, from PATH: the embedded PostgreSQL comes without them.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** The password is in the environment: the process list would show one in the address. */
export function connectionOf(databaseUrl: string): { address: string; env: NodeJS.ProcessEnv } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  return { address: url.href, env: { ...process.env, ...(password && { PGPASSWORD: password }) } };
}

export async function runTool(program: "pg_dump" | "pg_restore", args: string[], env = process.env) {
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let printed = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  child.stdout.on("data", (text: Buffer) => (printed += text.toString()));
  child.on("error", () => {}); // `close` reports it as a negative exit code
  const [code] = await once(child, "close");
  if (code === 0) return printed;
  const isMissing = typeof code === "number" && code < 0;
  throw new Error(
    isMissing
      ? `${program} was not found: install PostgreSQL's client programs, of the server's version or a newer one.`
      : said.trim() || `${program} ended with exit code ${code}.`,
  );
}
