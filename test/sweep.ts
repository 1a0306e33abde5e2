// Outlives the test run, however it ends. Then stops every PostgreSQL in the run's folder and deletes the folder.
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../scripts/process-identity.ts";

const dir = process.argv[2];
if (!dir) throw new Error("Which folder?");

process.once("disconnect", async () => {
  const pidFiles = globSync("**/postmaster.pid", { cwd: dir });
  const pids = pidFiles.map((file) => Number.parseInt(readFileSync(join(dir, file), "utf8"), 10));
  for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGQUIT"); // an immediate shutdown: no data is kept
  // Bounded wait: some containers never reap zombies, which look alive.
  for (const deadline = Date.now() + 5_000; pids.some(isAlive) && Date.now() < deadline;) await sleep(20);
  rmSync(dir, { recursive: true, force: true });
});
