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

test("no two folders import each other", () => {
  const arrows = ["lib", "components"].flatMap(filesOf).flatMap((file) =>
    importsOf(file).map((path) => ({
      from: dirname(file),
      to: dirname(path),
      names: `${file} imports ${path}`,
    })),
  );
  // A folder and its parent are one subject.
  const isApart = ({ from, to }: { from: string; to: string }) =>
    from !== to && !from.startsWith(`${to}/`) && !to.startsWith(`${from}/`);
  const apart = arrows.filter(isApart);
  const known = new Set(apart.map(({ from, to }) => `${from} ${to}`));
  expect(known.size).toBeGreaterThan(100);
  expect(apart.filter(({ from, to }) => known.has(`${to} ${from}`)).map(({ names }) => names)).toEqual([]);
});
