import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] };

/**
 * The pattern of the route that answers a path (`/diary/[date]`), from the build's own list of routes. Paths have dates, ids and
 * slugs; labels must not. What no route answers is "other", and the build's files are "static".
 */
export function routeFinder(distDir = process.env.NEXT_DIST_DIR || ".next"): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = readManifest(distDir);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes
    // It answers whatever under /api no other route does.
    .filter(({ page }) => page !== "/api/[[...path]]")
    .map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (path.startsWith("/_next/")) return "static";
    if (fixed.has(path)) return path;
    return patterns.find(({ regex }) => regex.test(path))?.page ?? "other";
  };
}

/** Without a build, in development and tests, no route is known. */
function readManifest(distDir: string): Manifest {
  try {
    const text = readFileSync(join(process.cwd(), distDir, "routes-manifest.json"), "utf8");
    return JSON.parse(text) as Manifest;
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
