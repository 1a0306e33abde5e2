// npm run backup -- FILE: writes the whole database into one file, while the servers run. The keys are not in it.
import { existsSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { besideOf, moveIntoPlace } from "./beside.ts";
import { connectionOf, runTool } from "./postgres-tools.ts";
import { loadCommandSettings } from "./settings.ts";

/** One `pg_dump` snapshot. The file appears complete or not at all. @returns its size in bytes */
export async function backUp(databaseUrl: string, file: string): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} is there already: choose another name.`);
  const { address, env } = connectionOf(databaseUrl);
  const draft = besideOf(file);
  try {
    const format = ["--format=custom", "--no-owner", "--no-privileges"];
    await runTool("pg_dump", [...format, `--file=${draft}`, `--dbname=${address}`], env);
    await runTool("pg_restore", ["--list", draft]);
    moveIntoPlace(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return statSync(file).size;
}

if (import.meta.main) {
  try {
    const [file] = process.argv.slice(2);
    if (!file) throw new Error("Usage: npm run backup -- FILE");
    const bytes = await backUp(loadCommandSettings(), resolve(file));
    console.log(`${file}: ${(bytes / 2 ** 20).toFixed(1)} MB. DIARY_KEYS is not in it: keep it elsewhere.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
