// A second build without building: a copy with another build id, other script names and other action ids, like a build of
// other sources.
import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectPath } from "../../scripts/project.ts";

const distDir = process.env.NEXT_DIST_DIR || ".next";
const parts = ["*.{js,json}", "BUILD_ID", "server/**/*.{js,json}", "static/**/*.{js,css}"];

/** The same length, because lengths are stored beside the names. */
const otherName = (name: string) => `Z${name.slice(1)}`;

export function makeOtherBuild(name: string): string {
  const [from, to] = [projectPath(distDir), projectPath(name)];
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.startsWith(join(from, "cache")),
  });

  const chunks = globSync("static/chunks/**/*.{js,css}", { cwd: to });
  const manifest = JSON.parse(readFileSync(join(to, "server/server-reference-manifest.json"), "utf8"));
  const buildId = readFileSync(join(to, "BUILD_ID"), "utf8");
  const others = new Map([
    ...chunks.map((path) => [basename(path), otherName(basename(path))] as const),
    ...Object.keys(manifest.node).map((id) => [id, `${id.slice(0, -4)}0000`] as const),
    [buildId, `${buildId.slice(0, -4)}beef`],
  ]);
  const anyOfThem = new RegExp([...others.keys()].map(escape).join("|"), "g");
  for (const file of globSync(parts, { cwd: to })) {
    const path = join(to, file);
    const text = readFileSync(path, "utf8");
    const other = text
      .replaceAll(anyOfThem, (found) => others.get(found)!)
      .replaceAll(`"${distDir}"`, `"${name}"`)
      .replaceAll(`${distDir}/`, `${name}/`);
    if (other !== text) writeFileSync(path, other);
  }
  for (const path of chunks) renameSync(join(to, path), join(to, dirname(path), otherName(basename(path))));
  renameSync(join(to, "static", buildId), join(to, "static", others.get(buildId)!));
  return name;
}

const escape = (text: string) => text.replaceAll(/[.[\]()+]/g, String.raw`\$&`);
