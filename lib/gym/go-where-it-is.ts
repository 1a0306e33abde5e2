import "server-only";

import { notFound, permanentRedirect } from "next/navigation";
import { findPlace } from "./find-place.ts";
import { subjectPath } from "./gym-paths.ts";

/** Redirects to the place that a missing one was merged into; otherwise not found. */
export async function goWhereItIs(gymSlug: string, trainerSlug = "", pathOf = subjectPath): Promise<never> {
  const place = await findPlace(gymSlug, trainerSlug);
  if (!place) notFound();
  permanentRedirect(pathOf(place.gymSlug, place.trainerSlug));
}
