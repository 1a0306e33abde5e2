// npm run build. `npm start` does the same when the sources differ from those of the last build.
import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { buildActionKey } from "../lib/crypto/action-key.ts";
import { besideOf, moveIntoPlace } from "./beside.ts";
import { spawnNext } from "./child-process.ts";
import { withFileLock } from "./file-lock.ts";
import { memoryNeed, memoryWarning, usableMemory } from "./build-memory.ts";
import { endOrphanBuild, rememberBuild } from "./orphan-build.ts";
import { projectPath } from "./project.ts";
import { complain, say } from "./say.ts";

const distDir = process.env.NEXT_DIST_DIR || ".next";
const stampFile = projectPath(`${distDir}/sources.sha256`);

const locks = projectPath("node_modules/.cache");
const lockFile = join(locks, `sora-build-${basename(distDir)}.lock`);
const childFile = join(locks, `sora-build-${basename(distDir)}.child`);

const sources = ["{app,components,lib,messages,public}/**/*", "prisma/schema.prisma", "*.{ts,mjs,json}"];
const notBuilt = ["lib/generated/**", "**/*.test.{ts,tsx}", "{vitest,playwright,prisma}.config.ts", "*.d.ts"];

function hashSources(): string {
  const files = globSync(sources, { cwd: projectPath(""), exclude: notBuilt }).sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const path = projectPath(file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function isBuilt(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashSources();
}

/** A build must not depend on who runs it: it gets no secret and no database. Equal sources give equal ids. */
function buildEnv(sourcesHash: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1", // otherwise Next asks the registry about packages for other platforms
    DATABASE_URL: "postgresql://build.invalid/none",
    AUTH_SECRET: "a secret while building, used for nothing",
    DIARY_KEYS: Buffer.alloc(32).toString("base64"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: buildActionKey,
    SORA_BUILD_ID: sourcesHash.slice(0, 16),
  };
}

async function build(onSpawn: (child: ChildProcess) => void) {
  rmSync(stampFile, { force: true });
  const hash = hashSources();
  await endOrphanBuild(childFile);
  const child = spawnNext(["build"], buildEnv(hash), "inherit");
  rememberBuild(childFile, child);
  onSpawn(child);
  const [code, signal] = await once(child, "exit");
  rmSync(childFile, { force: true });
  if (signal === "SIGKILL") throw new Error(`The build was killed. ${memoryNeed}`);
  if (code !== 0) throw new Error("The build failed.");
  // Last: a build without its stamp is incomplete. The build folder itself can not be renamed into place, because its
  // name is written into the build.
  const stamp = besideOf(stampFile);
  writeFileSync(stamp, hash);
  moveIntoPlace(stamp, stampFile);
}

/** Tailwind's resolver (enhanced-resolve) treats "#" or "?" in a path as part of a URL. */
function assertBuildable() {
  const folder = projectPath("");
  if (/[#?]/.test(folder))
    throw new Error(`Sora cannot be built in ${folder}: a folder's name must not have "#" or "?" in it.`);
}

/** Builds unless these sources are built. Servers of one folder that start together build once. */
export async function ensureBuild(onSpawn: (child: ChildProcess) => void = () => {}) {
  assertBuildable();
  // Before anything is written: an image with a build may be read-only.
  if (isBuilt()) return;
  const warning = memoryWarning(usableMemory());
  if (warning !== null) say(warning);
  mkdirSync(locks, { recursive: true });
  const work = async () => {
    if (isBuilt()) return;
    say("Building Sora. This takes a minute, once …");
    await build(onSpawn);
  };
  const onWait = () => say("Another server of this folder is building …");
  await withFileLock(lockFile, work, onWait);
}

if (import.meta.main) {
  try {
    await ensureBuild();
    say(`The build is in ${distDir}.`);
  } catch (error) {
    complain((error as Error).message);
    process.exitCode = 1;
  }
}
