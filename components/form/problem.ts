import { isOfOtherBuild } from "@/components/update/is-other-build";

/**
 * Why a form was not sent or not answered. SLOW: the call still runs. REFUSED: its subject does not exist, or this
 * member may not change it.
 */
export type ProblemKind = "OFFLINE" | "SERVER" | "UPDATED" | "SIGNED_OUT" | "REFUSED" | "SLOW";

export type Problem = {
  kind: ProblemKind;
  hasFields: boolean;
  retry: () => void;
};

export function problemKindOf(error: unknown, isOnline: boolean): ProblemKind {
  if (isOfOtherBuild(error)) return "UPDATED";
  if (isNotFound(error)) return "REFUSED";
  // `fetch` rejects with TypeError when there is no response.
  return error instanceof TypeError || !isOnline ? "OFFLINE" : "SERVER";
}

/** From `notFound()` in an action. Next exports no test for it. */
function isNotFound(error: unknown): boolean {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" && digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;");
}
