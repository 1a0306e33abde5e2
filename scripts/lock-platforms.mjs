// npm run lock: completes package-lock.json after a change of dependencies. With a registry that lacks some platform
// packages, `npm install` leaves them out of the lock, and `npm ci` then refuses it. An entry with name, version and
// platform is sufficient: other platforms skip the package.
import { readFileSync, writeFileSync } from "node:fs";

const osNames = [
  "darwin",
  "win32",
  "linux",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const cpuNames = [
  "arm64",
  "x64",
  "arm",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "wasm32",
  "mips64el",
];
const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

/** Whether Node would find `name` from `path`: in its node_modules or in one above. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function platformEntry(name, version, isDev) {
  const words = name.split("/").at(-1).replace("windows", "win32").split("-");
  const cpu = words.filter((word) => cpuNames.includes(word));
  const os = words.filter((word) => osNames.includes(word));
  // npm's order, so that npm does not rewrite the lock.
  return {
    version,
    cpu,
    ...(isDev && { dev: true }),
    ...(words.includes("musl") && { libc: ["musl"] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const added = [];
for (const [path, { optionalDependencies = {}, dev: isDev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name) || !/^\d/.test(version)) continue;
    const entry = platformEntry(name, version, isDev);
    if (entry.cpu.length === 0) continue;
    lock.packages[`node_modules/${name}`] = entry;
    added.push(name);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} platform packages added to package-lock.json`);
