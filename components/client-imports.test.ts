import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { projectPath } from "../scripts/project.ts";

const read = (file: string) => readFileSync(projectPath(file), "utf8");
const extensions = ["", ".ts", ".tsx"];

/** Imports that exist at run time: no types, and nothing that `import()` loads later. */
function importsOf(file: string): string[] {
  const statements = read(file).matchAll(/^(?:import|export)\s(?!type\b)([^;"(]*?)(?:from\s)?"([^"]+)"/gm);
  return [...statements].flatMap(([, names = "", path = ""]) => {
    const inBraces = /^\{([^}]*)\}/
      .exec(names.trim())?.[1]
      ?.split(",")
      .map((name) => name.trim());
    if (inBraces?.filter(Boolean).every((name) => name.startsWith("type "))) return [];
    if (!path.startsWith("@/") && !path.startsWith(".")) return [path];
    const from = path.startsWith("@/") ? path.slice(2) : join(dirname(file), path);
    return extensions
      .map((extension) => from + extension)
      .filter((one) => existsSync(projectPath(one)) && /\.tsx?$/.test(one));
  });
}

/** The chain of imports from a client component to a package, or null. */
function wayTo(name: string, file: string, seen = new Set<string>()): string[] | null {
  for (const imported of importsOf(file)) {
    if (imported === name) return [file];
    if (!/\.tsx?$/.test(imported) || seen.has(imported) || read(imported).startsWith('"use server"'))
      continue;
    seen.add(imported);
    const way = wayTo(name, imported, seen);
    if (way) return [file, ...way];
  }
  return null;
}

/** Pages of the team only. */
const teamFolders = ["admin", "appeal", "desk", "people", "policy"].map((name) => `components/${name}/`);

// 31 kB compressed on every page that has one such component: shapes are parsed on the server.
test("no client component of a member's page brings zod to the browser", () => {
  const files = globSync("{app,components}/**/*.{ts,tsx}", { cwd: projectPath("") });
  const client = files
    .filter((file) => !teamFolders.some((folder) => file.startsWith(folder)))
    .filter((file) => read(file).startsWith('"use client"'));
  expect(client.length).toBeGreaterThan(50);
  expect(client.map((file) => wayTo("zod", file)?.join(" → ")).filter(Boolean)).toEqual([]);
});

// What hydrates with the editor is loaded before it can save: 15 kB compressed more.
test.each([
  ["components/diary/diary-desk.tsx", "components/diary/replies.tsx"],
  ["components/diary/past/past-days-aside.tsx", "components/diary/past/past-days.tsx"],
])("%s loads %s in a file of its own", (from, late) => {
  expect(wayTo(late, from)).toBeNull();
});
