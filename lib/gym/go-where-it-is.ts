import "server-only";

import { notFound, permanentRedirect } from "next/navigation";
import { findPlace } from "./find-place.ts";
import { subjectPath } from "./gym-paths.ts";

/** For an address at which there is no gym or trainer: on to the one into which what was there was merged, if it was. */
export async function goWhereItIs(gymSlug: string, trainerSlug = "", pathOf = subjectPath): Promise<never> {
  const place = await findPlace(gymSlug, trainerSlug);
  if (!place) notFound();
  permanentRedirect(pathOf(place.gymSlug, place.trainerSlug));
}
