import { unstable_isUnrecognizedActionError } from "next/navigation";

/** True for errors that only another build on the server explains: an unknown action, a missing script. */
export function isOfOtherBuild(error: unknown): boolean {
  if (unstable_isUnrecognizedActionError(error)) return true;
  return (
    error instanceof Error &&
    (error.name === "ChunkLoadError" || error.message.startsWith("Failed to load chunk "))
  );
}
