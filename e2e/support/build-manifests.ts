import { readFileSync } from "node:fs";

import { projectPath } from "../../scripts/project.ts";

const readBuilt = <T>(name: string): T =>
  JSON.parse(
    readFileSync(projectPath(`${process.env.NEXT_DIST_DIR || ".next"}/server/${name}`), "utf8"),
  ) as T;

/** Pages and routes of the build's manifest: `/admin/gyms/[slug]/page`, `/api/diary/route`. */
export const builtEntries = (): string[] =>
  Object.keys(readBuilt<Record<string, string>>("app-paths-manifest.json")).toSorted();

export type BuiltAction = {
  id: string;
  /** `lib/auth/actions.ts signInAction`. */
  name: string;
  pages: string[];
};

export function builtActions(): BuiltAction[] {
  type Built = Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  const { node } = readBuilt<{ node: Built }>("server-reference-manifest.json");
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename} ${exportedName}`,
      pages: Object.keys(workers).map((worker) => worker.replace(/^app/, "")),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The path of an entry: `/(diary)/diary/[date]/page` is `/diary/[date]`. */
export function pathOf(entry: string): string {
  const segments = entry.split("/").slice(1, -1);
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`;
}
