import { isOfOtherBuild } from "@/components/update/is-other-build";

/**
 * Why a form was not sent, or not answered. SLOW: it is still under way. REFUSED: what it is about is not there, or not this
 * member's to change.
 */
export type ProblemKind = "OFFLINE" | "SERVER" | "UPDATED" | "SIGNED_OUT" | "REFUSED" | "SLOW";

export type Problem = {
  kind: ProblemKind;
  /** Whether the form has fields, whose content is still there. */
  hasFields: boolean;
  retry: () => void;
};

/** What a call of a server action was rejected with. */
export function problemKindOf(error: unknown, isOnline: boolean): ProblemKind {
  if (isOfOtherBuild(error)) return "UPDATED";
  if (isNotFound(error)) return "REFUSED";
  // What `fetch` rejects with when no answer came.
  return error instanceof TypeError || !isOnline ? "OFFLINE" : "SERVER";
}

/** From `notFound()` in an action. Next exports no test for it. */
function isNotFound(error: unknown): boolean {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" && digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;");
}
