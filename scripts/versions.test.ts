import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { projectPath } from "./project";

type Locked = {
  version: string;
  integrity?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optional?: boolean;
};
type Lock = { packages: Record<string, Locked> };
const { packages } = JSON.parse(readFileSync(projectPath("package-lock.json"), "utf8")) as Lock;

const isAtLeast = (version: string, floor: string) =>
  version.localeCompare(floor, "en", { numeric: true, sensitivity: "base" }) >= 0;

function versionsOf(name: string) {
  const isIt = (path: string) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`);
  return Object.entries(packages).flatMap(([path, { version }]) => (isIt(path) ? [version] : []));
}

// Older versions have known vulnerabilities: code execution, or a way around sign-in.
it.each([
  ["next", "16.4.6"],
  ["react", "19.3.1"],
  ["react-dom", "19.3.1"],
  ["@auth/core", "0.41.3"],
  ["zod", "4.6.7"],
])("%s is one copy, no older than %s", (name, floor) => {
  const [version, ...more] = versionsOf(name);
  expect(version && isAtLeast(version, floor)).toBe(true);
  expect(more).toEqual([]);
});

it("next-auth is the version that was reviewed", () => {
  expect(versionsOf("next-auth")).toEqual(["5.0.0-beta.32"]);
});

it("sharp is absent, or a version without its known vulnerabilities", () => {
  expect(versionsOf("sharp").every((version) => isAtLeast(version, "0.35.5"))).toBe(true);
});

it("every package is locked with its hash, except other platforms' builds that the registry lacks", () => {
  const bare = Object.entries(packages).filter(([path, { integrity }]) => path !== "" && !integrity);
  // npm never installs these here. `npm run lock` adds them so that `npm ci` accepts the lock.
  const installable = bare.filter(
    ([, { os, cpu, libc, optional }]) =>
      !optional || (matches(os, process.platform) && matches(cpu, process.arch) && libc?.[0] !== "musl"),
  );
  expect(installable.map(([path]) => path)).toEqual([]);
});

const matches = (list: string[] | undefined, name: string) => !list || list.includes(name);
