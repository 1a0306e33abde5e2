import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { projectPath } from "../scripts/project.ts";

function importsOf(file: string): string[] {
  const source = readFileSync(projectPath(file), "utf8");
  return [...source.matchAll(/(?:from|import\(?) ?"([^"]+)"/g)].flatMap(({ 1: path = "" }) => {
    if (path.startsWith("@/")) return [path.slice(2)];
    return path.startsWith(".") ? [join(dirname(file), path)] : [];
  });
}

const filesOf = (dir: string) =>
  globSync(`${dir}/**/*.{ts,tsx}`, { cwd: projectPath("") }).filter((file) => !/\.test\.tsx?$/.test(file));

const reaching = (from: string, to: RegExp) =>
  filesOf(from).flatMap((file) =>
    importsOf(file)
      .filter((path) => to.test(path))
      .map((path) => `${file} imports ${path}`),
  );

test.each([
  ["lib", /^(?:app|components)\//],
  ["components", /^app\//],
  // It judges any text, and must know neither the subject nor the recipients.
  ["lib/moderation", /^lib\/(?:review|gym|diary|notice)\//],
  ["lib/gym", /^lib\/diary\//],
  ["lib/diary", /^lib\/(?:review|gym|moderation)\//],
  ["lib/notice", /^lib\/(?:review|diary|moderation)\//],
])("nothing in %s imports from %s", (from, to) => {
  expect(filesOf(from).length).toBeGreaterThan(10);
  expect(reaching(from, to)).toEqual([]);
});
