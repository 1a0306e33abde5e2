import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] };

/**
 * Maps a path to its route's pattern (`/diary/[date]`), from the build's routes manifest: paths have dates, ids and
 * slugs, and labels must not. "other": no route. "static": files of the build.
 */
export function routeFinder(distDir = process.env.NEXT_DIST_DIR || ".next"): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = readManifest(distDir);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes
    // The catch-all that answers unknown paths under /api.
    .filter(({ page }) => page !== "/api/[[...path]]")
    .map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (path.startsWith("/_next/")) return "static";
    if (fixed.has(path)) return path;
    return patterns.find(({ regex }) => regex.test(path))?.page ?? "other";
  };
}

/** Without a build (development, tests) no route is known. */
function readManifest(distDir: string): Manifest {
  try {
    const text = readFileSync(join(process.cwd(), distDir, "routes-manifest.json"), "utf8");
    return JSON.parse(text) as Manifest;
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
