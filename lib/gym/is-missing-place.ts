import "server-only";

import { findPlace } from "./find-place.ts";
import { isReservedSlug } from "./gym-slug.ts";

export async function isMissingPlace(path: string): Promise<boolean> {
  const [, slug, trainer = ""] = /^\/gyms\/([^/]+)(?:\/trainers\/([^/]+))?/.exec(path) ?? [];
  if (slug === undefined || isReservedSlug(slug)) return false;
  return (await findPlace(slug, trainer)) === null;
}
