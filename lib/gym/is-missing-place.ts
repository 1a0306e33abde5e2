import "server-only";

import { findPlace } from "./find-place.ts";
import { isReservedSlug } from "./gym-slug.ts";

/** Whether a path is below a gym or a trainer that is not there and never was merged into another. */
export async function isMissingPlace(path: string): Promise<boolean> {
  const [, slug, trainer = ""] = /^\/gyms\/([^/]+)(?:\/trainers\/([^/]+))?/.exec(path) ?? [];
  if (slug === undefined || isReservedSlug(slug)) return false;
  return (await findPlace(slug, trainer)) === null;
}
